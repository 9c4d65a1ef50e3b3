import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

async function linesOf(chunks: (Buffer | string)[], maxLineBytes = 1_000) {
  async function* input() {
    yield* chunks;
  }
  const lines = [];
  for await (const { number, bytes, end } of readLines(input(), maxLineBytes)) {
    lines.push([number, bytes?.toString('latin1'), end]);
  }
  return lines;
}

describe('lines', () => {
  it('are the same wherever the input is cut into chunks', async () => {
    const text = 'one\n\ntwo é 🐈\r\nthree';
    const whole = await linesOf([Buffer.from(text)]);
    expect(whole.map(([number]) => number)).toEqual([1, 2, 3, 4]);
    expect(whole.at(-1)).toEqual([4, 'three', Buffer.byteLength(text)]);
    for (let size = 1; size < 12; size += 1) {
      const bytes = Buffer.from(text);
      const chunks = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      expect(await linesOf(chunks)).toEqual(whole);
      const pieces = [];
      for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
      expect(await linesOf(pieces)).toEqual(whole);
    }
  });

  it('need no newline at the end, and a newline begins no line', async () => {
    expect(await linesOf(['a\n'])).toEqual([[1, 'a', 2]]);
    expect(await linesOf(['a\nb'])).toEqual([
      [1, 'a', 2],
      [2, 'b', 3],
    ]);
    expect(await linesOf([])).toEqual([]);
  });

  it('that are too long are passed over, and the next one is read', async () => {
    expect(await linesOf(['aaaa', 'aaaa\nbbbbb\nccc', 'ccc'], 5)).toEqual([
      [1, undefined, 9],
      [2, 'bbbbb', 15],
      [3, undefined, 21],
    ]);
  });

  it('with half of a surrogate pair hold a byte that is not UTF-8', async () => {
    const halves = ['a\ud83d', 'b\n', '\udc08\n', 'c\ud83d'];
    expect(await linesOf(halves)).toEqual([
      [1, 'a\xffb', 4],
      [2, '\xff', 6],
      [3, 'c\xff', 8],
    ]);
  });
});
