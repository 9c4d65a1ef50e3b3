/** In charge of the rule about `security definer` functions whose search path anybody can set. */
import { isPinnedLater, routineBefore } from '../facts/routine-before.ts';
import { readRoutine } from '../facts/routines.ts';
import type { Fault, LintRule, Visit } from '../rule.ts';

export const definerWithoutSearchPath: LintRule = {
  name: 'definer-without-search-path',
  title: 'A security definer function without a search path of its own',
  on: {
    CreateFunctionStmt: (_, visit) => check(visit),
    AlterFunctionStmt: (_, visit) => check(visit),
  },
};

function check({ file, statement }: Visit): Fault[] {
  const routine = readRoutine(statement, file.facts.defaultSchema(statement.order));
  if (routine === undefined || isPinnedLater(file, statement, routine.signature)) return [];
  const before = routineBefore(file, statement, routine.signature);
  const isCreate = statement.kind === 'CreateFunctionStmt';
  const becomesDefiner = routine.security === 'definer';
  const staysDefiner = !isCreate && routine.security === null && before?.definer === true;
  const losesPath = routine.path === 'resets';
  const hasPath =
    routine.path === 'sets' || (!isCreate && !losesPath && before?.searchPath != null);
  if (hasPath || !(becomesDefiner || (staysDefiner && losesPath))) return [];
  const had =
    before?.searchPath == null ? null : `Until now it had search_path = '${before.searchPath}'.`;
  return [
    {
      level: 'error',
      object: routine.signature,
      message: `${routine.signature} runs as its owner, with whatever search_path the caller sets: a name without a schema can be made to lead to the caller’s own object.`,
      detail: had,
      hint: "Add set search_path = '' and write every name with its schema.",
    },
  ];
}
