/** In charge of writing server-sent events: token, done, error. */
import type { Response } from 'express';

/** How often a silent stream says that it is alive, so that proxies keep it open. */
const keepAliveMs = 10_000;

/** An open stream to one client. */
export interface EventStream {
  send(event: 'token' | 'done' | 'error', data: unknown): void;
  end(): void;
}

/** Begins the stream: status 200, and headers that tell proxies not to hold anything back. */
export function openEventStream(response: Response): EventStream {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const keepAlive = setInterval(() => response.write(': keep-alive\n\n'), keepAliveMs);
  response.once('close', () => clearInterval(keepAlive));
  return {
    send(event, data) {
      // JSON has no line breaks of its own, so one data line holds it.
      if (!response.writableEnded) {
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      }
    },
    end() {
      clearInterval(keepAlive);
      response.end();
    },
  };
}
