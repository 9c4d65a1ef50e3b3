/** In charge of a receiver of webhooks, in tests: a real HTTP server that answers as it is told. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What was posted. */
export interface Delivery {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver that listens on loopback. */
export interface WebhookReceiver {
  url: string;
  deliveries: Delivery[];
  /** How the next requests are answered; default: status 200. */
  answer: (response: ServerResponse) => void;
  close(): Promise<void>;
}

/** Starts one. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      receiver.deliveries.push({ headers: request.headers, body });
      receiver.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${port}/hook/its-secret-path`,
    deliveries: [],
    answer: (response) => response.end('ok'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
