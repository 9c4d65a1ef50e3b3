/** Finds the `supabase` folder that belongs to this package. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CatbError } from '../errors.ts';

/**
 * `<package>/supabase` in a packed package, else `supabase/` at the root of the repository.
 *
 * @throws CatbError MIGRATION_FOLDER_UNREADABLE when neither is there
 */
export function supabaseDirectory(): string {
  const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const candidates = [join(packageRoot, 'supabase'), join(packageRoot, '..', '..', 'supabase')];
  const found = candidates.find((candidate) => existsSync(join(candidate, 'migrations')));
  if (found !== undefined) return found;
  throw new CatbError({
    code: 'MIGRATION_FOLDER_UNREADABLE',
    message: 'The supabase folder with the migrations was not found.',
    details: `Looked for "migrations" in ${candidates.join(' and ')}.`,
    hint: 'Reinstall the package, or name the folder.',
  });
}
