/** In charge of how triage is shown by the API. */
import { z } from 'zod';
import type { Triage } from '../triage/index.ts';

/** How soon a vet is needed. */
export const categorySchema = z.enum(['emergency', 'urgent', 'routine', 'behavioral']);

/** What the triage rules found in a message. */
export const triageSchema = z
  .object({
    category: categorySchema,
    redFlags: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        advice: z.string(),
        category: categorySchema,
      }),
    ),
  })
  .meta({
    id: 'Triage',
    description: 'What the triage rules found, before and whatever a model says.',
  });

/** The same, as JSON has it. */
export function triageJson({ category, redFlags }: Triage): z.infer<typeof triageSchema> {
  return { category, redFlags };
}
