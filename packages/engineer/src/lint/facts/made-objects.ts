/** In charge of what a file makes, and from which statement on. */
import { asNode, nodesOf, stringsOf, type NodeOf } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';
import { argumentTypes } from './names.ts';

/** A name as it was written, with or without its schema. */
export type WrittenName = readonly string[];

/** Something that a statement makes. */
export interface MadeObject {
  kind: 'relation' | 'index' | 'function' | 'type' | 'schema';
  name: WrittenName;
  /** Of a function: its argument types. */
  arguments?: string;
}

type RangeVar = NonNullable<NodeOf<'CreateStmt'>['relation']>;

/** The parts of a relation's name. */
export function writtenName(relation: RangeVar | undefined): WrittenName {
  const name = relation?.relname ?? '';
  return relation?.schemaname === undefined ? [name] : [relation.schemaname, name];
}

function relation(range: RangeVar | undefined): MadeObject[] {
  return [{ kind: 'relation', name: writtenName(range) }];
}

/** What a statement makes: tables, views, indexes, functions, types, schemas. */
export function findMadeObjects({ tree }: LintStatement): MadeObject[] {
  const table = asNode(tree, 'CreateStmt') ?? asNode(tree, 'CreateForeignTableStmt')?.base;
  if (table !== undefined) return relation(table.relation);
  const view = asNode(tree, 'ViewStmt');
  if (view !== undefined) return relation(view.view);
  const filled = asNode(tree, 'CreateTableAsStmt');
  if (filled !== undefined) return relation(filled.into?.rel);
  const sequence = asNode(tree, 'CreateSeqStmt');
  if (sequence !== undefined) return relation(sequence.sequence);
  const index = asNode(tree, 'IndexStmt');
  if (index?.idxname !== undefined) {
    const schema = index.relation?.schemaname;
    const name = schema === undefined ? [index.idxname] : [schema, index.idxname];
    return [{ kind: 'index', name }];
  }
  return findMadeDefinitions(tree);
}

function findMadeDefinitions(tree: LintStatement['tree']): MadeObject[] {
  const routine = asNode(tree, 'CreateFunctionStmt');
  if (routine !== undefined) {
    const given = argumentTypes(routine.parameters);
    return [{ kind: 'function', name: stringsOf(routine.funcname), arguments: given }];
  }
  const schema = asNode(tree, 'CreateSchemaStmt')?.schemaname;
  if (schema !== undefined) return [{ kind: 'schema', name: [schema] }];
  const domain = asNode(tree, 'CreateDomainStmt');
  const type =
    asNode(tree, 'CreateEnumStmt')?.typeName ??
    domain?.domainname ??
    asNode(tree, 'CreateRangeStmt')?.typeName;
  if (type !== undefined) return [{ kind: 'type', name: stringsOf(type) }];
  const composite = asNode(tree, 'CompositeTypeStmt');
  return composite === undefined ? [] : [{ kind: 'type', name: writtenName(composite.typevar) }];
}

/** The tables and views that a statement drops. */
export function findDroppedRelations({ tree }: LintStatement): WrittenName[] {
  const drop = asNode(tree, 'DropStmt');
  if (!['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW'].includes(drop?.removeType ?? ''))
    return [];
  return nodesOf(drop?.objects, 'List').map(({ items }) => stringsOf(items));
}
