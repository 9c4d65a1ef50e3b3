import path from 'node:path';
import { supabaseDirectory } from '@catb/database';
import { createTestDatabase } from '@catb/database/testing';
import { expect, it } from 'vitest';
import { withClient } from '../copy/with-client.ts';
import { readAcceptedFindings } from '../findings/accept-findings.ts';
import type { AccessMatrix } from './access-matrix.ts';
import { readAcceptedMatrix } from './judge/accepted-matrix.ts';
import { judgeMatrix } from './judge/judge-matrix.ts';
import { readAccessConfig } from './read-config.ts';
import { cellOf } from './testing/try-fixtures.ts';
import { makeRows } from './try-access.ts';
import { tryOnCopy } from './try-on-copy.ts';

const fileOf = (name: string) => path.join(supabaseDirectory(), name);

async function tryOwnSchema(): Promise<AccessMatrix> {
  const config = await readAccessConfig(fileOf('rls.config.json'));
  const database = await createTestDatabase();
  try {
    const tried = await withClient(database.superuserUrl, (superuser) =>
      tryOnCopy(superuser, database.superuserUrl, makeRows, config),
    );
    return { ...tried, missing: [], seconds: 0 };
  } finally {
    await database.drop();
  }
}

it('in catb’s own schema strangers reach nothing that is not accepted with a reason', async () => {
  const matrix = await tryOwnSchema();
  const accepted = await readAcceptedFindings(fileOf('accepted-findings.json'));
  const before = await readAcceptedMatrix(fileOf('access-matrix.json'));
  const verdict = judgeMatrix(matrix, accepted, before);
  expect(verdict.open).toEqual([]);
  // `catb rls --accept` writes the file anew.
  expect(verdict.differences).toEqual([]);

  expect(cellOf(matrix, 'public.messages', 'anon', 'owner', 'select')).toMatchObject({
    outcome: 'own',
    others: 0,
  });
  expect(cellOf(matrix, 'public.messages', 'anon', 'nobody', 'select').outcome).toBe('none');
  expect(matrix.identities.filter(({ used }) => used).map(({ carrier }) => carrier)).toEqual([
    'claim:session_id',
  ]);
});
