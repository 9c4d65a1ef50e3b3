/** In charge of what a failure means for the proof. */
import type { Failure, Proof } from './proof.ts';

const rules = {
  up: 'migration-fails',
  'up again': 'migration-fails',
  down: 'rollback-fails',
  'down with new rows': 'rollback-fails',
} as const;

const occasions = {
  up: '',
  'up again': ' when it is applied again after its rollback',
  down: '',
  'down with new rows': ' once rows have been written under the new schema',
} as const;

function say({ during, kind, message, file }: Failure): string {
  const what = rules[during] === 'migration-fails' ? 'The migration' : 'The rollback';
  if (kind === 'deadline' || kind === 'disk') return `${what} ${file}: ${message}`;
  const verb = kind === 'refused' ? 'is refused' : 'fails';
  return `${what} ${verb}${occasions[during]}: ${message}`;
}

/** Writes down the failure, and the finding that it is. */
export function addFailure(proof: Proof, failure: Failure): void {
  proof.failure = failure;
  const known = [
    failure.sqlstate === null ? null : `SQLSTATE ${failure.sqlstate}.`,
    failure.details,
    failure.held.length === 0 ? null : `When it was ended: ${failure.held.join('; ')}.`,
    failure.left.length === 0 ? null : `It left behind:\n${failure.left.join('\n')}`,
  ].filter((part) => part !== null);
  proof.findings.push({
    rule: failure.kind === 'deadline' ? 'deadline-passed' : rules[failure.during],
    level: 'error',
    object: null,
    message: say(failure),
    detail: known.length === 0 ? null : known.join('\n'),
    hint: failure.hint ?? failure.resume,
    location: { file: failure.file, line: failure.line, column: failure.column },
  });
}
