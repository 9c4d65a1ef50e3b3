/** In charge of the first step: what the text of a migration says, before it is run. */
import { EngineerError } from '../errors.ts';
import { lintMigrations } from '../lint/lint-migrations.ts';
import type { LintFinding } from '../lint/rule.ts';
import { countOf } from './format.ts';
import type { Finding } from '../findings/finding.ts';
import type { ProofDraft } from './prove-migration.ts';

function plain({ rule, level, object, message, detail, hint, location }: LintFinding): Finding {
  return { rule, level, object, message, detail, hint, location };
}

/**
 * Lints the migration and its rollback.
 *
 * @param url of a database that has the schema from just before the migration
 */
export async function lintStep(draft: ProofDraft, url: string): Promise<void> {
  const { proof, change } = draft;
  const { file: migration, rollbackFile: rollback } = change;
  const paths = rollback === null ? [migration] : [migration, rollback];
  // A rollback that lies anywhere is one all the same, and not a migration.
  const pairs = rollback === null ? [] : [{ migration, rollback }];
  await draft.step('lint', async () => {
    try {
      const { files } = await lintMigrations({ paths, pairs, dbUrl: url });
      const found = files.flatMap(({ open }) => open.map(plain));
      proof.findings.push(...found);
      for (const { finding, reason } of files.flatMap(({ allowed }) => allowed)) {
        proof.accepted.push({ finding: plain(finding), reason });
      }
      const grave = found.filter(({ level }) => level !== 'info').length;
      return grave === 0
        ? { outcome: 'passed', said: `${countOf(paths.length, 'file')} read` }
        : { outcome: 'findings', said: countOf(grave, 'finding') };
    } catch (error) {
      if (!(error instanceof EngineerError)) throw error;
      return { outcome: 'not run', said: error.message };
    }
  });
}
