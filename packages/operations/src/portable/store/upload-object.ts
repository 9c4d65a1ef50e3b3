/** In charge of sending a file of unknown length to a bucket: in pieces, visible when all are there. */
import { S3Refusal, type S3Client } from './s3-client.ts';

/** S3 takes no smaller piece but the last; it is what waits in memory for each file. */
const pieceBytes = 8 * 1024 * 1024;

/** Sends it; a file of one piece in one request. Nothing is left of one that fails. */
export async function uploadObject(
  client: S3Client,
  key: string,
  content: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let uploadId: string | undefined;
  const tags: string[] = [];
  try {
    for await (const { piece, isLast } of cut(content)) {
      if (isLast && uploadId === undefined) {
        await client.text({ method: 'PUT', key, body: piece, signal });
        return;
      }
      uploadId ??= await begin(client, key, signal);
      const query = { partNumber: String(tags.length + 1), uploadId };
      tags.push(await client.header({ method: 'PUT', key, query, body: piece, signal }, 'etag'));
    }
    if (uploadId !== undefined) await complete(client, key, uploadId, tags, signal);
  } catch (error) {
    if (uploadId !== undefined) {
      const query = { uploadId };
      await client.text({ method: 'DELETE', key, query }).catch(() => undefined);
    }
    throw error;
  }
}

async function begin(
  client: S3Client,
  key: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const answer = await client.text({ method: 'POST', key, query: { uploads: '' }, signal });
  const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(answer)?.[1];
  if (uploadId === undefined) throw new Error('the bucket began no upload');
  return uploadId;
}

async function complete(
  client: S3Client,
  key: string,
  uploadId: string,
  tags: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const parts = tags.map(
    (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
  );
  const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
  const answer = await client.text({ method: 'POST', key, query: { uploadId }, body, signal });
  // This one request may fail after its status was sent.
  if (answer.includes('<Error>')) {
    throw new S3Refusal(200, /<Code>([^<]*)<\/Code>/.exec(answer)?.[1] ?? '');
  }
}

async function* cut(
  content: AsyncIterable<Buffer>,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    for (let rest = chunk; rest.length > 0;) {
      if (size === pieceBytes) {
        yield { piece: Buffer.concat(chunks), isLast: false };
        [chunks, size] = [[], 0];
      }
      const taken = rest.subarray(0, pieceBytes - size);
      chunks.push(taken);
      size += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  yield { piece: Buffer.concat(chunks), isLast: true };
}
