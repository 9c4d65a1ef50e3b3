/** In charge of the small HTTP server that replays are tested against: it speaks the API's contract. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What goes wrong instead of the usual answer; undefined for the usual answer. */
export type Fault = (
  path: string,
  call: number,
) => { status: number; code?: string; retryAfter?: string } | 'hang up' | 'no JSON' | undefined;

interface Stored {
  seq: number;
  role: string;
  state: string;
  content: string;
}

/** A server on a port of its own. */
export interface StandInApi {
  url: string;
  /** What is stored, by token; tests may change it. */
  sessions: Map<string, Stored[]>;
  /** Calls to each path. */
  calls: Record<string, number>;
  close(): Promise<void>;
}

/** Starts it. Answers are the message in capitals; a page has 3 messages at most. */
export async function startStandInApi(fault: Fault = () => undefined): Promise<StandInApi> {
  const sessions: StandInApi['sessions'] = new Map();
  const calls: StandInApi['calls'] = {};
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname;
    const body = request.method === 'POST' ? ((await json(request)) as Body) : {};
    calls[path] = (calls[path] ?? 0) + 1;
    const wrong = fault(path, calls[path]);
    if (wrong === 'hang up') return void response.destroy();
    if (wrong === 'no JSON') return void response.end('<html>');
    const send = (status: number, content: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(content));
    if (wrong !== undefined) {
      const { status, code, retryAfter } = wrong;
      return void send(status, { code }, retryAfter ? { 'retry-after': retryAfter } : {});
    }
    if (path === '/health') return void send(200, { status: 'ok' });
    if (path === '/session/create') {
      const sessionToken = `token-${sessions.size}`;
      sessions.set(sessionToken, []);
      return void send(201, { sessionId: 'x', sessionToken, expiresAt: 'x' });
    }
    const stored = sessions.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (stored === undefined) return void send(401, { code: 'session_token_refused' });
    if (path === '/chat') return void send(200, turn(stored, body));
    const before = Number(url.searchParams.get('before') ?? Infinity);
    const messages = stored.filter(({ seq }) => seq < before).slice(-3);
    const first = messages[0]?.seq ?? 1;
    send(200, { messages, nextBefore: first > 1 ? first : null });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sessions,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Body {
  message?: string;
}

function turn(stored: Stored[], { message = '' }: Body) {
  const seq = stored.length + 2;
  const reply = message.toUpperCase();
  stored.push(
    { seq: seq - 1, role: 'user', state: 'complete', content: message },
    { seq, role: 'assistant', state: 'complete', content: reply },
  );
  return { seq, reply, state: 'complete', triage: {}, usage: null, truncated: false };
}
