import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRefusalLimit, type RefusalLimit } from './refusal-limit.ts';

const good = () => Promise.resolve('name');
const wrong = () => Promise.resolve(null);
const tooMany = { status: 429, body: { code: 'rate_limited' } };

let limit: RefusalLimit;
beforeEach(() => {
  vi.useFakeTimers();
  limit = createRefusalLimit(3, 60_000);
});
afterEach(() => vi.useRealTimers());

async function fail(address: string, times = 3): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await limit.guard(address, wrong)).toBeNull();
}

describe('the limit of refused keys', () => {
  test('lets any number of good ones pass, at once too', async () => {
    const names = Array.from({ length: 50 }, () => limit.guard('10.0.0.1', good));
    expect(await Promise.all(names)).toEqual(Array.from({ length: 50 }, () => 'name'));
  });

  test('asks no more once an address had its refusals, whatever it sends then', async () => {
    await fail('10.0.0.1');
    const check = vi.fn(good);
    await expect(limit.guard('10.0.0.1', check)).rejects.toMatchObject(tooMany);
    expect(check).not.toHaveBeenCalled();
    expect(await limit.guard('10.0.0.2', good)).toBe('name');
  });

  test('is over after its window, which a refused try does not make longer', async () => {
    await fail('10.0.0.1');
    vi.advanceTimersByTime(59_000);
    await expect(limit.guard('10.0.0.1', good)).rejects.toMatchObject({
      ...tooMany,
      retryAfterSeconds: 1,
    });
    vi.advanceTimersByTime(1_000);
    await fail('10.0.0.1');
  });

  test('counts a hundred wrong ones sent at once like those sent one by one', async () => {
    const check = vi.fn(wrong);
    const tries = Array.from({ length: 100 }, () => limit.guard('10.0.0.1', check));
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(97);
    expect(check).toHaveBeenCalledTimes(3);
  });

  test('takes an IPv6 network for one address', async () => {
    await fail('2001:db8::1');
    await expect(limit.guard('2001:db8::2', good)).rejects.toMatchObject(tooMany);
    expect(await limit.guard('2001:db8:ffff::1', good)).toBe('name');
  });

  test('does not count what could not be checked', async () => {
    for (let n = 0; n < 10; n += 1) {
      await expect(
        limit.guard('10.0.0.1', () => Promise.reject(new Error('no database'))),
      ).rejects.toThrow('no database');
    }
    expect(await limit.guard('10.0.0.1', good)).toBe('name');
  });
});
