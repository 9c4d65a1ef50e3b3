/** In charge of the shape of preferences in the API. The database has the same limits as constraints. */
import { z } from 'zod';
import { storedText } from '../http/stored-text.ts';

/** The cat's profile and how Mu should speak; what is absent was not said. */
export const preferencesSchema = z
  .strictObject({
    catName: storedText(60).min(1).exactOptional(),
    sex: z.enum(['male', 'female', 'unknown']).exactOptional(),
    neutered: z.boolean().exactOptional(),
    ageMonths: z.int().min(0).max(480).exactOptional(),
    weightGrams: z.int().min(30).max(30_000).exactOptional(),
    indoor: z.boolean().exactOptional(),
    conditions: storedText(500).min(1).exactOptional().describe('Known illnesses and medicines.'),
    tone: z.enum(['warm', 'plain', 'brief']).exactOptional(),
    units: z.enum(['metric', 'imperial']).exactOptional(),
  })
  .meta({ id: 'Preferences' });
