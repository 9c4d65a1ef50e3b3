/** In charge of an S3-compatible bucket on loopback: real HTTP, signatures verified, faults on demand. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned } from './sign-v4.ts';

/** What a request is answered with instead; `stall` never answers. */
export type Fault = 'stall' | { status: number; code: string };

/** A bucket that is running. */
export interface S3Server {
  environment: NodeJS.ProcessEnv;
  objects: Map<string, Buffer>;
  /** Uploads that were begun and neither completed nor aborted. */
  uploads: Map<string, Map<number, Buffer>>;
  /** Decides about each request before it is answered. */
  fault: (request: { method: string; key: string; query: URLSearchParams }) => Fault | undefined;
  close(): Promise<void>;
}

const bucket = 'backups';
const secret = 'a-secret-of-the-bucket';

/** Starts it. */
export async function startS3(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const uploads: S3Server['uploads'] = new Map();
  const http = createServer((request, response) => {
    void readBody(request).then((body) => answer(request, body, response));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: S3Server = {
    objects,
    uploads,
    fault: () => undefined,
    environment: {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };

  const answer = (request: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://host');
    const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
    const [method, key, query] = [request.method ?? '', rest.join('/'), url.searchParams];
    const refuse = (status: number, code: string) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    const fault = server.fault({ method, key, query });
    if (fault === 'stall') return;
    if (fault !== undefined) refuse(fault.status, fault.code);
    else if (!isSigned(request, body, secret)) refuse(403, 'SignatureDoesNotMatch');
    else if (name !== bucket) refuse(404, 'NoSuchBucket');
    else serve({ method, key, query, body }, response, refuse);
  };

  const serve = (
    {
      method,
      key,
      query,
      body,
    }: { method: string; key: string; query: URLSearchParams; body: Buffer },
    response: ServerResponse,
    refuse: (status: number, code: string) => unknown,
  ): void => {
    const uploadId = query.get('uploadId');
    const upload = uploads.get(uploadId ?? '');
    if (uploadId !== null && upload === undefined) refuse(404, 'NoSuchUpload');
    else if (method === 'POST' && query.has('uploads')) {
      const id = randomUUID();
      uploads.set(id, new Map());
      response.end(`<Result><UploadId>${id}</UploadId></Result>`);
    } else if (method === 'PUT' && upload !== undefined) {
      upload.set(Number(query.get('partNumber')), body);
      response.setHeader('etag', `"${body.length}"`).end();
    } else if (method === 'POST' && upload !== undefined && uploadId !== null) {
      const numbers = [...body.toString().matchAll(/<PartNumber>(\d+)</g)].map(([, n]) =>
        Number(n),
      );
      objects.set(
        key,
        Buffer.concat(numbers.map((number) => upload.get(number) ?? Buffer.alloc(0))),
      );
      uploads.delete(uploadId);
      response.end('<Result/>');
    } else if (method === 'DELETE') {
      if (uploadId === null) objects.delete(key);
      else uploads.delete(uploadId);
      response.writeHead(204).end();
    } else if (method === 'PUT') {
      objects.set(key, body);
      response.end();
    } else if (key === '') response.end(listing(objects, query));
    else if (objects.has(key)) response.end(objects.get(key));
    else refuse(404, 'NoSuchKey');
  };
  return server;
}

/** Two keys a page, so that every listing has several. */
const pageSize = 2;

function listing(objects: S3Server['objects'], query: URLSearchParams): string {
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter')];
  const below = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const folderOf = (key: string): string | undefined => {
    const end = delimiter === null ? -1 : key.indexOf(delimiter, prefix.length);
    return end < 0 ? undefined : key.slice(0, end + 1);
  };
  const entries = [...new Set(below.map((key) => folderOf(key)))]
    .filter((folder) => folder !== undefined)
    .map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`);
  const keys = below.filter((key) => folderOf(key) === undefined);
  const files = keys.map((key) => {
    const size = objects.get(key)?.length ?? 0;
    return `<Contents><Key>${key}</Key><Size>${size}</Size><LastModified>2026-11-25T00:00:00.000Z</LastModified></Contents>`;
  });
  const from = Number(query.get('continuation-token') ?? 0);
  const all = [...entries, ...files];
  const isTruncated = all.length > from + pageSize;
  const next = isTruncated
    ? `<NextContinuationToken>${from + pageSize}</NextContinuationToken>`
    : '';
  return `<Result><IsTruncated>${isTruncated}</IsTruncated>${next}${all.slice(from, from + pageSize).join('')}</Result>`;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
