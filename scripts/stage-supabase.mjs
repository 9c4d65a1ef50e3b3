/**
 * Puts the migrations, rollbacks and accepted findings into @catb/database while it is packed,
 * because a package holds only what lies in its folder. `prepack` runs it, and `postpack` runs it
 * with `--remove`: the repository keeps one copy, in supabase/.
 */
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const staged = at('packages/database/supabase');

rmSync(staged, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  for (const name of ['migrations', 'rollbacks', 'accepted-findings.json']) {
    cpSync(at(`supabase/${name}`), `${staged}/${name}`, { recursive: true });
  }
}
