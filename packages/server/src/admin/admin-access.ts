/** In charge of the one way to check who may see figures: an admin key, or an analyst's JWT. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { adminKeyName, type Database, type Settings } from '@catb/database';
import type { Request } from 'express';
import { ApiError } from '../http/api-error.ts';
import { createAnalystTokenCheck } from './analyst-token.ts';
import { createRefusalLimit } from './refusal-limit.ts';

/** Lets requests in. */
export interface AdminAccess {
  /**
   * Whose key came along: `key:<name>`, `setting` for CATB_ADMIN_KEY, or `jwt:<subject>`.
   *
   * @throws ApiError `admin_key_refused`, in the same words for a missing, wrong, revoked and expired
   *   key; `rate_limited` after ten of them in a minute from one address; CatbError `database_…`
   */
  admit(request: Request): Promise<string>;
}

const refusalsPerMinute = 10;

/** @param database as `catb_server`, which may ask whose key it is and can't list them */
export function createAdminAccess(database: Database, settings: Settings): AdminAccess {
  const refusals = createRefusalLimit(refusalsPerMinute, 60_000);
  const subjectOf = createAnalystTokenCheck(settings);
  const expected = settings.CATB_ADMIN_KEY && digestOf(settings.CATB_ADMIN_KEY);

  async function nameOf(given: string): Promise<string | null> {
    // Digests are as long as each other, and equal ones are found in constant time.
    if (expected && timingSafeEqual(digestOf(given), expected)) return 'setting';
    if (given.startsWith('catb_admin_')) {
      const name = await adminKeyName(database, given);
      return name && `key:${name}`;
    }
    const subject = await subjectOf(given);
    return subject && `jwt:${subject.slice(0, 100)}`;
  }

  return {
    async admit(request) {
      const given = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
      const name = await refusals.guard(request.ip ?? '', () => nameOf(given));
      if (name !== null) return name;
      throw new ApiError({
        status: 401,
        code: 'admin_key_refused',
        message: 'The admin key was not accepted.',
        hint: 'Send a valid one as Authorization: Bearer. Whoever runs the server makes them with catb admin-key.',
      });
    },
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
