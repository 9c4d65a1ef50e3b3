/** In charge of saying what the role that looks was not shown. */
import type { AskCatalog } from './policies/read-policies.ts';
import { sql } from './sql.generated.ts';

/** A sentence for each; none where the role may see everything that the rules ask for. */
export async function findBlindSpots(ask: AskCatalog): Promise<string[]> {
  return (await ask<{ text: string }>(sql.findBlindSpots)).map(({ text }) => text);
}
