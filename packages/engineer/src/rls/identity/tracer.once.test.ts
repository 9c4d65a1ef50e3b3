import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessMatrix } from '../access-matrix.ts';
import { findLeaks } from '../judge/find-leaks.ts';
import { cellOf, tryFixtures } from '../testing/try-fixtures.ts';
import { parseIdentity } from './identity-override.ts';

let matrix: AccessMatrix;
beforeAll(async () => {
  matrix = (await tryFixtures(['carriers'])).matrix;
});

describe('who is who', () => {
  it('is found in settings, headers, claims deep inside and arrays of claims', () => {
    expect(matrix.identities.map(({ carrier, column }) => [carrier, column])).toEqual([
      ['claim:app_metadata.boards', 'public.boards.id'],
      ['claim:app_metadata.tenant_id', 'public.tenants.id'],
      ['header:x-guest-token', 'public.guests.token'],
      ['setting:app.account_id', 'public.accounts.id'],
    ]);
    expect(matrix.unread).toEqual([]);
  });

  it.each([
    ['public.invoices', 'anon'],
    ['public.orders', 'anon'],
    ['public.projects', 'authenticated'],
    ['public.boards', 'authenticated'],
  ])('the owner of %s reaches it with what was found, and nobody else does', (object, role) => {
    expect(cellOf(matrix, object, role, 'owner', 'select')).toMatchObject({ outcome: 'own' });
    expect(cellOf(matrix, object, role, 'stranger', 'select')).toMatchObject({ outcome: 'own' });
    expect(cellOf(matrix, object, role, 'nobody', 'select').others).toBe(0);
    expect(findLeaks(matrix)).toEqual([]);
  });

  it('can be told instead, and then stands in the rows', async () => {
    const told = await tryFixtures(['carriers'], {
      identities: [parseIdentity('setting:app.account_id=values 71,72')],
      roles: ['anon'],
    });
    expect(told.matrix.identities).toContainEqual(
      expect.objectContaining({ carrier: 'setting:app.account_id', owner: '71', stranger: '72' }),
    );
    expect(cellOf(told.matrix, 'public.invoices', 'anon', 'owner', 'select').outcome).toBe('own');
  });

  it('is refused where it can’t be read, or names no column', async () => {
    expect(() => parseIdentity('sub is the user')).toThrow(/says of nobody who he is/);
    await expect(
      tryFixtures(['base'], { identities: [parseIdentity('claim:sub=column auth.users.nr')] }),
    ).rejects.toMatchObject({ code: 'ACCESS_IDENTITY_INVALID' });
    await expect(tryFixtures(['base'], { roles: ['nobody at all'] })).rejects.toMatchObject({
      code: 'ACCESS_ROLE_UNKNOWN',
    });
  });
});
