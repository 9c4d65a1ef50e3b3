import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { createEmptyDatabase, createTestDatabase } from '@catb/database/testing';
import { it } from 'vitest';
import { writePgtap } from './pgtap/write-pgtap.ts';
import { tryOnCopy } from './try-on-copy.ts';
import { makeRows } from './try-access.ts';
import { findLeaks } from './judge/find-leaks.ts';
import { formatTerminal } from './show/format-terminal.ts';
import { formatHtml } from './show/format-html.ts';
import { listFailures } from './show/cell-letters.ts';

it('dev', { timeout: 100_000 }, async () => {
  const files = (process.env['RLS'] ?? 'base,leaks').split(',');
  const database = files[0] === 'catb' ? await createTestDatabase() : await createEmptyDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  for (const file of files.filter((f) => f !== 'catb'))
    await client.query(readFileSync(`packages/engineer/fixtures/rls/${file}.sql`, 'utf8'));
  const began = performance.now();
  let script: any;
  const m = await tryOnCopy(client, database.superuserUrl, makeRows, {
    roles: process.env['ROLES']?.split(','),
    onScript: (x) => (script = x),
    onProgress: (p) => console.error(p.done, p.doing, Math.round(performance.now() - began)),
  });
  const matrix = { ...m, missing: [], seconds: 0 };
  if (process.env['PGTAP']) console.log(await writePgtap(process.env['PGTAP'], script));
  const findings = findLeaks(matrix);
  console.log(formatTerminal(matrix, { width: 160 }));
  for (const f of findings) console.log(f.level, f.rule, f.object, '—', f.detail);
  console.log(
    JSON.stringify(matrix.identities, null, 1),
    matrix.untried,
    matrix.remarks,
    matrix.unread,
    matrix.attempts,
  );
  for (const f of listFailures(matrix))
    console.log(f.object, f.verbs.join(','), f.sqlstate, f.message);
  writeFileSync('/tmp/rlsdev/matrix.json', JSON.stringify(matrix));
  writeFileSync('/tmp/rlsdev/matrix.html', formatHtml(matrix, findings));
  await client.end();
  await database.drop();
});
