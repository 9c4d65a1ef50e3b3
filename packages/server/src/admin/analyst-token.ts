/** In charge of Supabase's tokens: whether a JWT makes its holder an analyst. */
import type { Settings } from '@catb/database';
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';

/** The subject of a token that was accepted, or null. */
export type AnalystTokenCheck = (token: string) => Promise<string | null>;

const role = 'catb_analyst';

/**
 * The check, by the keys in the settings; without any, every token is refused. Algorithms are pinned
 * to the kind of key, and a token without an expiry is refused: nobody could take it back.
 */
export function createAnalystTokenCheck(
  settings: Pick<Settings, 'SUPABASE_JWT_SECRET' | 'SUPABASE_JWT_JWKS'>,
): AnalystTokenCheck {
  const { SUPABASE_JWT_SECRET: secret, SUPABASE_JWT_JWKS: keySet } = settings;
  const options = { requiredClaims: ['exp'] };
  const verifiers: ((token: string) => Promise<JWTPayload>)[] = [];
  if (secret !== undefined) {
    const key = new TextEncoder().encode(secret);
    verifiers.push(
      async (token) => (await jwtVerify(token, key, { ...options, algorithms: ['HS256'] })).payload,
    );
  }
  if (keySet !== undefined) {
    const keys = createLocalJWKSet(JSON.parse(keySet) as JSONWebKeySet);
    const algorithms = ['ES256', 'RS256'];
    verifiers.push(
      async (token) => (await jwtVerify(token, keys, { ...options, algorithms })).payload,
    );
  }
  return async (token) => {
    for (const verify of verifiers) {
      const claims = await verify(token).catch((error: unknown) => {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      });
      if (claims !== null && isAnalyst(claims)) return claims.sub ?? 'unnamed';
    }
    return null;
  };
}

/** By claims that only the project's owner can write: users write their own `user_metadata`. */
function isAnalyst(claims: JWTPayload): boolean {
  const { role: own, app_metadata: metadata } = claims;
  if (own === role) return true;
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'catb_role' in metadata &&
    metadata.catb_role === role
  );
}
