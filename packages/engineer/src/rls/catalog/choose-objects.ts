/** In charge of which schemas and roles are tried when nobody says so. */
import { EngineerError } from '../../errors.ts';
import type { RelationFacts, RoleFacts, RoutineFacts, SchemaFacts } from './facts.ts';

/** Schemas that a Supabase project comes with; nobody writes policies there but in `storage`. */
const hostedSchemas = new Set([
  'auth',
  'cron',
  'extensions',
  'graphql',
  'graphql_public',
  'net',
  'pgbouncer',
  'pgmq',
  'pgsodium',
  'pgsodium_masks',
  'realtime',
  '_realtime',
  'supabase_functions',
  '_supavisor',
  'supabase_migrations',
  'vault',
]);

const requestRoles = ['anon', 'authenticated', 'service_role'];

/** What is tried, and what is not. */
export interface ChosenObjects {
  tables: RelationFacts[];
  views: RelationFacts[];
  routines: RoutineFacts[];
  /** The names of all of them. */
  names: ReadonlySet<string>;
  untried: { object: string; reason: string }[];
}

/**
 * The objects in the schemas wanted; by default in all but those a Supabase project comes with.
 *
 * @throws EngineerError `ACCESS_SCHEMA_UNKNOWN`
 */
export function chooseObjects(
  facts: SchemaFacts,
  wanted: readonly string[] | undefined,
): ChosenObjects {
  const everything = [...facts.relations.values(), ...facts.routines];
  const unknown = wanted?.find((name) => !everything.some(({ schema }) => schema === name));
  if (unknown !== undefined) {
    throw new EngineerError({
      code: 'ACCESS_SCHEMA_UNKNOWN',
      message: `There is nothing to try in a schema ${unknown}.`,
      hint: 'Check its spelling, capitals included; a schema needs a table, view or function.',
    });
  }
  const isTried = ({ schema }: { schema: string }) =>
    wanted === undefined ? !hostedSchemas.has(schema) : wanted.includes(schema);
  const relations = [...facts.relations.values()].filter(isTried);
  const routines = facts.routines.filter(isTried);
  const isView = ({ kind }: RelationFacts) => kind === 'view' || kind === 'materialized view';
  const foreign = relations.filter(({ kind }) => kind === 'foreign table');
  return {
    tables: relations.filter((relation) => !isView(relation) && !foreign.includes(relation)),
    views: relations.filter(isView),
    routines,
    names: new Set([...relations, ...routines].map(({ object }) => object)),
    untried: foreign.map(({ object }) => ({
      object,
      reason: 'a foreign table has its rows elsewhere: nothing is tried there',
    })),
  };
}

/**
 * The roles to act as: those asked for; else those that requests come as, where they exist; else all
 * that hold grants and own nothing.
 *
 * @throws EngineerError `ACCESS_ROLE_UNKNOWN`
 */
export function chooseRoles(
  facts: SchemaFacts,
  wanted: readonly string[] | undefined,
): RoleFacts[] {
  const byName = new Map(facts.roles.map((role) => [role.name, role]));
  if (wanted !== undefined && wanted.length > 0) {
    return [...new Set(wanted)].map((name) => {
      const role = byName.get(name);
      if (role !== undefined) return role;
      throw new EngineerError({
        code: 'ACCESS_ROLE_UNKNOWN',
        message: `There is no role ${name} to act as.`,
        details: `Roles that can be tried: ${[...byName.keys()].join(', ')}.`,
        hint: 'Superusers are not tried: nothing is refused to them.',
      });
    });
  }
  const coming = requestRoles.flatMap((name) => byName.get(name) ?? []);
  if (coming.length > 0) return coming;
  return facts.roles.filter((role) => role.holds_grants && !role.owns);
}
