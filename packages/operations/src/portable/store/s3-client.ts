/** In charge of talking to a bucket: signed requests that are repeated, and end when it stalls. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from './s3-settings.ts';

/** What the bucket answered when it refused. */
export class S3Refusal extends Error {
  readonly status: number;
  /** S3's own name for the reason, such as `NoSuchKey`. */
  readonly reason: string;

  constructor(status: number, reason: string) {
    super(`the bucket answered ${status} ${reason}`);
    this.name = 'S3Refusal';
    this.status = status;
    this.reason = reason;
  }
}

/** A request to a bucket. */
export interface S3Request {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the prefix; none for the bucket itself. */
  key?: string;
  query?: Record<string, string>;
  body?: Buffer;
  signal?: AbortSignal | undefined;
}

/** How often a request is made, at most, and the pause before the second; it doubles. */
const attempts = 4;
const firstPauseMs = 250;

/** Makes requests to one bucket. */
export class S3Client {
  readonly #settings: S3Settings;
  readonly #aws: AwsClient;

  constructor(settings: S3Settings) {
    this.#settings = settings;
    const { accessKeyId, secretAccessKey, sessionToken, region } = settings;
    this.#aws = new AwsClient({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      region,
      service: 's3',
    });
  }

  /** The whole answer as text. */
  async text(request: S3Request): Promise<string> {
    return await this.#repeat(request, (response) => response.text());
  }

  /** A header of the answer. */
  async header(request: S3Request, name: string): Promise<string> {
    return await this.#repeat(request, async (response) => {
      await response.arrayBuffer();
      return response.headers.get(name) ?? '';
    });
  }

  /** The answer as it comes; it fails when nothing comes for as long as the bucket may stall. */
  async stream(request: S3Request): Promise<AsyncIterable<Buffer>> {
    const stall = new AbortController();
    const response = await this.#send(request, stall);
    const { stallMs } = this.#settings;
    return (async function* () {
      const timer = setTimeout(() => stall.abort(stalled(stallMs)), stallMs);
      try {
        for await (const chunk of response.body ?? []) {
          timer.refresh();
          yield Buffer.from(chunk);
          timer.refresh();
        }
      } finally {
        clearTimeout(timer);
      }
    })();
  }

  async #repeat<T>(request: S3Request, read: (response: Response) => Promise<T>): Promise<T> {
    for (let attempt = 1, pause = firstPauseMs; ; attempt += 1, pause *= 2) {
      const stall = new AbortController();
      const { stallMs } = this.#settings;
      const timer = setTimeout(() => stall.abort(stalled(stallMs)), stallMs);
      try {
        return await read(await this.#send(request, stall));
      } catch (error) {
        request.signal?.throwIfAborted();
        const isFinal = error instanceof S3Refusal && error.status < 500 && error.status !== 429;
        if (isFinal || attempt === attempts) throw plain(error);
      } finally {
        clearTimeout(timer);
      }
      await sleep(pause * (1 + Math.random()), undefined, { signal: request.signal });
    }
  }

  async #send(request: S3Request, stall: AbortController): Promise<Response> {
    const { endpoint, bucket, prefix } = this.#settings;
    const path = [bucket, ...(request.key === undefined ? [] : [prefix, request.key])];
    const url = new URL(endpoint);
    url.pathname = `/${path.filter(Boolean).join('/').split('/').map(encodeURIComponent).join('/')}`;
    for (const [name, value] of Object.entries(request.query ?? {})) {
      url.searchParams.set(name, value);
    }
    const body = request.body;
    const signed = await this.#aws.sign(url, {
      method: request.method,
      // The bucket refuses a body that is not what was sent.
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
    const signals = request.signal === undefined ? [stall.signal] : [stall.signal, request.signal];
    const response = await fetch(signed, { signal: AbortSignal.any(signals) });
    if (response.ok) return response;
    const answer = await response.text();
    throw new S3Refusal(response.status, /<Code>([^<]*)<\/Code>/.exec(answer)?.[1] ?? '');
  }
}

function stalled(stallMs: number): Error {
  return new Error(`the bucket said nothing for ${stallMs / 1_000} s`);
}

/** "fetch failed" says nothing; its cause does. */
function plain(error: unknown): unknown {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return error;
  return new Error(error.cause.message || error.message, { cause: error });
}
