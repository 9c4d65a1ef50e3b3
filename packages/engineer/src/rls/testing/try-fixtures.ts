/** In charge of a database with fixtures, on which tests try access. */
import { readFile } from 'node:fs/promises';
import { createEmptyDatabase } from '@catb/database/testing';
import { withClient } from '../../copy/with-client.ts';
import type { AccessCell, AccessMatrix, Verb, Who } from '../access-matrix.ts';
import type { AccessScript } from '../pgtap/recorded-test.ts';
import { makeRows } from '../try-access.ts';
import { tryOnCopy, type AttemptOptions } from '../try-on-copy.ts';

/** What came of it. */
export interface TriedFixtures {
  matrix: AccessMatrix;
  script: AccessScript;
}

/** The SQL of a fixture. */
export async function readFixture(name: string): Promise<string> {
  return await readFile(new URL(`../../../fixtures/rls/${name}.sql`, import.meta.url), 'utf8');
}

/** Makes a database of the fixtures, tries everything on it, and drops it. */
export async function tryFixtures(
  names: readonly string[],
  options: AttemptOptions = {},
): Promise<TriedFixtures> {
  const database = await createEmptyDatabase();
  try {
    return await withClient(database.superuserUrl, async (superuser) => {
      for (const name of names) await superuser.query(await readFixture(name));
      const scripts: AccessScript[] = [];
      const tried = await tryOnCopy(superuser, database.superuserUrl, makeRows, {
        ...options,
        onScript: (script) => scripts.push(script),
      });
      const [script] = scripts;
      if (script === undefined) throw new Error('Nothing was recorded.');
      return { matrix: { ...tried, missing: [], seconds: 0 }, script };
    });
  } finally {
    await database.drop();
  }
}

/** The one cell of an object, role, person and verb. */
export function cellOf(
  matrix: AccessMatrix,
  object: string,
  role: string,
  who: Who,
  verb: Verb,
): AccessCell {
  const cell = matrix.objects
    .find((access) => access.object === object)
    ?.cells.find((each) => each.role === role && each.who === who && each.verb === verb);
  if (cell === undefined) throw new Error(`${object} was not tried: ${role}, ${who}, ${verb}`);
  return cell;
}
