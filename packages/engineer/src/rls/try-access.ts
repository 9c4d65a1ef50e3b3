/** In charge of the access matrix of a target: everything is tried on a throw-away copy of its schema. */
import type pg from 'pg';
import { withSchemaCopy } from '../copy/copy-schema.ts';
import { withClient } from '../copy/with-client.ts';
import { generateRows } from '../rows/generate-rows.ts';
import { withTarget } from '../target/open-target.ts';
import type { AccessMatrix } from './access-matrix.ts';
import { tryOnCopy, type AttemptOptions } from './try-on-copy.ts';
import type { Fixing, MakeRows } from './witness/make-witnesses.ts';

/** Rows of each tenant in each table: one to be written with, one to stay. */
const rowsPerTenant = 2;

/** What can be chosen. */
export interface AccessOptions extends AttemptOptions {
  /** PostgreSQL's major to try on; the target's by default. */
  major?: number | undefined;
}

/**
 * Copies the target's schema, fills it with rows of two tenants, and tries as each role, and as the
 * owner, a stranger and nobody, to read, write and call everything. The target is only read.
 *
 * @param url of the target, as a role that may read the catalog
 * @throws EngineerError `ACCESS_…`
 */
export async function tryAccess(url: string, options: AccessOptions = {}): Promise<AccessMatrix> {
  const began = performance.now();
  return await withTarget(url, async (target) => {
    const { major } = options;
    return await withSchemaCopy(target, major === undefined ? {} : { major }, async (copy) => {
      const tried = await withClient(copy.superuserUrl, async (superuser) =>
        tryOnCopy(superuser, copy.superuserUrl, makeRows, options),
      );
      return { ...tried, missing: copy.missing, seconds: (performance.now() - began) / 1_000 };
    });
  });
}

/** Rows that fulfil the schema's constraints, of groups that share none. */
export const makeRows: MakeRows = async (client: pg.ClientBase, fixing: Fixing | undefined) => {
  const { tables } = await generateRows(client, {
    rowsPerGroup: rowsPerTenant,
    groups: 2,
    seed: 1,
    ...fixing,
  });
  return tables;
};
