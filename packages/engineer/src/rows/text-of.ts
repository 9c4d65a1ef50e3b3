/** In charge of a value of the caller's as PostgreSQL reads it. */

/** The text; null stays null, objects become JSON, and bytes hexadecimal. */
export function textOf(value: unknown): string | null {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
