/** In charge of a client that does what it is told to: it repeats a message with its key until it is answered. */
import { setTimeout as sleep } from 'node:timers/promises';

/** One message of one person. */
export interface Question {
  sessionId: string;
  sessionToken: string;
  message: string;
  key: string;
}

/** A question, and what its client has seen so far. */
export interface Asked extends Question {
  /** When the first word came; from then on the message counts as acknowledged. */
  acknowledgedAt?: number;
  /** What the newest attempt has heard. */
  heard: string;
  attempts: number;
  /** The last event: the whole reply and its state. */
  reply?: string;
  state?: string;
  seq?: number;
}

/** An answer that was an error; `retryAfter` in seconds, NaN when the header is missing. */
export interface Refusal {
  status: number;
  code: string;
  retryAfter: number;
}

/** How a client asks. */
export interface AskOptions {
  /** The server's address, asked for anew at each attempt. */
  url: () => string;
  /** Is waited for before a message is repeated. */
  mayRepeat?: () => Promise<void>;
  onRefusal?: (refusal: Refusal) => void;
  /** Milliseconds after which it gives up; default 60,000. */
  withinMs?: number;
}

/**
 * Asks, and repeats when the connection breaks or the answer says to try again.
 *
 * @throws Error when it is refused for another reason, or when the time is over
 */
export async function askUntilAnswered(asked: Asked, options: AskOptions): Promise<void> {
  const deadline = Date.now() + (options.withinMs ?? 60_000);
  for (;;) {
    asked.attempts += 1;
    const refusal = await attempt(asked, options.url());
    if (asked.reply !== undefined) return;
    if (refusal !== null) {
      options.onRefusal?.(refusal);
      if (refusal.status !== 503 && refusal.code !== 'turn_in_progress') {
        throw new Error(`refused: ${refusal.status} ${refusal.code}`);
      }
    }
    if (Date.now() > deadline) throw new Error(`no answer in time: ${JSON.stringify(refusal)}`);
    await options.mayRepeat?.();
    const seconds = refusal?.retryAfter;
    await sleep((seconds ? seconds * 1_000 : 200) + Math.random() * 200);
  }
}

async function attempt(asked: Asked, url: string): Promise<Refusal | null> {
  asked.heard = '';
  try {
    const response = await fetch(`${url}/chat`, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${asked.sessionToken}`,
      },
      body: JSON.stringify({ message: asked.message, idempotencyKey: asked.key }),
    });
    if (response.status !== 200 || response.body === null) {
      const { code } = (await response.json()) as { code: string };
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
      return { status: response.status, code, retryAfter };
    }
    let rest = '';
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) note(asked, block);
    }
  } catch (error) {
    // The connection was refused, or broke: the same as a server that is gone.
    if (!(error instanceof TypeError)) throw error;
  }
  return null;
}

function note(asked: Asked, block: string): void {
  const match = /^event: (\w+)\ndata: (.*)$/s.exec(block);
  if (match === null) return;
  const data = JSON.parse(match[2] ?? '') as { text: string; reply: string; state: string } & {
    seq?: number;
  };
  if (match[1] === 'token') {
    asked.acknowledgedAt ??= Date.now();
    asked.heard += data.text;
    if (data.seq !== undefined) asked.seq = data.seq;
  } else if (match[1] === 'done' && data.state !== 'failed') {
    asked.reply = data.reply;
    asked.state = data.state;
  }
}

/** Questions of their own, each for a session, before anybody has asked them. */
export function makeQuestions(
  sessions: readonly { sessionId: string; sessionToken: string }[],
  each: number,
): Asked[] {
  return sessions.flatMap(({ sessionId, sessionToken }, session) =>
    Array.from({ length: each }, (_, index) => ({
      sessionId,
      sessionToken,
      message: `Question ${index} of person ${session}: how long does a cat sleep in a day?`,
      key: `key-${session}-${index}`,
      heard: '',
      attempts: 0,
    })),
  );
}
