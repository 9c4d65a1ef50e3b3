/**
 * In charge of a stand-in for a model provider: a real HTTP server on loopback that speaks the
 * streaming protocol of Anthropic or OpenAI, well or badly, as a test or a benchmark asks.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderProtocol, ProviderScript } from './provider-behaviour.ts';
import { behave } from './provider-behave.ts';

/** One request as it came in. */
export interface ReceivedRequest {
  path: string;
  headers: IncomingMessage['headers'];
  /** The parsed body. */
  body: Record<string, unknown>;
}

/** A running stand-in. */
export interface ProviderServer {
  /** The base URL for the settings, with `/v1`. */
  readonly url: string;
  /** Requests since the start. */
  readonly requestCount: number;
  /** Responses that the client gave up before their end. */
  readonly abandonedCount: number;
  /** Requests whose response is open. */
  readonly openCount: number;
  /** The newest requests, oldest first, 100 at most. */
  readonly requests: ReceivedRequest[];
  /** Changes the behaviour from the next request on, and counts its `times` anew. */
  setBehaviour(behaviour: ProviderScript): void;
  close(): Promise<void>;
}

const requestsKept = 100;

/**
 * Starts a stand-in on a free port of 127.0.0.1.
 *
 * @example
 * const provider = await startProviderServer({ protocol: 'openai', behaviour: { kind: 'echo' } });
 */
export async function startProviderServer(options: {
  protocol: ProviderProtocol;
  behaviour?: ProviderScript;
}): Promise<ProviderServer> {
  let script: ProviderScript = options.behaviour ?? { kind: 'answer' };
  let sinceSet = 0;
  let requestCount = 0;
  let abandonedCount = 0;
  let openCount = 0;
  const requests: ReceivedRequest[] = [];

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    requestCount += 1;
    sinceSet += 1;
    openCount += 1;
    response.on('close', () => {
      openCount -= 1;
      abandonedCount += response.writableFinished || response.errored !== null ? 0 : 1;
    });
    requests.push({ path: request.url ?? '', headers: request.headers, body });
    if (requests.length > requestsKept) {
      requests.shift();
    }
    const behaviour = typeof script === 'function' ? script(sinceSet) : script;
    await behave(options.protocol, behaviour, sinceSet, body, response);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // The queue has to take a thousand connections that come at once.
    server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    get requestCount() {
      return requestCount;
    },
    get abandonedCount() {
      return abandonedCount;
    },
    get openCount() {
      return openCount;
    },
    requests,
    setBehaviour(behaviour) {
      script = behaviour;
      sinceSet = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}
