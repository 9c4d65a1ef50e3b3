/**
 * A small server that speaks `/analytics` and serves the built dashboard, for states that the real
 * one can't easily be brought into: a limit that is reached, an answer that fails, a key that is
 * revoked, a model with a hostile name. scripts/dashboard.once.test.ts has the real server.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servePage } from './serve-page.ts';
import { inventAnswer, type Invention } from './stand-in-figures.ts';

/** The stand-in as a test sees it. */
export interface StandInAnalytics extends Invention {
  url: string;
  /** The one key that is taken. */
  key: string;
  /** Every request to `/analytics` that was made, as path and query. */
  asked: string[];
  /** What is answered instead, by the last part of the path; `*` is every path. */
  refuse: Map<string, { status: number; retryAfter?: number }>;
  close: () => Promise<void>;
}

/** Starts one on a free port of this machine. */
export async function startStandInAnalytics(): Promise<StandInAnalytics> {
  const server = createServer((request, response) => {
    void answer(standIn, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: StandInAnalytics = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    key: 'catb_admin_key',
    asked: [],
    refuse: new Map(),
    models: ['claude-opus-4-5', 'claude-haiku-4-5', 'gpt-5-mini', 'llama3.1:8b'],
    isEmpty: false,
    includesDemo: false,
    budgets: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

async function answer(
  standIn: StandInAnalytics,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', standIn.url);
  const reply = (status: number, body: unknown, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  if (!url.pathname.startsWith('/analytics/')) {
    if (!(await servePage(url.pathname, response))) reply(404, { code: 'not_found' });
    return;
  }
  standIn.asked.push(url.pathname + url.search);
  const name = url.pathname.slice('/analytics/'.length);
  const refusal = standIn.refuse.get(name) ?? standIn.refuse.get('*');
  if (refusal !== undefined) {
    const { status, retryAfter } = refusal;
    const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    return reply(status, { code: 'refused', message: 'Not now.', hint: null }, headers);
  }
  if (request.headers.authorization !== `Bearer ${standIn.key}`)
    return reply(401, { code: 'admin_key_refused', message: 'The key is refused.', hint: null });
  if (name === 'budgets') {
    if (standIn.budgets === null) return reply(404, { code: 'not_found' });
    return reply(200, { budgets: standIn.budgets });
  }
  if (url.searchParams.get('format') === 'csv') {
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
    response.end(`start,end\r\n${url.search},\r\n`);
    return;
  }
  reply(200, inventAnswer(name, url.searchParams, standIn));
}
