/** In charge of one attempt as one pgTAP assertion. */
import pg from 'pg';
import type { Attempt } from '../attempts/attempt.ts';
import type { RecordedRows, RecordedTest } from './recorded-test.ts';

/** The assertion, and what a superuser does around it. */
export interface TestStatements {
  before: string[];
  statement: string;
  after: string[];
}

/** The error that takes back what a statement did. */
const takenBack = 'CATB0';

/** Whether an attempt can be repeated without catb's own functions. */
export function isRepeatable({ verb, way }: Attempt): boolean {
  if (verb === 'update') return way === undefined || way === 'one value';
  if (verb === 'delete') return way === undefined || way === 'plain';
  return ['select', 'insert', 'upsert', 'attach', 'take', 'give', 'call'].includes(verb);
}

/** The assertion of one test. */
export function testOf(object: string, test: RecordedTest, rows: RecordedRows): TestStatements {
  const { attempt, result, role, who } = test;
  const removed = (attempt.hidden ?? []).flatMap((id) => rows.removals.get(id) ?? []);
  const inReplica = (statements: readonly string[]) =>
    statements.length === 0
      ? []
      : [
          'set local session_replication_role = replica;',
          ...statements.map((statement) => `${statement};`),
          'set local session_replication_role = origin;',
        ];
  const whose =
    attempt.tenant === undefined
      ? ''
      : ` with ${attempt.tenant === 0 ? 'the owner’s' : 'the stranger’s'} row`;
  const ways = attempt.way === undefined ? '' : ` (${attempt.way})`;
  const about = `${role} as ${who}: ${attempt.verb} on ${object}${whose}${ways}`;
  const statement =
    result.sqlstate === undefined
      ? asserts(attempt, test, about)
      : refuses(attempt, result.sqlstate, about);
  return {
    before: inReplica(removed.map(({ remove }) => remove)),
    statement,
    after: inReplica(removed.map(({ restore }) => restore)),
  };
}

function refuses(attempt: Attempt, sqlstate: string, about: string): string {
  return `select throws_ok(${quote(attempt.statement)}, ${quote(sqlstate)}, null, ${quote(`${about} is refused`)});`;
}

function asserts(attempt: Attempt, { result }: RecordedTest, about: string): string {
  if (attempt.kind === 'read' && attempt.verb === 'select') {
    const count = result.found?.length ?? 0;
    const query = `select cardinality((${attempt.statement}))`;
    return `select results_eq(${quote(query)}, array[${count}], ${quote(`${about} shows ${count}`)});`;
  }
  const isCall = attempt.verb === 'call';
  const run = attempt.kind === 'read' ? `perform (${attempt.statement})` : attempt.statement;
  const count = isCall ? 'done' : `${result.rows ?? 0} rows`;
  const counted = isCall ? `'done'` : `n || ' rows'`;
  const block = [
    'do $catb$ declare n bigint; begin',
    `${run};`,
    'get diagnostics n = row_count;',
    `raise exception using errcode = '${takenBack}', message = ${counted};`,
    'end $catb$',
  ].join(' ');
  return `select throws_ok(${quote(block)}, ${quote(takenBack)}, ${quote(count)}, ${quote(`${about}: ${count}`)});`;
}

function quote(text: string): string {
  return pg.escapeLiteral(text);
}
