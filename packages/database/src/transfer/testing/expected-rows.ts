/** In charge of holding what was stored against the file that it came from. */

/** Reads what was imported, in the order of source and conversation id. */
export const storedRows = `
  select i.source, i.conversation_id, m.seq, m.role::text, m.content
  from public.messages m join public.imported_conversations i using (session_id)
  order by i.source collate "C", i.conversation_id collate "C", m.seq`;

/** What the file says, as the query above returns it. */
export function expectedRows(lines: readonly string[]): unknown[][] {
  interface Line {
    source: string;
    conversation_id: string;
    messages: { role: string; content: string }[];
  }
  const parsed = lines.map((line) => JSON.parse(line) as Line);
  const inOrder = parsed.sort((a, b) =>
    Buffer.compare(
      Buffer.from(`${a.source}\0${a.conversation_id}`),
      Buffer.from(`${b.source}\0${b.conversation_id}`),
    ),
  );
  return inOrder.flatMap(({ source, conversation_id: id, messages }) =>
    messages.map(({ role, content }, index) => [source, id, index + 1, role, content]),
  );
}
