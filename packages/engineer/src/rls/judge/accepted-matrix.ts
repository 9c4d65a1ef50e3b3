/** In charge of the accepted access matrix: a file that is stable, sorted, and good to compare. */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { EngineerError } from '../../errors.ts';
import type { AccessCell, AccessMatrix } from '../access-matrix.ts';

/**
 * What was reached, by object and by `role, who`: each outcome with the verbs that had it, such as
 * `own: select, update; permission: delete`. Refusals are told apart: `permission`, `policy`, and
 * `error` with its SQLSTATE. Counts and words are left out: they may change without any change in who
 * may do what.
 */
export type AcceptedMatrix = Record<string, Record<string, string>>;

const outcomes = /^[a-z]+( [0-9A-Z]{5})?: [a-z ,]+(; [a-z]+( [0-9A-Z]{5})?: [a-z ,]+)*$/;
const schema = z.record(z.string(), z.record(z.string(), z.string().regex(outcomes)));

/** The matrix as it is accepted. */
export function condenseMatrix(matrix: AccessMatrix): AcceptedMatrix {
  const condensed: AcceptedMatrix = {};
  for (const { object, cells } of matrix.objects) {
    const actors: Record<string, Record<string, string[]>> = {};
    for (const cell of cells) {
      const outcomes = (actors[`${cell.role}, ${cell.who}`] ??= {});
      (outcomes[wordOf(cell)] ??= []).push(cell.verb);
    }
    condensed[object] = Object.fromEntries(
      Object.entries(actors).map(([actor, some]) => [actor, describe(some)]),
    );
  }
  return condensed;
}

function describe(byOutcome: Record<string, string[]>): string {
  return Object.entries(byOutcome)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([outcome, verbs]) => `${outcome}: ${verbs.join(', ')}`)
    .join('; ');
}

/** Each verb's outcome, out of what one actor has in an accepted matrix. */
export function outcomesByVerb(text = ''): Record<string, string> {
  const parts = text.split('; ').map((part) => part.split(': '));
  return Object.fromEntries(
    parts.flatMap(([outcome = '', verbs = '']) =>
      verbs.split(', ').flatMap((verb) => (verb === '' ? [] : [[verb, outcome]])),
    ),
  );
}

/** One word for a cell: its outcome, or why it was refused. */
export function wordOf({ outcome, refusal, sqlstate }: AccessCell): string {
  if (outcome !== 'error') return outcome;
  return refusal === 'failure' ? `error ${sqlstate ?? ''}`.trim() : (refusal ?? 'error');
}

/** Writes the accepted matrix. */
export async function writeAcceptedMatrix(file: string, matrix: AccessMatrix): Promise<void> {
  await writeFile(file, `${JSON.stringify(condenseMatrix(matrix), null, 2)}\n`);
}

/**
 * Reads it; null where there is none.
 *
 * @throws EngineerError `ACCESS_MATRIX_UNREADABLE`
 */
export async function readAcceptedMatrix(file: string): Promise<AcceptedMatrix | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new EngineerError({
      code: 'ACCESS_MATRIX_UNREADABLE',
      message: `The accepted access matrix could not be read from ${file}.`,
      details: cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause),
      hint: 'Write it with catb rls --accept.',
      cause,
    });
  }
}
