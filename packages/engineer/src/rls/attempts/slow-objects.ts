/** In charge of not waiting again and again for what never ends. */
import type { Attempt, AttemptResult, Circumstances } from './attempt.ts';
import type { Prober } from './prober.ts';

const patience = 2;

/** Runs attempts, and leaves out objects that timed out before. */
export class PatientRunner {
  readonly prober: Prober;
  readonly #timeouts = new Map<string, number>();

  constructor(prober: Prober) {
    this.prober = prober;
  }

  /** The results in the order of the attempts; those left out have the error of those before. */
  async run(
    circumstances: Circumstances,
    attempts: readonly Attempt[],
    size: number,
  ): Promise<AttemptResult[]> {
    const results = new Map<Attempt, AttemptResult>();
    for (let from = 0; from < attempts.length; from += size) {
      const chunk = attempts
        .slice(from, from + size)
        .filter(({ object }) => !this.isSlow(object, circumstances.role));
      for (const [at, result] of (await this.prober.run(circumstances, chunk, size)).entries()) {
        const attempt = chunk[at];
        if (attempt === undefined) continue;
        results.set(attempt, result);
        if (hasTimedOut(result)) this.#count(`${attempt.object} ${circumstances.role}`);
      }
    }
    return attempts.map((attempt) => results.get(attempt) ?? this.#leftOut());
  }

  /** Whether it timed out too often to be tried again by the role. */
  isSlow(object: string, role: string): boolean {
    return (this.#timeouts.get(`${object} ${role}`) ?? 0) >= patience;
  }

  #count(key: string): void {
    this.#timeouts.set(key, (this.#timeouts.get(key) ?? 0) + 1);
  }

  #leftOut(): AttemptResult {
    const message = `not tried: earlier attempts took longer than ${this.prober.timeoutMs} ms`;
    return { sqlstate: '57014', message };
  }
}

/** Cancelled at the deadline, or ended with its connection because it ignored that. */
function hasTimedOut({ sqlstate }: AttemptResult): boolean {
  return sqlstate !== undefined && /^(57014|57P0.|55P03)?$/.test(sqlstate);
}
