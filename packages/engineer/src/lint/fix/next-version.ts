/** In charge of the version of a migration that is to come behind all others. */
import { readdirSync } from 'node:fs';

/**
 * One second behind the newest of the folder, as 14 digits; where versions are no times, one more.
 *
 * @param taken a version that is planned already
 */
export function nextVersion(folder: string, taken?: string): string {
  const versions = readdirSync(folder).flatMap((file) => /^(\d+)_.*\.sql$/.exec(file)?.[1] ?? []);
  const newest = [...versions, ...(taken === undefined ? [] : [taken])].sort().at(-1) ?? '0';
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(newest) ?? [];
  if (year === undefined) return String(BigInt(newest) + 1n).padStart(newest.length, '0');
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second) + 1,
  );
  return new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);
}
