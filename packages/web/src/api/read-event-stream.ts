/** Reads server-sent events from the body of a response. */

/** One event; several `data` lines are joined by a line break. */
export interface StreamEvent {
  event: string;
  data: string;
}

/**
 * Yields each whole event as it arrives. Comments (keep-alives) yield nothing; an event that the
 * stream breaks off is dropped, as https://html.spec.whatwg.org/multipage/server-sent-events.html
 * has it.
 *
 * @throws whatever reading the body throws.
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamEvent, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { event: event || 'message', data: data.join('\n') };
          event = '';
          data = [];
        } else if (!line.startsWith(':')) {
          const [field, text] = splitField(line);
          if (field === 'event') event = text;
          else if (field === 'data') data.push(text);
        }
      }
    }
  } finally {
    // The person may have stopped half way: let go of the connection.
    await reader.cancel().catch(() => undefined);
  }
}

function splitField(line: string): [field: string, text: string] {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}
