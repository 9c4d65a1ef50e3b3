/** In charge of the file that says how access is tried: `supabase/rls.config.json`. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EngineerError } from '../errors.ts';
import { parseIdentity } from './identity/identity-override.ts';

const schema = z.strictObject({
  /** Roles to act as. */
  roles: z.array(z.string().min(1)).min(1).optional(),
  /** Schemas to try. */
  schemas: z.array(z.string().min(1)).min(1).optional(),
  /** Who is who, as on the command line: `claim:sub=column public.users.id`. */
  identities: z.array(z.string().transform(parseIdentity)).optional(),
  /** Milliseconds an attempt may take. */
  timeoutMs: z.int().min(50).max(600_000).optional(),
});

/** What the file may hold; all of it can be left out. */
export type AccessConfig = z.infer<typeof schema>;

/**
 * Reads it.
 *
 * @throws EngineerError `ACCESS_CONFIG_INVALID` when the file is missing, is no JSON, or holds
 *   something unknown
 */
export async function readAccessConfig(file: string): Promise<AccessConfig> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new EngineerError({
      code: 'ACCESS_CONFIG_INVALID',
      message: `How access is tried could not be read from ${file}.`,
      details: cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause),
      hint: 'It is a JSON object with roles, schemas, identities and timeoutMs, each of which can be left out.',
      cause,
    });
  }
}
