/** In charge of what the book says about statements inside functions: what each is, and why. */

import { listNodes, type PlanNode } from './plan-tree.ts';

export interface StatementNote {
  /** Finds the statement by its text. */
  match: RegExp;
  title: string;
  why: string;
}

export const statementNotes: readonly StatementNote[] = [
  {
    match: /^update public\.sessions s\s+set last_seq = s\.last_seq \+ 2/,
    title: 'Token, lock, numbers and quota',
    why: 'One update instead of four statements: the row’s lock is what orders the messages of a session.',
  },
  {
    match: /^select s\.id\s+from public\.sessions s[\s\S]+secret_sha256/,
    title: 'Token check',
    why: 'The token carries the session’s id, so the check is one descent of the primary key; the secret is compared by its hash.',
  },
  {
    match: /k\.session_id = begin_turn\.session_id and k\.idempotency_key/,
    title: 'Version of the rules, summary, preferences and idempotency key',
    why: 'One statement from the one row that is always there. Whether this message was sent before is told by an index that holds only messages with a key; the session is locked, so none can come in meanwhile.',
  },
  {
    match: /order by m\.seq desc\s+limit greatest\(p_max_messages, 1\)/,
    title: 'Context window',
    why: 'What the model is shown: backwards from the newest message, at most so many, and the loop around it stops when the budget of tokens is spent.',
  },
  {
    match: /from public\.model_prices p\s+where p\.provider = p_provider/,
    title: 'Price lookup',
    why: 'The newest price not after the call, own prices before list prices.',
  },
  {
    match: /with page as materialized/,
    title: 'History page',
    why: 'The page is cut before feedback is joined to it, so that the limit stops the scan.',
  },
  {
    match: /with closed as/,
    title: 'Sweep',
    why: 'Rows that another server is closing are skipped, so any number of servers may sweep at once.',
  },
  {
    match: /FROM ONLY "public"\."(\w+)" x WHERE/,
    title: 'Check of a foreign key',
    why: 'PostgreSQL’s own: the row referred to must be there, and stay until the transaction ends.',
  },
  {
    match: /^DELETE FROM ONLY/,
    title: 'Cascade of a foreign key',
    why: 'PostgreSQL’s own, for each row deleted above: without an index on the referring columns it would read the whole table.',
  },
  {
    match: /^select from public\.sessions s where s\.id = \S+ for (no )?(key )?(share|update)/i,
    title: 'Lock on the session',
    why: 'The session before what belongs to it, everywhere: two that want both can not wait for each other.',
  },
  {
    match: /triage_rules_version v/,
    title: 'Version of the triage rules',
    why: 'Tells the server whether its copy of the rules is stale. The table has one row.',
  },
];

/** What is known of a statement; without a note, what it does to which tables. */
export function noteOf(text: string, plan: PlanNode): { title: string; why: string | null } {
  const note = statementNotes.find(({ match }) => match.test(text));
  if (note !== undefined) return note;
  const nodes = listNodes(plan);
  const changing = nodes.find(({ Operation }) => Operation !== undefined);
  const tables = changing === undefined ? nodes : [changing];
  const names = new Set(tables.flatMap((node) => node['Relation Name'] ?? []));
  const verb = changing?.Operation === undefined ? 'Reads' : verbs[changing.Operation];
  return { title: `${verb ?? 'Changes'} ${[...names].sort().join(', ')}`, why: null };
}

const verbs: Readonly<Record<string, string>> = {
  Insert: 'Adds to',
  Update: 'Updates',
  Delete: 'Deletes from',
};
