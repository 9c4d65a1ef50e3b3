/** In charge of the option --identity. */
import { readFileSync } from 'node:fs';
import { CatbError } from '@catb/database';
import { decryptWith, type Step } from '@catb/operations';

/**
 * What decrypts a backup; nothing where no file was named.
 *
 * @throws CatbError `COMMAND_INVALID`; OperationsError `BACKUP_KEY_INVALID`
 */
export function readIdentity(file: string | undefined): Step | undefined {
  if (file === undefined) return undefined;
  try {
    return decryptWith(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    throw new CatbError({
      code: 'COMMAND_INVALID',
      message: `The identity file ${file} can not be read.`,
      hint: 'Give --identity the file that age-keygen wrote.',
      cause,
    });
  }
}
