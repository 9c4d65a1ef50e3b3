/** In charge of which objects a `drop` names. */
import { asNode, nodesOf, stringsOf, type NodeOf } from '../sql/nodes.ts';
import type { FileFacts } from './file-facts.ts';
import type { MadeObject } from './made-objects.ts';
import { joinName, typeText } from './names.ts';

export interface DroppedObject {
  kind: MadeObject['kind'];
  /** Such as `materialized view`. */
  label: string;
  /** Schema-qualified and quoted where it must be. */
  name: string;
}

/** What the file remembers such an object as. */
const kinds: Readonly<Record<string, MadeObject['kind']>> = {
  OBJECT_INDEX: 'index',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_AGGREGATE: 'function',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
  OBJECT_SCHEMA: 'schema',
};

/** The objects in their order. */
export function findDroppedObjects(
  node: NodeOf<'DropStmt'>,
  facts: FileFacts,
  order: number,
): DroppedObject[] {
  const removed = node.removeType ?? '';
  const label = removed
    .replace('OBJECT_', '')
    .toLowerCase()
    .replace('matview', 'materialized view');
  const kind = kinds[removed] ?? 'relation';
  return (node.objects ?? []).map((object) => {
    const routine = asNode(object, 'ObjectWithArgs');
    const parts =
      stringsOf(asNode(object, 'List')?.items ?? asNode(object, 'TypeName')?.names) ?? [];
    if (routine !== undefined) {
      const given = nodesOf(routine.objargs, 'TypeName').map(typeText).join(', ');
      return { kind, label, name: `${qualify(stringsOf(routine.objname))}(${given})` };
    }
    const single = asNode(object, 'String')?.sval;
    if (single !== undefined) return { kind, label, name: joinName(single) };
    if (['trigger', 'rule', 'policy'].includes(label)) {
      const table = facts.qualify(parts.slice(0, -1), order);
      return { kind, label, name: `${joinName(parts.at(-1) ?? '')} on ${table}` };
    }
    return {
      kind,
      label,
      name: kind === 'relation' ? facts.qualify(parts, order) : qualify(parts),
    };
  });

  function qualify(parts: string[]): string {
    return joinName(...(parts.length > 1 ? parts : [facts.defaultSchema(order), ...parts]));
  }
}
