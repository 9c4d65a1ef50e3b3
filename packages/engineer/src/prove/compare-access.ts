/** In charge of who could reach what before a migration, and who can after. */
import type { ProofStep } from './proof.ts';
import type { ProofDraft } from './prove-migration.ts';

export async function compareAccess(
  draft: ProofDraft,
  beforeUrl: string,
  afterUrl: string,
): Promise<Pick<ProofStep, 'outcome' | 'said'>> {
  void [draft, beforeUrl, afterUrl];
  return await Promise.resolve({ outcome: 'not run', said: '' });
}
