/** In charge of cutting a stream of bytes into lines without ever holding more than one of them. */

const newline = 0x0a;
/** A byte that never occurs in UTF-8: it stands for half of a surrogate pair, which has no bytes. */
const notUtf8 = Buffer.from([0xff]);
const loneSurrogate = /\p{Surrogate}/u;

/** One line of the input. */
export interface Line {
  /** From 1, empty lines counted. */
  number: number;
  /** Without its newline; undefined when it is longer than allowed. */
  bytes: Buffer | undefined;
  /** Bytes of the input up to the end of this line. */
  end: number;
}

/**
 * The lines of `input`, empty ones too. A last line needs no newline at its end.
 *
 * @param maxLineBytes What is longer is skipped as it comes and reported with `bytes` undefined.
 */
export async function* readLines(
  input: AsyncIterable<Buffer | string>,
  maxLineBytes: number,
): AsyncGenerator<Line, void, undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  let position = 0;

  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > maxLineBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): Line => {
    number += 1;
    const [only] = parts;
    const whole = parts.length === 1 ? only : Buffer.concat(parts);
    const line = { number, bytes: length > maxLineBytes ? undefined : whole, end: position };
    parts = [];
    length = 0;
    return line;
  };

  for await (const chunk of toBytes(input)) {
    let start = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, at));
      position += at + 1 - start;
      start = at + 1;
      yield finish();
    }
    keep(chunk.subarray(start));
    position += chunk.length - start;
  }
  if (length > 0) yield finish();
}

/** Strings as their UTF-8; a pair that two strings share is put together again. */
async function* toBytes(input: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let firstHalf = '';
  for await (const chunk of input) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    const text = firstHalf + chunk;
    firstHalf = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
    yield encode(text.slice(0, text.length - firstHalf.length));
  }
  if (firstHalf !== '') yield encode(firstHalf);
}

function encode(text: string): Buffer {
  if (!loneSurrogate.test(text)) return Buffer.from(text);
  const parts = text.split(loneSurrogate).map((part) => Buffer.from(part));
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [notUtf8, part])));
}
