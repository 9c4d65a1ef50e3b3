/** In charge of making text of a file's bytes, and of saying why that can't be done. */
import { isUtf8 } from 'node:buffer';
import { SourceText } from './source-text.ts';

/** 32 MB: the parser needs about 0.4 s a megabyte on one core, and its memory is bounded too. */
export const largestFileBytes = 32 * 1024 * 1024;

/** Why a file's bytes are not SQL. */
export interface UnreadableFile {
  source: SourceText;
  message: string;
  hint: string;
  /** In UTF-16 units. */
  offset: number;
}

export type ReadFile = { source: SourceText; unreadable?: never } | { unreadable: UnreadableFile };

/** @param file as it is named in messages */
export function readSqlBytes(file: string, bytes: Buffer): ReadFile {
  const refuse = (message: string, hint: string, text = '', offset = 0): ReadFile => ({
    unreadable: { source: new SourceText(file, text), message, hint, offset },
  });
  if (bytes.length > largestFileBytes) {
    return refuse(
      `The file has ${Math.ceil(bytes.length / 1e6)} MB; more than 32 MB are not checked.`,
      'Load data from a file of its own with COPY, and keep the migration to definitions.',
    );
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('The file is UTF-16; PostgreSQL reads UTF-8.', 'Save it as UTF-8.');
  }
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    const offset = firstBrokenCharacter(text, bytes);
    return refuse('The file is not UTF-8 from here on.', 'Save it as UTF-8.', text, offset);
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return refuse(
      'There is a NUL character here, which PostgreSQL refuses.',
      'Delete it. If the file is no SQL at all, leave it out.',
      text,
      nul,
    );
  }
  return { source: new SourceText(file, text.replace(/^\ufeff/, '')) };
}

/** A character that stands for broken bytes, as opposed to one that somebody wrote. */
function firstBrokenCharacter(text: string, bytes: Buffer): number {
  let byte = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    byte += Buffer.byteLength(text.slice(from, at));
    if (bytes.toString('latin1', byte, byte + 3) !== '\xef\xbf\xbd') return at;
    byte += 3;
    from = at + 1;
  }
  return 0;
}
