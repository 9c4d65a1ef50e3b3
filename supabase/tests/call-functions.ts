/** In charge of calling every function that a caller has, as in the life of a session. */
import type pg from 'pg';

/** The name of each function that was called, without its schema. */
export type Called = string[];

const modelCall = `'offline-guide', 'offline-guide', $4, 'exact', 10, 0, 0, 5, 12, 3, 'stop'`;

/** What a person may call, on the session of the token; then it is gone. */
export async function callForPeople(client: pg.Client): Promise<Called> {
  const { rows } = await client.query<{ token: string }>(
    'select session_token as token from public.create_session()',
  );
  let token = onlyOf(rows).token;
  await client.query(`select public.set_preferences('{"catName": "Tom", "neutered": true}', $1)`, [
    token,
  ]);
  await client.query('select public.get_preferences($1)', [token]);
  await client.query('select * from public.session_history(null, 50, $1)', [token]);
  await client.query('select public.export_session($1)', [token]);
  await client
    .query(`select public.record_feedback(2, 'up', 'thanks', $1)`, [token])
    .catch(only('MU010'));
  const rotated = await client.query<{ token: string }>(
    'select session_token as token from public.rotate_session_token($1)',
    [token],
  );
  token = onlyOf(rotated.rows).token;
  await client.query('select * from public.erase_session($1)', [token]);
  await client.query('select public.revoke_session($1)', [token]).catch(only('MU001'));
  return [
    'create_session', 'set_preferences', 'get_preferences', 'session_history', 'export_session',
    'record_feedback', 'rotate_session_token', 'erase_session', 'revoke_session',
  ]; // prettier-ignore
}

/** What the server may call besides, on a session of its own. */
export async function callForServer(client: pg.Client): Promise<Called> {
  const { rows } = await client.query<{ token: string }>(
    'select session_token as token from public.create_session()',
  );
  const token = onlyOf(rows).token;
  const begin = async (key: string) => {
    const begun = await client.query<{ session_id: string; reply_seq: number; attempt_id: string }>(
      `select session_id, reply_seq, attempt_id
       from public.begin_turn($1, 'Hello', 2, $2, 'routine', '{a}', 3000, 40, 0, '0 s')`,
      [token, key],
    );
    const turn = onlyOf(begun.rows);
    return [turn.session_id, turn.reply_seq, turn.attempt_id];
  };
  const first = await begin('one');
  await client.query(`select public.checkpoint_turn($1, $2, $3, 'H', 1)`, first);
  await client.query(
    `select public.finish_turn($1, $2, $3, 'Hi.', 2, false, false, ${modelCall}, 'urgent', '{b}')`,
    [...first, 'request 1'],
  );
  await begin('one');
  const second = await begin('two');
  await client.query(`select public.fail_turn($1, $2, $3, 'Sorry.', 2, ${modelCall})`, [
    ...second,
    'request 2',
  ]);
  await begin('two');
  await client.query(
    `select public.record_superseded_call($1, 2, $2, 'reply', 'offline-guide', 'offline-guide',
                                          'request 4', 'exact', 10, 0, 0, 5, 12, 3)`,
    [token, first[2]],
  );
  await client.query(`select catb.sweep_stuck_turns('Sorry.', 2, '0 s')`);
  const claimed = await client.query<{ session_id: string; claim_id: string }>(
    'select session_id, claim_id from public.begin_summary($1, 3)',
    [token],
  );
  const { session_id, claim_id } = onlyOf(claimed.rows);
  await client.query(
    `select public.finish_summary($1, $2, $3, 'They said hello.', 4, ${modelCall})`,
    [session_id, claim_id, 2, 'request 3'],
  );
  await client.query('select * from public.triage_rules_current()');
  await client.query('select catb.admin_key_name($1)', [`catb_admin_${'A'.repeat(43)}`]);
  await client.query('select * from catb.roll_up_usage()');
  await client.query('select catb.refresh_session_days()');
  await client.query(`select catb.refresh_usage_views('0 s')`);
  await client.query('select * from catb.claim_budget_alert()');
  await client.query('select catb.finish_budget_alert($1, $1, true)', [session_id]);
  await client.query('select * from catb.analytics_budgets()');
  await client.query('select * from catb.backup_age()');
  return [
    'begin_turn', 'checkpoint_turn', 'finish_turn', 'fail_turn', 'sweep_stuck_turns',
    'begin_summary', 'finish_summary', 'triage_rules_current', 'record_superseded_call',
    'admin_key_name', 'roll_up_usage', 'refresh_session_days', 'refresh_usage_views',
    'claim_budget_alert', 'finish_budget_alert', 'analytics_budgets', 'backup_age',
  ]; // prettier-ignore
}

/** What an analyst may call. */
export async function callForAnalyst(client: pg.Client, sessionId: string): Promise<Called> {
  const { rows } = await client.query<{ id: string }>(
    'select catb.request_transcript($1, $2) as id',
    [sessionId, 'a complaint came in'],
  );
  await client.query('select * from catb.read_transcript($1, $2)', [onlyOf(rows).id, sessionId]);
  await client.query('select catb.admin_key_name($1)', [`catb_admin_${'A'.repeat(43)}`]);
  const day = `'2026-11-01', '2026-11-02'`;
  const figures: [string, string][] = [
    ['analytics_range', `'2026-01-01', null, 'day', 'Europe/Berlin'`],
    ...['buckets', 'sessions', 'turns', 'calls', 'latency'].map((name): [string, string] => [
      `analytics_${name}`,
      `${day}, 'hour', 'Europe/Berlin'`,
    ]),
    ...['models', 'failures', 'slowest', 'days', 'cohorts', 'session_lengths', 'funnel', 'quality',
      'model_weeks'].map((name): [string, string] => [`analytics_${name}`, day]),
    ['analytics_now', ''],
    ['analytics_budgets', ''],
  ]; // prettier-ignore
  for (const [name, values] of figures) await client.query(`select * from catb.${name}(${values})`);
  await client.query('select * from catb.backup_age()');
  return [
    'backup_age', 'request_transcript', 'read_transcript', 'admin_key_name', ...figures.map(([name]) => name),
  ]; // prettier-ignore
}

/** Lets an error of this SQLSTATE pass, and no other. */
function only(sqlstate: string): (error: unknown) => void {
  return (error) => {
    if ((error as { code?: string }).code !== sqlstate) throw error;
  };
}

/** The one row that came back. */
function onlyOf<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows came back`);
  return row;
}
