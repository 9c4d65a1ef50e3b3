/** In charge of what the backup commands tell people. */
import type { ListedBackup, Manifest, VerifyReport } from '@catb/operations';

/** Bytes for people. */
export const inMegabytes = (bytes: number): string =>
  `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

/** A backup that was made. */
export const describeBackup = ({ id, rows, bytes, seconds, leftOut }: Manifest): string =>
  [
    `Made ${id}: ${rows.toLocaleString('en')} rows, ${inMegabytes(bytes)}, in ${seconds.toFixed(1)} s.`,
    ...leftOut.map(({ object, reason }) => `Left out: ${object}; ${reason}.`),
  ].join('\n');

/** A line of the list. */
export function describeListed({ id, manifest, provenAt, problem }: ListedBackup): string {
  if (manifest === undefined) return `${id}  ${problem ?? ''}`;
  const proof = provenAt === undefined ? 'not proven' : `proven ${provenAt.toISOString()}`;
  return `${id}  ${inMegabytes(manifest.bytes)}  ${manifest.rows.toLocaleString('en')} rows  ${proof}`;
}

/** What a drill found. */
export function describeDrill({ id, isProven, problems, major, seconds }: VerifyReport): string {
  const lines = problems.map(({ object, message }) => `${object}: ${message}`);
  const where = major === undefined ? '' : ` on PostgreSQL ${major}`;
  const verdict = isProven
    ? `Proven: ${id} restores${where}, in ${seconds.toFixed(1)} s.`
    : `Not proven: ${id}.`;
  return [...lines, verdict].join('\n');
}
