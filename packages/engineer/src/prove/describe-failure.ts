/** In charge of saying how a script failed: where, in PostgreSQL's words, and what it left behind. */
import { CatbError, DatabaseError, type SqlScript, type SqlStatement } from '@catb/database';
import { placeInBlock } from './place-in-block.ts';
import { placeOf, shortText, type Place } from './place.ts';
import type { Failure } from './proof.ts';
import type { Change } from './read-change.ts';
import type { Stopped } from './run-script.ts';

const verbs = { deadline: 'did not end in time', disk: 'filled the disk' } as const;

function placeOfError(
  script: SqlScript,
  statement: SqlStatement | undefined,
  error: DatabaseError | undefined,
): Place {
  if (statement === undefined) return { line: 1, column: 1 };
  const position = Number(error?.position ?? 0);
  if (position > 0) return placeOf(script, statement, position);
  return placeInBlock(script, statement, error?.where) ?? placeOf(script, statement);
}

/** `migrations/x.sql, line 4: …` begins the message of what was refused before it ran. */
function lineInMessage(message: string): number | undefined {
  const line = /, line (\d+):/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}

/** How to go on, when it happens to the real database. */
function resumeAfter(left: readonly string[], outside: boolean, kind: Failure['kind']): string {
  if (kind === 'refused') return 'Nothing was run.';
  if (left.length === 0) {
    return 'It left nothing behind, so it can be run again once the cause is mended.';
  }
  if (!outside) return 'Put back by hand what the lines above say, then run it again.';
  return (
    'It ran outside of a transaction, so this stays. catb’s migrator drops the unfinished index and ' +
    'can be run again as it is; with another tool, drop it with "drop index concurrently" first.'
  );
}

/** What is known about a script that stopped. */
export interface StoppedScript {
  during: Failure['during'];
  stopped: Stopped;
  /** What differs from before it was run. */
  left: string[];
}

/** Says it. */
export function describeFailure(
  { migration, file, rollbackFile }: Change,
  { during, stopped, left }: StoppedScript,
): Failure {
  const isUp = during === 'up' || during === 'up again';
  const script = isUp ? migration.up : (migration.down ?? migration.up);
  const { statement, ended, error } = stopped;
  const cause = error instanceof CatbError ? error.cause : error;
  const said = cause instanceof DatabaseError ? cause : undefined;
  const known = error instanceof CatbError ? error : undefined;
  const refused = known !== undefined && known.code !== 'MIGRATION_FAILED' && cause === undefined;
  const kind = ended?.kind ?? (refused ? 'refused' : 'failed');
  const place = placeOfError(script, statement, said);
  const line = statement === undefined ? lineInMessage(error.message) : undefined;
  const details = [said?.detail, said?.where ?? (said === undefined ? known?.details : undefined)];
  return {
    during,
    kind,
    file: isUp ? file : (rollbackFile ?? file),
    line: line ?? place.line,
    column: place.column,
    statement: statement === undefined ? null : script.executable.indexOf(statement) + 1,
    text: statement === undefined ? null : shortText(script, statement),
    sqlstate: said?.code ?? null,
    message:
      ended === undefined
        ? cause instanceof Error
          ? cause.message
          : error.message
        : `It ${verbs[ended.kind]} and was ended.`,
    details: details.filter((part) => part !== undefined).join('\n') || null,
    hint: known?.hint ?? said?.hint ?? null,
    left,
    held: ended?.held ?? [],
    resume: resumeAfter(left, script.outsideTransaction, kind),
  };
}
