/** In charge of what can be said against a migration before anything is run: it is no SQL, or empty. */
import { checkScript, type SqlScript } from '@catb/database';
import { checkSyntax } from './check-syntax.ts';
import { describeFailure } from './describe-failure.ts';
import { addFailure } from './judge-failure.ts';
import { shortText } from './place.ts';
import type { Failure } from './proof.ts';
import type { ProofDraft } from './prove-migration.ts';
import type { Change } from './read-change.ts';

async function findProblem(
  change: Change,
  during: Failure['during'],
  script: SqlScript,
): Promise<Failure | undefined> {
  const [refused] = checkScript(script);
  const syntax = await checkSyntax(script);
  if (syntax === undefined) {
    if (refused === undefined) return undefined;
    const stopped = { error: refused, statement: undefined, ended: undefined };
    return describeFailure(change, { during, stopped, left: [] });
  }
  const statement = script.executable[syntax.statement - 1];
  return {
    during,
    kind: 'refused',
    file: script.place,
    line: syntax.line,
    column: syntax.column,
    statement: syntax.statement,
    text: statement === undefined ? null : shortText(script, statement),
    sqlstate: '42601',
    message: syntax.message,
    details: null,
    hint: syntax.hint,
    left: [],
    held: [],
    resume: 'Nothing was run.',
  };
}

/** Looks at both files, and notes in the proof what is wrong. */
export async function checkChange(draft: ProofDraft): Promise<void> {
  const { migration } = draft.change;
  const up = await findProblem(draft.change, 'up', migration.up);
  const down =
    up === undefined && migration.down !== undefined
      ? await findProblem(draft.change, 'down', migration.down)
      : undefined;
  const problem = up ?? down;
  if (problem !== undefined) addFailure(draft.proof, problem);
}
