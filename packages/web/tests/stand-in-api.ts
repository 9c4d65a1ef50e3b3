/**
 * A small server that speaks catb's API and serves the built page, for states that the real one
 * can't easily be brought into: a dropped stream, a refused session, a limit that is reached, an
 * answer that hangs. It holds everything in memory and decides nothing by itself. That the real
 * server speaks the same is tested against the real server.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servePage } from './serve-page.ts';
import { routine, streamAnswer, type Behaviour, type StandInTriage } from './stand-in-chat.ts';

/** A stored message, as the history gives it. */
export interface StandInMessage {
  seq: number;
  role: 'user' | 'assistant';
  content: string;
  state: string;
  createdAt: string;
  truncated: boolean;
  triage: { category: string; redFlags: unknown[] } | null;
  feedback: { rating: string; comment: string | null } | null;
}

/** The stand-in as a test sees it: what happens next, and what has happened. */
export interface StandIn {
  url: string;
  /** What is done with the next messages, in order; then every one is answered "Fine.". */
  next: Behaviour[];
  messages: StandInMessage[];
  preferences: Record<string, unknown>;
  /** The sessions that were made; the last one is good. */
  sessions: string[];
  chats: { message: string; idempotencyKey: string }[];
  feedback: unknown[];
  model: { provider: string; name: string; offline: boolean };
  expiresInDays: number;
  rotations: number;
  addTurn: (question: string, answer: string, triage?: StandInTriage) => void;
  close: () => Promise<void>;
}

/** Starts one on a free port of this machine. */
export async function startStandIn(): Promise<StandIn> {
  const server = createServer((request, response) => {
    void answer(standIn, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    next: [],
    messages: [],
    preferences: {},
    sessions: [],
    chats: [],
    feedback: [],
    model: { provider: 'anthropic', name: 'claude-test', offline: false },
    expiresInDays: 30,
    rotations: 0,
    addTurn: (question, reply, triage = routine) => {
      storeMessage(standIn, 'user', question, 'complete', triage);
      storeMessage(standIn, 'assistant', reply, 'complete', triage);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

function storeMessage(
  standIn: StandIn,
  role: 'user' | 'assistant',
  content: string,
  state: string,
  triage: StandInTriage,
): StandInMessage {
  const message: StandInMessage = {
    seq: (standIn.messages.at(-1)?.seq ?? 0) + 1,
    role,
    content,
    state,
    createdAt: new Date().toISOString(),
    truncated: false,
    triage: { category: triage.category, redFlags: triage.redFlags.map(({ name }) => name) },
    feedback: null,
  };
  standIn.messages.push(message);
  return message;
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', standIn.url);
  const route = `${request.method} ${url.pathname}`;
  const reply = (status: number, body: unknown, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  if (route === 'GET /health') return reply(200, { status: 'ok', model: standIn.model });
  const body = await readBody(request);
  const open = (status: number) => {
    const sessionToken = `catb_${standIn.sessions.length + 1}`;
    standIn.sessions.push(sessionToken);
    const expiresAt = new Date(Date.now() + standIn.expiresInDays * 86_400_000).toISOString();
    reply(status, { sessionId: sessionToken, sessionToken, expiresAt });
  };
  if (route === 'POST /session/create') return open(201);
  if (request.method === 'GET' && (await servePage(url.pathname, response))) return;
  if (request.headers.authorization !== `Bearer ${standIn.sessions.at(-1)}`)
    return reply(401, { code: 'SESSION_UNKNOWN', message: 'The session is unknown.' });
  if (route === 'POST /session/rotate') {
    standIn.rotations += 1;
    standIn.expiresInDays = 30;
    return open(200);
  }
  if (route === 'POST /chat')
    return chat(standIn, body as { message: string; idempotencyKey: string }, response, reply);
  if (route === 'GET /session/history') return reply(200, readHistory(standIn, url));
  if (route === 'POST /feedback') {
    const { seq, rating, comment } = body as { seq: number; rating: string; comment?: string };
    standIn.feedback.push(body);
    const message = standIn.messages.find((candidate) => candidate.seq === seq);
    if (message) message.feedback = { rating, comment: comment ?? null };
    return reply(200, {});
  }
  if (route === 'GET /preferences') return reply(200, standIn.preferences);
  if (route === 'PUT /preferences') {
    standIn.preferences = body as Record<string, unknown>;
    return reply(200, body);
  }
  if (route === 'GET /session/export') return reply(200, { messages: standIn.messages });
  if (route === 'DELETE /session') {
    const messages = standIn.messages.splice(0).length;
    standIn.sessions.push('erased');
    const erased = { messages, modelCalls: messages / 2, feedback: 0, preferences: 1 };
    const erasedAt = new Date().toISOString();
    return reply(200, { receipt: '0199aa00-7f3e-7c11-9d54-2b7f0c1e8a42', erasedAt, erased });
  }
  return reply(404, { code: 'NOT_FOUND', message: `There is no ${route}.` });
}

async function chat(
  standIn: StandIn,
  sent: { message: string; idempotencyKey: string },
  response: ServerResponse,
  reply: (status: number, body: unknown, headers?: object) => void,
) {
  standIn.chats.push(sent);
  const behaviour = standIn.next.shift() ?? { kind: 'answer', text: 'Fine.' };
  if (behaviour.kind === 'refuse') {
    const { status = 500, retryAfter, message = 'Not now.' } = behaviour;
    const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return reply(status, { code: 'REFUSED', message, details: null, hint: null }, headers);
  }
  const { triage = routine, state = 'complete', truncated = false } = behaviour;
  const asked = storeMessage(standIn, 'user', sent.message, 'complete', triage);
  const { said, isWhole } = await streamAnswer(response, behaviour, asked.seq + 1);
  if (behaviour.kind === 'drop' || behaviour.kind === 'break') {
    // As if the turn had been undone: the retry with the same key carries it through.
    standIn.messages.pop();
    return;
  }
  const stored = storeMessage(standIn, 'assistant', said, isWhole ? state : 'aborted', triage);
  const usage = { inputTokens: 1, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
  const { provider, name } = standIn.model;
  const done = { seq: stored.seq, reply: said, state, triage, usage, truncated };
  response.end(`event: done\ndata: ${JSON.stringify({ ...done, model: { provider, name } })}\n\n`);
}

function readHistory({ messages }: StandIn, url: URL) {
  const before = Number(url.searchParams.get('before') ?? Infinity);
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const earlier = messages.filter(({ seq }) => seq < before);
  const page = earlier.slice(-limit);
  return { messages: page, nextBefore: earlier.length > limit ? page[0]?.seq : null };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text === '' ? null : JSON.parse(text);
}
