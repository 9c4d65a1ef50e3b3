/** In charge of what marks a demo: the source of its conversations. */
import type pg from 'pg';

/** `public.imported_conversations.source` of every session of a demo, and of no other. */
export const demoSource = 'catb-demo';

/** Of several demos, or a demo and its removal, at a time: one waits. Until the transaction ends. */
export async function lockDemo(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtext('catb demo'))");
}

/** How many sessions of a demo there are. */
export async function countDemoSessions(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from public.imported_conversations where source = $1',
    [demoSource],
  );
  return rows[0]?.count ?? 0;
}
