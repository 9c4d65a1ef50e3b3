/** In charge of talking to a server under test as a client would: over HTTP. */

/** An answer with its parsed body. */
export interface Answer {
  status: number;
  headers: Headers;
  // A test knows what it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** One event of a stream. */
export interface StreamEvent {
  event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
}

/** What tests ask for. */
export interface TestClient {
  request(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  newSession(): Promise<{ sessionId: string; sessionToken: string; expiresAt: string }>;
  chat(token: string, message: string, idempotencyKey?: string): Promise<Answer>;
  /** Yields the events as they come; leaving the loop hangs up. */
  stream(token: string, message: string, idempotencyKey?: string): AsyncGenerator<StreamEvent>;
  history(token: string): Promise<Answer['body'][]>;
}

/** A client of the server at this address. */
export function createTestClient(url: string): TestClient {
  const request: TestClient['request'] = async (method, path, options = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...options.headers,
      },
      ...(options.body === undefined
        ? {}
        : {
            body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body),
          }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as unknown) : text,
    };
  };
  return {
    request,
    async newSession() {
      return (await request('POST', '/session/create')).body;
    },
    chat: (token, message, idempotencyKey) =>
      request('POST', '/chat', { token, body: { message, idempotencyKey } }),
    async *stream(token, message, idempotencyKey) {
      const hangUp = new AbortController();
      const response = await fetch(`${url}/chat`, {
        method: 'POST',
        signal: hangUp.signal,
        headers: {
          accept: 'text/event-stream',
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({ message, idempotencyKey }),
      });
      try {
        if (response.body === null || response.status !== 200) {
          throw new Error(`no stream: status ${response.status}`);
        }
        let rest = '';
        for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
          const blocks = (rest + part).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) {
            const match = /^event: (\w+)\ndata: (.*)$/s.exec(block);
            if (match) yield { event: match[1] ?? '', data: JSON.parse(match[2] ?? '') as unknown };
          }
        }
      } finally {
        hangUp.abort();
      }
    },
    async history(token) {
      const messages: Answer['body'][] = [];
      let before = '';
      for (;;) {
        const { status, body } = await request('GET', `/session/history?limit=200${before}`, {
          token,
        });
        if (status !== 200) throw new Error(`history: status ${status}`);
        messages.unshift(...body.messages);
        if (body.nextBefore === null) return messages;
        before = `&before=${body.nextBefore}`;
      }
    },
  };
}
