import { existsSync } from 'node:fs';
import { createEmptyDatabase } from '@catb/database/testing';
import { expect, it } from 'vitest';
import { withClient } from '../copy/with-client.ts';
import { accessRules } from './judge/judge-matrix.ts';
import { cellOf, readFixture } from './testing/try-fixtures.ts';
import { tryAccess } from './try-access.ts';

it('a target is tried on a copy, and nothing is left on the target', async () => {
  const target = await createEmptyDatabase();
  try {
    const fixture = await readFixture('carriers');
    await withClient(target.superuserUrl, (client) => client.query(fixture));
    const matrix = await tryAccess(target.superuserUrl, { roles: ['authenticated'] });
    expect(cellOf(matrix, 'public.projects', 'authenticated', 'owner', 'update')).toMatchObject({
      outcome: 'own',
      others: 0,
    });
    const left = await withClient(target.superuserUrl, (client) =>
      client.query(
        `select (select count(*) from public.projects)::integer as rows,
            (select count(*) from pg_catalog.pg_namespace where nspname = 'catb_attempts')::integer as schemas`,
      ),
    );
    expect(left.rows).toEqual([{ rows: 0, schemas: 0 }]);
  } finally {
    await target.drop();
  }
});

it.each(Object.keys(accessRules))('the rule %s has a page', (rule) => {
  const page = new URL(`../../../../docs/reference/rules/${rule}.md`, import.meta.url);
  expect(existsSync(page)).toBe(true);
});
