/** One HTTP request to the API, with its errors told apart. */
import { ConnectionError, readApiError } from './errors.ts';

/** What a request may carry. `body` is sent as JSON. */
export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  token?: string;
  accept?: string;
  signal?: AbortSignal;
}

/**
 * Sends a request. Addresses are relative to the page, so that it works under any path.
 *
 * @throws ApiError when the server refuses, ConnectionError when it can't be reached, and the
 *   signal's own reason when it was aborted.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const headers = new Headers({ accept: options.accept ?? 'application/json' });
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  let response: Response;
  try {
    response = await fetch(new URL(path, document.baseURI), {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
      cache: 'no-store',
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ConnectionError(cause);
  }
  if (!response.ok) throw await readApiError(response);
  return response;
}

/**
 * Reads the JSON of a response.
 *
 * @throws ConnectionError when the body stops half way.
 */
export async function readJson<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new ConnectionError(cause);
  }
}
