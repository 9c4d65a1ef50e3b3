/** In charge of a file's text: where an offset lies in it, in lines and columns. */

/** Lines and columns count from 1; a column is a UTF-16 unit, as editors count. */
export interface TextPosition {
  line: number;
  column: number;
}

/** The text of one file. */
export class SourceText {
  /** As it was named, for messages. */
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** @param offset in UTF-16 units, from 0 */
  locate(offset: number): TextPosition {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** @param line counted from 1; without its line end */
  lineText(line: number): string {
    const starts = this.#starts();
    return this.text.slice(starts[line - 1], starts[line]).replace(/\r?\n$/, '');
  }

  /** Where a line starts; the text's end for a line behind the last. */
  lineStart(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  #starts(): number[] {
    if (this.#lineStarts === undefined) {
      this.#lineStarts = [0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
        this.#lineStarts.push(at + 1);
    }
    return this.#lineStarts;
  }
}
