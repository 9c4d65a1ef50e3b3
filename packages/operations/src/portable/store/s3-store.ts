/** In charge of backups in an S3-compatible bucket. */
import { Readable } from 'node:stream';
import type { BackupStore, StoredFile } from './backup-store.ts';
import { fileMissing, placeUnusable, writeContent } from './place-error.ts';
import { S3Client, S3Refusal } from './s3-client.ts';
import type { S3Settings } from './s3-settings.ts';
import { uploadObject } from './upload-object.ts';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** The contents of every element of this name, in S3's flat answers. */
function elements(xml: string, name: string): string[] {
  const found = xml.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, 'g'));
  return [...found].map(([, text = '']) => text);
}

const textOf = (xml: string, name: string): string =>
  (elements(xml, name)[0] ?? '').replace(/&\w+;/g, (entity) => entities[entity] ?? entity);

/** Opens a bucket; nothing is asked of it yet. */
export function openS3Store(settings: S3Settings): BackupStore {
  const client = new S3Client(settings);
  const root = settings.prefix === '' ? '' : `${settings.prefix}/`;
  const location = `s3://${settings.bucket}/${settings.prefix}`;

  const attempt = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw placeUnusable(location, doing, error);
    }
  };

  /** Every page of a listing. */
  const pages = async function* (query: Record<string, string>): AsyncGenerator<string> {
    for (let token = ''; ;) {
      const more: Record<string, string> = token === '' ? {} : { 'continuation-token': token };
      const page = await client.text({
        method: 'GET',
        query: { 'list-type': '2', ...query, ...more },
      });
      yield page;
      if (textOf(page, 'IsTruncated') !== 'true') return;
      token = textOf(page, 'NextContinuationToken');
    }
  };

  return {
    location,
    folders: () =>
      attempt('list the backups', async () => {
        const names: string[] = [];
        for await (const page of pages({ prefix: root, delimiter: '/' })) {
          for (const common of elements(page, 'CommonPrefixes')) {
            names.push(textOf(common, 'Prefix').slice(root.length, -1));
          }
        }
        return names;
      }),
    list: (folder) =>
      attempt(`list ${folder}`, async () => {
        const files: StoredFile[] = [];
        for await (const page of pages({ prefix: `${root}${folder}/` })) {
          for (const object of elements(page, 'Contents')) {
            files.push({
              path: textOf(object, 'Key').slice(root.length),
              bytes: Number(textOf(object, 'Size')),
              writtenAt: new Date(textOf(object, 'LastModified')),
            });
          }
        }
        return files;
      }),
    write: (path, content, signal) =>
      writeContent(location, path, content, (watched) =>
        uploadObject(client, path, watched, signal),
      ),
    async read(path) {
      try {
        return Readable.from(await client.stream({ method: 'GET', key: path }));
      } catch (error) {
        const isMissing = error instanceof S3Refusal && error.reason === 'NoSuchKey';
        throw isMissing
          ? fileMissing(location, path)
          : placeUnusable(location, `read ${path}`, error);
      }
    },
    remove: (path) =>
      attempt(`remove ${path}`, async () => {
        await client.text({ method: 'DELETE', key: path });
      }),
  };
}
