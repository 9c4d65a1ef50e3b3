/** In charge of how many refused keys one address may send, in this process; good keys cost nothing. */
import { ipKeyGenerator } from 'express-rate-limit';
import { ApiError } from '../http/api-error.ts';

/** Counts what is refused, and stops asking once an address has had enough. */
export interface RefusalLimit {
  /**
   * Runs the check, unless the address has had too many refused.
   *
   * @param check null means refused; what it throws is passed on and counts for nothing
   * @throws ApiError `rate_limited`
   */
  guard(address: string, check: () => Promise<string | null>): Promise<string | null>;
}

interface Attempts {
  refused: number;
  /** When the count begins anew, in milliseconds since 1970. */
  until: number;
  /** Checks under way, none of which fails. */
  pending: Set<Promise<void>>;
}

/** Past so many addresses, those with nothing to remember are forgotten. */
const manyAddresses = 10_000;

/** A limit of so many refusals in a window. Addresses of one IPv6 network count as one. */
export function createRefusalLimit(limit: number, windowMs: number): RefusalLimit {
  const addresses = new Map<string, Attempts>();

  function attemptsOf(address: string): Attempts {
    const key = address === '' ? address : ipKeyGenerator(address);
    const now = Date.now();
    if (addresses.size >= manyAddresses) {
      for (const [other, { until, pending }] of addresses)
        if (until <= now && pending.size === 0) addresses.delete(other);
    }
    const attempts = addresses.get(key) ?? { refused: 0, until: 0, pending: new Set() };
    if (attempts.until <= now) Object.assign(attempts, { refused: 0, until: now + windowMs });
    addresses.set(key, attempts);
    return attempts;
  }

  return {
    async guard(address, check) {
      let attempts = attemptsOf(address);
      // Those under way might all be refused: a hundred keys sent at once are no more than ten tries.
      while (attempts.refused < limit && attempts.refused + attempts.pending.size >= limit) {
        await Promise.race(attempts.pending);
        attempts = attemptsOf(address);
      }
      if (attempts.refused >= limit) throw tooMany(limit, attempts.until - Date.now());
      const checking = check().then((name) => {
        if (name === null) attempts.refused += 1;
        return name;
      });
      const settled: Promise<void> = checking
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => void attempts.pending.delete(settled));
      attempts.pending.add(settled);
      return await checking;
    },
  };
}

function tooMany(limit: number, waitMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new ApiError({
    status: 429,
    code: 'rate_limited',
    message: `${limit} keys from this address were refused in a short time.`,
    details: `Try again in ${seconds} s.`,
    hint: 'Wait for the time given in the details, then send a key that is valid.',
    retryAfterSeconds: seconds,
  });
}
