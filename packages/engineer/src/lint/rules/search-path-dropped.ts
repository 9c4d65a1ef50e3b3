/** In charge of the rule about functions that lose the search path they had. */
import { isPinnedLater, routineBefore } from '../facts/routine-before.ts';
import { readRoutine } from '../facts/routines.ts';
import type { Fault, LintRule, Visit } from '../rule.ts';

export const searchPathDropped: LintRule = {
  name: 'search-path-dropped',
  title: 'A function loses the search path it had',
  on: {
    CreateFunctionStmt: (_, visit) => check(visit),
    AlterFunctionStmt: (_, visit) => check(visit),
  },
};

function check({ file, statement }: Visit): Fault[] {
  const routine = readRoutine(statement, file.facts.defaultSchema(statement.order));
  if (routine === undefined) return [];
  const before = routineBefore(file, statement, routine.signature);
  const isCreate = statement.kind === 'CreateFunctionStmt';
  const loses = routine.path === 'resets' || (isCreate && routine.path === 'leaves');
  const definer = routine.security === 'definer' || (!isCreate && before?.definer === true);
  // One that runs as its owner is what definer-without-search-path speaks of.
  if (!loses || definer || before?.searchPath == null) return [];
  if (isPinnedLater(file, statement, routine.signature)) return [];
  return [
    {
      level: 'warning',
      object: routine.signature,
      message: `${routine.signature} had search_path = '${before.searchPath}', and ${isCreate ? 'create or replace does not keep it' : 'this takes it away'}.`,
      hint: 'A function’s settings belong to its definition: repeat set search_path in it.',
    },
  ];
}
