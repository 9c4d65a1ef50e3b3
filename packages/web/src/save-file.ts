/** In charge of files that a page makes for a person. */

/** Hands a file to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers start the download only after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
