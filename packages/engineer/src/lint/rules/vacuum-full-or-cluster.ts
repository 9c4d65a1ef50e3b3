/** In charge of the rule about commands that write a whole table anew. */
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { writtenName } from '../facts/made-objects.ts';
import { sizeOf, type Fault, type LintRule, type Visit } from '../rule.ts';
import { asNode, nodesOf, type NodeOf } from '../sql/nodes.ts';

type RangeVar = NodeOf<'ClusterStmt'>['relation'];

export const vacuumFullOrCluster: LintRule = {
  name: 'vacuum-full-or-cluster',
  title: 'A whole table is written anew while nobody may read it',
  on: {
    VacuumStmt: (node, visit) => {
      const isFull = nodesOf(node.options, 'DefElem').some(
        ({ defname, arg }) => defname === 'full' && !isOff(asNode(arg, 'String')?.sval),
      );
      if (!isFull) return [];
      const relations = nodesOf(node.rels, 'VacuumRelation');
      if (relations.length === 0) return [fault('vacuum full', undefined, visit)];
      return relations.map(({ relation }) => fault('vacuum full', relation, visit));
    },
    ClusterStmt: (node, visit) => [fault('cluster', node.relation, visit)],
  },
};

/** `full` alone means on. */
function isOff(value: string | undefined): boolean {
  return value === 'false' || value === 'off';
}

function fault(command: string, relation: RangeVar, { file, statement }: Visit): Fault {
  const table = relation && file.facts.qualify(writtenName(relation), statement.order);
  const size = table === undefined ? undefined : sizeOf(file, table);
  return {
    level: table === undefined ? 'error' : levelBySize(size),
    object: table ?? null,
    message: `${command} copies ${table ?? 'every table'}, and nobody reads or writes it until that is done.`,
    detail: describeSize(size),
    hint: 'Plain vacuum makes the space usable again. To give it back to the disk without stopping the traffic, use pg_repack.',
  };
}
