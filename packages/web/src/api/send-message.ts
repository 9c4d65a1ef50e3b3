/** Sends a message and yields the answer as it is written. */
import type { ErrorBody, Reply, Token } from './contract.ts';
import { ApiError, ConnectionError, SessionEndedError } from './errors.ts';
import { readEventStream } from './read-event-stream.ts';
import { requestAsSession } from './session.ts';

/** A piece of the answer, or the whole of it as the last thing. */
export type TurnEvent = { kind: 'token'; token: Token } | { kind: 'done'; reply: Reply };

/** The server sends a keep-alive well within this time: silence means that the line is dead. */
const SILENCE_MS = 60_000;

/**
 * `POST /chat`. The same key may be sent again: it is the same turn.
 *
 * @throws ApiError when the server refuses or the answer fails half way, ConnectionError when the
 *   stream ends before the answer does, SessionEndedError when the session is gone.
 */
export async function* sendMessage(
  message: string,
  idempotencyKey: string,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent, void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await requestAsSession('chat', {
      method: 'POST',
      body: { message, idempotencyKey },
      accept: 'text/event-stream',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.body === null) throw new ConnectionError();
    const heard = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          clearTimeout(timer);
          timer = setTimeout(() => silence.abort(), SILENCE_MS);
          controller.enqueue(chunk);
        },
      }),
    );
    for await (const { event, data } of readEventStream(heard)) {
      if (event === 'token') yield { kind: 'token', token: JSON.parse(data) as Token };
      else if (event === 'error') throw new ApiError(200, JSON.parse(data) as ErrorBody, null);
      else if (event === 'done') {
        yield { kind: 'done', reply: JSON.parse(data) as Reply };
        return;
      }
    }
    throw new ConnectionError();
  } catch (error) {
    if (error instanceof ApiError || error instanceof SessionEndedError || signal.aborted)
      throw error;
    throw error instanceof ConnectionError ? error : new ConnectionError(error);
  } finally {
    clearTimeout(timer);
  }
}
