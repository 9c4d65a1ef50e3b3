/** How the stand-in answers a message: whole, slowly, broken off, or not at all. */
import type { ServerResponse } from 'node:http';

/** A danger sign as the API names it. */
export interface StandInFlag {
  name: string;
  label: string;
  advice: string;
  category: string;
}

export interface StandInTriage {
  category: string;
  redFlags: StandInFlag[];
}

/**
 * What is done with one request: `answer` writes all, `drop` cuts the connection after the text,
 * `hang` writes the text and then only keep-alives, `break` sends an error event after the text,
 * `refuse` gives a status instead.
 */
export interface Behaviour {
  kind: 'answer' | 'drop' | 'hang' | 'break' | 'refuse';
  text?: string;
  triage?: StandInTriage;
  state?: 'complete' | 'failed';
  truncated?: boolean;
  /** What the last word waits for; of `drop`, what the cut waits for. */
  until?: Promise<void>;
  status?: number;
  retryAfter?: number;
  message?: string;
}

/** Nothing recognised. */
export const routine: StandInTriage = { category: 'routine', redFlags: [] };

/** The emergency that the tests use. */
export const blocked: StandInTriage = {
  category: 'emergency',
  redFlags: [
    {
      name: 'straining-without-urine',
      label: 'Straining to urinate with nothing coming out',
      advice: 'Don’t press on the belly and don’t wait until morning.',
      category: 'emergency',
    },
  ],
};

/** Writes the events of one answer; resolves with what was said and whether the client left. */
export async function streamAnswer(
  response: ServerResponse,
  behaviour: Behaviour,
  seq: number,
): Promise<{ said: string; isWhole: boolean }> {
  const { kind, text = '', triage = routine, until } = behaviour;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  let isGone = false;
  response.on('close', () => {
    isGone = true;
  });
  response.write(': keep-alive\n\n');
  let said = '';
  const words = text.match(/\S+\s*/g) ?? [];
  for (const [index, word] of words.entries()) {
    if (index === words.length - 1 && kind !== 'drop') await until;
    if (isGone) return { said, isWhole: false };
    send('token', said === '' ? { text: word, triage, seq } : { text: word });
    said += word;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  if (kind === 'hang') {
    const beat = setInterval(() => response.write(': keep-alive\n\n'), 200);
    await new Promise((resolve) => response.once('close', resolve));
    clearInterval(beat);
    return { said, isWhole: false };
  }
  if (kind === 'drop') {
    // A cut takes along what the browser has not read yet.
    await until;
    response.destroy();
    return { said, isWhole: false };
  }
  if (kind === 'break') {
    const message = behaviour.message ?? 'Mu could not go on.';
    send('error', { code: 'MODEL_UNAVAILABLE', message, details: null, hint: 'Try again.' });
    response.end();
    return { said, isWhole: false };
  }
  return { said, isWhole: !isGone };
}
