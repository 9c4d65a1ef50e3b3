/** In charge of the target's extensions on the copy, and of stand-ins for those it lacks. */
import pg from 'pg';
import { sql } from './catalog/sql.generated.ts';
import type { ExtensionFacts } from './read-cluster.ts';
import type { Piece } from './piece.ts';
import type { MissingObject } from './schema-copy.ts';

/** How the extensions of the target can be had. */
export interface ExtensionPlan {
  pieces: Piece[];
  /** Those that the copy lacks. */
  lacking: ExtensionFacts[];
  missing: MissingObject[];
}

interface StandIn {
  extension: string;
  script: string;
}

function createScript(extension: ExtensionFacts, version: string | undefined): string {
  const [name, schema] = [extension.name, extension.schema].map(pg.escapeIdentifier);
  const create =
    `create extension ${name}` +
    (extension.inSchema ? ` schema ${schema}` : '') +
    (version === undefined ? '' : ` version ${pg.escapeLiteral(version)}`);
  // Whoever made it owns it; a role that may not make it here was given it there.
  return `do $do$ begin
      set local role ${extension.owner};
      ${create};
      reset role;
    exception when others then
      reset role;
      ${create};
      update pg_catalog.pg_extension set extowner = ${pg.escapeLiteral(extension.owner)}::pg_catalog.regrole
      where extname = ${pg.escapeLiteral(extension.name)};
    end $do$`;
}

/**
 * Plans the extensions, each in the version of the target where the copy's server has it.
 *
 * @param target in the transaction that is open
 * @param copy the copy's database
 */
export async function planExtensions(
  target: pg.ClientBase,
  copy: pg.ClientBase,
  extensions: readonly ExtensionFacts[],
): Promise<ExtensionPlan> {
  const available = await copy.query<{ name: string; versions: string[] }>(sql.availableExtensions);
  const versions = new Map(available.rows.map((row) => [row.name, row.versions]));
  const lacking = extensions.filter(({ name }) => !versions.has(name));
  const standIns = await target.query<StandIn>(sql.standIns, [lacking.map(({ name }) => name)]);
  const scripts = new Map(standIns.rows.map((row) => [row.extension, row.script]));
  const missing: MissingObject[] = [];

  const pieces = extensions.flatMap((extension, rank): Piece[] => {
    const object = `extension ${pg.escapeIdentifier(extension.name)}`;
    const piece = {
      key: `pg_extension:${extension.id}`,
      object,
      stage: 1,
      rank,
      shell: null,
      needs: [],
    };
    const known = versions.get(extension.name);
    if (known === undefined) {
      missing.push({
        object,
        reason: 'the throw-away server has no such extension; text stands in for its types',
      });
      return [{ ...piece, script: scripts.get(extension.name) ?? '' }];
    }
    // It is in every new database, and stays: what makes the copy and its rows is written in it.
    if (extension.name === 'plpgsql') return [];
    const version = known.includes(extension.version) ? extension.version : undefined;
    if (version === undefined) {
      missing.push({
        object: `${object} version ${extension.version}`,
        reason: `the throw-away server has ${known.join(', ')}`,
      });
    }
    return [{ ...piece, script: createScript(extension, version) }];
  });
  return { pieces, lacking, missing };
}
