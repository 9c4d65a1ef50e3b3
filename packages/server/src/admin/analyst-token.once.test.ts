import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAnalystTokenCheck, type AnalystTokenCheck } from './analyst-token.ts';

const secret = 'a-secret-of-the-project-with-32-letters';
const other = 'a-secret-of-someone-else-with-32-letter';
const analyst = { role: 'catb_analyst', sub: 'ada' };

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let strangers: Keys;
let publicKey: string;
let check: AnalystTokenCheck;
beforeAll(async () => {
  keys = await generateKeyPair('ES256');
  strangers = await generateKeyPair('ES256');
  publicKey = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one' }] });
  check = createAnalystTokenCheck({ SUPABASE_JWT_SECRET: secret, SUPABASE_JWT_JWKS: publicKey });
});

const now = () => Math.floor(Date.now() / 1_000);
const bytes = (text: string) => new TextEncoder().encode(text);

function sign(claims: JWTPayload, key = secret, alg = 'HS256'): Promise<string> {
  return new SignJWT({ exp: now() + 3_600, ...claims })
    .setProtectedHeader({ alg })
    .sign(bytes(key));
}

function signWith({ privateKey }: Keys, kid = 'one'): Promise<string> {
  return new SignJWT({ exp: now() + 3_600, ...analyst })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(privateKey);
}

describe('a token of Supabase', () => {
  test('makes an analyst by its role, or by what the project wrote into app_metadata', async () => {
    expect(await check(await sign(analyst))).toBe('ada');
    const claims = { role: 'authenticated', app_metadata: { catb_role: 'catb_analyst' } };
    expect(await check(await sign({ ...claims, sub: 'grace' }))).toBe('grace');
    expect(await check(await sign(claims))).toBe('unnamed');
  });

  test.each<[string, JWTPayload]>([
    ['a user', { role: 'authenticated' }],
    ['a visitor', { role: 'anon' }],
    ['the service role', { role: 'service_role' }],
    ['a user who wrote it into user_metadata himself', {
      role: 'authenticated', user_metadata: { catb_role: 'catb_analyst', role: 'catb_analyst' },
    }],
    ['a role in a list', { role: ['catb_analyst'] }],
    ['an app_metadata that is a text', { role: 'authenticated', app_metadata: 'catb_analyst' }],
    ['an app_metadata of null', { role: 'authenticated', app_metadata: null }],
    ['no claims', {}],
  ])('does not make one of %s', async (_, claims) => {
    expect(await check(await sign(claims))).toBeNull();
  }); // prettier-ignore

  test('is refused when it is expired, not valid yet, or never expires', async () => {
    expect(await check(await sign({ ...analyst, exp: now() - 1 }))).toBeNull();
    expect(await check(await sign({ ...analyst, nbf: now() + 60 }))).toBeNull();
    const endless = new SignJWT(analyst).setProtectedHeader({ alg: 'HS256' });
    expect(await check(await endless.sign(bytes(secret)))).toBeNull();
  });

  test('is refused with another secret, another algorithm or none', async () => {
    expect(await check(await sign(analyst, other))).toBeNull();
    expect(await check(await sign(analyst, secret, 'HS512'))).toBeNull();
    const unsigned = new UnsecuredJWT(analyst).setExpirationTime('1h').encode();
    expect(await check(unsigned)).toBeNull();
    const [, claims] = (await sign(analyst)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const header of [none, Buffer.from('{"alg":"None"}').toString('base64url')]) {
      expect(await check(`${header}.${claims}.`)).toBeNull();
    }
  });

  test('is refused when its claims were changed after it was signed', async () => {
    const [header, , signature] = (await sign({ role: 'authenticated' })).split('.');
    const forged = Buffer.from(JSON.stringify({ ...analyst, exp: now() + 60 }));
    expect(await check(`${header}.${forged.toString('base64url')}.${signature}`)).toBeNull();
  });

  test.each(['', 'x', '..', 'a.b.c', '{}.{}.{}', `${'A'.repeat(5_000)}.A.A`, "' or 1=1 --"])(
    'is refused when it is none: %j',
    async (text) => {
      expect(await check(text)).toBeNull();
    },
  );
});

describe('a token signed with a private key', () => {
  test('is accepted by the public key in the settings, and a stranger’s is not', async () => {
    expect(await check(await signWith(keys))).toBe('ada');
    expect(await check(await signWith(strangers))).toBeNull();
    expect(await check(await signWith(keys, 'two'))).toBeNull();
  });

  test('can not be made from the public key, as if it were a secret', async () => {
    const onlyKeys = createAnalystTokenCheck({ SUPABASE_JWT_JWKS: publicKey, SUPABASE_JWT_SECRET: undefined }); // prettier-ignore
    expect(await onlyKeys(await sign(analyst, publicKey))).toBeNull();
    expect(await onlyKeys(await sign(analyst))).toBeNull();
    expect(await onlyKeys(await signWith(keys))).toBe('ada');
  });
});

test('without keys in the settings every token is refused', async () => {
  const none = createAnalystTokenCheck({ SUPABASE_JWT_SECRET: undefined, SUPABASE_JWT_JWKS: undefined }); // prettier-ignore
  expect(await none(await sign(analyst))).toBeNull();
  expect(await none(await sign(analyst, ''.padEnd(1)))).toBeNull();
});
