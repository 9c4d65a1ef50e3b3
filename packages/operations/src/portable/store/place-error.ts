/** In charge of the errors of a place for backups. */
import { OperationsError } from '../../errors.ts';

/** @param doing a verb phrase, such as `write data/public.messages.0001.copy.gz` */
export function placeUnusable(location: string, doing: string, cause: unknown): OperationsError {
  const system = cause as { code?: unknown; message?: unknown };
  const reason = typeof system.message === 'string' ? system.message : String(cause);
  const isFull = system.code === 'ENOSPC' || system.code === 'EDQUOT';
  return new OperationsError({
    code: 'BACKUP_PLACE_UNUSABLE',
    message: `Could not ${doing} at ${location}${isFull ? ': there is no space left' : ''}.`,
    details: reason,
    hint: isFull
      ? 'Make room there, or prune old backups, and run it again.'
      : 'Check that the place exists and that this user may use it, and run it again.',
    cause,
  });
}

/**
 * Runs `write` with content that comes from elsewhere. What the place refuses becomes its error;
 * what the source of the content throws stays what it is.
 */
export async function writeContent(
  location: string,
  path: string,
  content: AsyncIterable<Buffer>,
  write: (content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  let ofSource: Error | undefined;
  const watched = async function* (): AsyncGenerator<Buffer> {
    try {
      yield* content;
    } catch (error) {
      ofSource = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };
  try {
    await write(watched());
  } catch (error) {
    if (ofSource !== undefined) throw ofSource;
    throw error instanceof OperationsError
      ? error
      : placeUnusable(location, `write ${path}`, error);
  }
}

/** A file that has to be in an archive and is not. */
export function fileMissing(location: string, path: string): OperationsError {
  return new OperationsError({
    code: 'BACKUP_DAMAGED',
    message: `The file ${path} is missing from the backups at ${location}.`,
    hint: 'Restore from another backup.',
  });
}
