/** In charge of the difference between how PostgreSQL counts and how JavaScript does. */

/**
 * The parser's locations are bytes of UTF-8, ours are UTF-16 units.
 *
 * @returns a function from the one to the other, for this text
 */
export function byteOffsetsOf(text: string): (byte: number) => number {
  if (Buffer.byteLength(text) === text.length) return (byte) => byte;
  let bytes: Buffer | undefined;
  return (byte) => {
    bytes ??= Buffer.from(text);
    return bytes.toString('utf8', 0, byte).length;
  };
}

/** The parser's errors count characters: those outside of the basic plane are two UTF-16 units. */
export function offsetOfCharacter(text: string, character: number): number {
  let offset = 0;
  for (let passed = 0; passed < character && offset < text.length; passed += 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
