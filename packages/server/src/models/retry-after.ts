/** In charge of reading how long a provider asks us to wait. */

/**
 * Milliseconds from `Retry-After` (seconds or an HTTP date, RFC 9110) or `retry-after-ms`, which
 * some providers send beside it; undefined when there is neither or it can't be read.
 *
 * @param headers names in lower case
 * @param now milliseconds since 1970
 */
export function readRetryAfter(
  headers: Record<string, string> | undefined,
  now: number = Date.now(),
): number | undefined {
  const milliseconds = readNumber(headers?.['retry-after-ms']);
  if (milliseconds !== undefined) {
    return milliseconds;
  }
  const value = headers?.['retry-after'];
  const seconds = readNumber(value);
  if (seconds !== undefined) {
    return Math.ceil(seconds * 1000);
  }
  // A date has letters in it; `Date.parse` would also take "-5" for a year.
  const date = value !== undefined && /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function readNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
