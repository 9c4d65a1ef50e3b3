/** In charge of how a function was before a statement, and whether the file pins its path later. */
import type { LintFile } from '../rule.ts';
import type { LintStatement } from '../sql/statement.ts';
import type { CatalogFunction } from './catalog.ts';
import type { FileFacts } from './file-facts.ts';

/** What of a function a statement can take away. */
type RoutineState = Omit<CatalogFunction, 'volatile'>;

/** As the file, the files before it in the run, or the target has it; undefined when none does. */
export function routineBefore(
  file: LintFile,
  { order }: LintStatement,
  signature: string,
): RoutineState | undefined {
  const known = file.catalog?.functions.get(signature);
  const earlier = file.earlier.flatMap((facts) => changesOf(facts, signature, Infinity));
  const changes = [...(known ? [] : earlier), ...changesOf(file.facts, signature, order)];
  if (changes.length === 0) return known;
  let state: RoutineState = known ?? { signature, definer: false, searchPath: null };
  for (const change of changes) {
    const made = change.isCreate;
    state = {
      signature,
      definer: change.security === null ? !made && state.definer : change.definer,
      searchPath: change.path === 'leaves' && !made ? state.searchPath : change.searchPath,
    };
  }
  return state;
}

/** True when a later statement of the file gives the function a search path. */
export function isPinnedLater(
  file: LintFile,
  { order }: LintStatement,
  signature: string,
): boolean {
  return file.facts.routines
    .of(signature)
    .some((each) => each.order > order && each.path === 'sets');
}

function changesOf(facts: FileFacts, signature: string, before: number) {
  return facts.routines.of(signature).filter((each) => each.order < before);
}
