import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type OpenShop } from './testing/open-shop.ts';
import { guiltOf, listFixtures, proveOnShop } from './testing/prove-on-shop.ts';

let shop: OpenShop;
beforeAll(async () => (shop = await openShop()));
afterAll(async () => shop.close());

/** Trying access takes longer than all the rest, so only those that are about it do. */
function skipped(isAboutAccess: boolean): 'access'[] {
  return isAboutAccess ? [] : ['access'];
}

describe.concurrent('a planted fault is found, and nothing else', () => {
  it.each(listFixtures('faults'))('$name', async ({ file, expects }) => {
    const skip = skipped(expects.some((each) => each.startsWith('access-')));
    const proof = await proveOnShop(shop.server, file, { skip });
    expect(guiltOf(proof.findings)).toEqual(expects);
  });
});

describe.concurrent('nothing is found on a look-alike', () => {
  it.each(listFixtures('look-alikes'))('$name', async ({ name, file, expects }) => {
    const skip = skipped(name.includes('policy'));
    const proof = await proveOnShop(shop.server, file, { skip, lint: true });
    expect(guiltOf(proof.findings)).toEqual(expects);
    expect(proof.roundTrip?.down).toEqual([]);
  });
});
