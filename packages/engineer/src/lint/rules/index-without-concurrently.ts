/** In charge of the rule about indexes that are built, dropped or rebuilt while writers wait. */
import type { FindingLevel } from '../../findings/finding.ts';
import { findDroppedObjects } from '../facts/dropped-objects.ts';
import { writtenName } from '../facts/made-objects.ts';
import { quoteName } from '../facts/names.ts';
import { describeSize, levelBySize, type TableSize } from '../facts/table-size.ts';
import { insertBehind } from '../fix/insert-word.ts';
import {
  isNew,
  relationOf,
  sizeOf,
  type Fault,
  type Fix,
  type LintRule,
  type Visit,
} from '../rule.ts';
import { nodesOf, type NodeOf } from '../sql/nodes.ts';

export const indexWithoutConcurrently: LintRule = {
  name: 'index-without-concurrently',
  title: 'An index is built, dropped or rebuilt while others wait',
  on: { IndexStmt: checkCreate, DropStmt: checkDrop, ReindexStmt: checkReindex },
};

/** A concurrent statement stands alone in its file, so that only one that does can be made one. */
function concurrently({ file, statement }: Visit, behind: string): Fix | undefined {
  const alone = file.parts.length === 1 && statement.context === 'migration';
  return alone ? insertBehind(statement, behind, 'concurrently') : undefined;
}

function howTo({ file }: Visit): string {
  return file.parts.length === 1
    ? 'Say concurrently.'
    : 'Say concurrently, in a migration of its own.';
}

function checkCreate(node: NodeOf<'IndexStmt'>, visit: Visit): Fault[] {
  const { file, statement } = visit;
  const table = file.facts.qualify(writtenName(node.relation), statement.order);
  const inFunction = statement.context === 'function';
  if (node.concurrent === true || inFunction || isNew(file, table, statement)) return [];
  const relation = relationOf(file, table);
  const isPartitioned = relation?.kind === 'p';
  // On the parent alone it is a definition without entries.
  if (isPartitioned && node.relation?.inh !== true) return [];
  return [
    {
      level: levelBySize(relation?.size),
      object:
        node.idxname === undefined
          ? table
          : `${table.slice(0, -quoteName(node.relation?.relname ?? '').length)}${quoteName(node.idxname)}`,
      message: `Nobody writes ${table} until the index is built.`,
      detail: describeSize(relation?.size),
      hint: isPartitioned
        ? `Create it on only ${table}, then concurrently on each partition, and attach those.`
        : howTo(visit),
      fix: isPartitioned ? undefined : concurrently(visit, 'index'),
    },
  ];
}

function checkDrop(node: NodeOf<'DropStmt'>, visit: Visit): Fault[] {
  const { file, statement } = visit;
  const skips = node.removeType !== 'OBJECT_INDEX' || node.concurrent === true;
  if (skips || statement.context === 'function') return [];
  const dropped = findDroppedObjects(node, file.facts, statement.order);
  const alone = dropped.length === 1 && node.behavior !== 'DROP_CASCADE';
  return dropped
    .filter(({ name }) => !file.facts.makes('index', name, statement.order))
    .map(({ name }) => ({
      level: dropLevel(sizeOfIndexed(visit, name)),
      object: name,
      message: `Dropping ${name} waits for everybody who uses its table, and whoever comes later waits behind it.`,
      detail: describeSize(sizeOfIndexed(visit, name)),
      hint: howTo(visit),
      fix: alone ? concurrently(visit, 'index') : undefined,
    }));
}

/** Dropping takes a moment whatever the size: the table's tells how much traffic there may be. */
function dropLevel(size: TableSize | undefined): FindingLevel {
  return levelBySize(size) === 'info' ? 'info' : 'warning';
}

function sizeOfIndexed({ file }: Visit, index: string): TableSize | undefined {
  for (const { indexes, size } of file.catalog?.relations.values() ?? []) {
    if (indexes.some(({ name }) => name === index)) return size;
  }
  return undefined;
}

function checkReindex(node: NodeOf<'ReindexStmt'>, visit: Visit): Fault[] {
  const { file, statement } = visit;
  const isConcurrent = nodesOf(node.params, 'DefElem').some(
    ({ defname }) => defname === 'concurrently',
  );
  if (isConcurrent || statement.context === 'function') return [];
  const isIndex = node.kind === 'REINDEX_OBJECT_INDEX';
  const name = node.relation
    ? file.facts.qualify(writtenName(node.relation), statement.order)
    : quoteName(node.name ?? '');
  const size = isIndex ? sizeOfIndexed(visit, name) : sizeOf(file, name);
  const kind = (node.kind ?? '').replace('REINDEX_OBJECT_', '').toLowerCase();
  return [
    {
      level: levelBySize(size),
      object: name,
      message: `Nobody writes, and queries wait, until ${kind} ${name} is rebuilt.`,
      detail: describeSize(size),
      hint: howTo(visit),
      fix: node.params === undefined ? concurrently(visit, kind) : undefined,
    },
  ];
}
