/** In charge of finding the table or view that a person names. */
import { EngineerError } from '../errors.ts';
import type { Inspection } from './inspection.ts';
import { qualifyName, quoteName } from './quote-name.ts';
import type { TableInspection, ViewInspection } from './relation-inspection.ts';

type Relation = TableInspection | ViewInspection;

/**
 * Finds it by name, with or without its schema, quoted or not. `public` comes first where several
 * schemas have one of the name.
 *
 * @throws EngineerError RELATION_UNKNOWN, which lists names that are alike
 */
export function findRelation(inspection: Inspection, wanted: string): Relation {
  const relations = [...inspection.tables, ...inspection.views];
  const found = relations.filter((relation) => namesOf(relation).includes(wanted));
  const relation = found.find(({ schema }) => schema === 'public') ?? found[0];
  if (relation !== undefined) return relation;
  const alike = relations
    .filter(({ name }) =>
      name.toLowerCase().includes(wanted.split('.').at(-1)?.toLowerCase() ?? ''),
    )
    .map(qualifyName);
  throw new EngineerError({
    code: 'RELATION_UNKNOWN',
    message: `There is no table or view ${wanted}.`,
    hint:
      alike.length === 0
        ? 'See the names with: catb inspect'
        : `Did you mean ${alike.slice(0, 5).join(', ')}?`,
  });
}

function namesOf({ schema, name }: Relation): string[] {
  return [name, quoteName(name), `${schema}.${name}`, qualifyName({ schema, name })];
}
