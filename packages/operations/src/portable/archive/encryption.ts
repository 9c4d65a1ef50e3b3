/** In charge of age: what is written for recipients, and read with an identity. */
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { OperationsError } from '../../errors.ts';

/** A step of a stream of bytes. */
export type Step = (content: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

// The library's types name the browser's streams, of which Node's are an implementation.
type WebStream = Parameters<Encrypter['encrypt']>[0] & object;

const toWeb = (content: AsyncIterable<Buffer>): WebStream => ReadableStream.from(content);

async function* fromWeb(stream: unknown): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
}

/**
 * Encrypts to every recipient, so that each can read it alone.
 *
 * @throws OperationsError `BACKUP_KEY_INVALID`
 */
export function encryptTo(recipients: readonly string[]): Step {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      throw new OperationsError({
        code: 'BACKUP_KEY_INVALID',
        message: `The recipient ${recipient.slice(0, 12)}… is none of age's.`,
        hint: 'Give the public key that age-keygen prints; it begins with age1.',
        cause,
      });
    }
  }
  return async function* (content) {
    yield* fromWeb(await encrypter.encrypt(toWeb(content)));
  };
}

/**
 * Decrypts with the identities of a file as `age-keygen` writes it.
 *
 * @throws OperationsError `BACKUP_KEY_INVALID` here, `BACKUP_KEY_WRONG` when a stream begins
 */
export function decryptWith(identityFile: string): Step {
  const identities = identityFile.split('\n').filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  const decrypter = new Decrypter();
  try {
    if (identities.length === 0) throw new Error('there is no line AGE-SECRET-KEY-1…');
    for (const identity of identities) decrypter.addIdentity(identity.trim());
  } catch (cause) {
    throw new OperationsError({
      code: 'BACKUP_KEY_INVALID',
      message: 'The identity file holds no identity of age.',
      hint: 'Give the file that age-keygen wrote, with a line AGE-SECRET-KEY-1….',
      cause,
    });
  }
  return async function* (content) {
    let opened;
    try {
      opened = await decrypter.decrypt(toWeb(content) as Parameters<Decrypter['decrypt']>[0]);
    } catch (cause) {
      throw keyWrong(cause);
    }
    yield* fromWeb(opened);
  };
}

/** The archive is encrypted, and nothing that was given opens it. */
export function keyWrong(cause?: unknown): OperationsError {
  return new OperationsError({
    code: 'BACKUP_KEY_WRONG',
    message:
      cause === undefined
        ? 'The backup is encrypted, and no identity was given.'
        : 'The identity that was given does not open this backup.',
    hint: 'Give --identity the file of one of its recipients.',
    cause,
  });
}
