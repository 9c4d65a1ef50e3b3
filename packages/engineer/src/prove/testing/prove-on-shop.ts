/** In charge of proving the fixtures: one server for a test file, a database of its own for each. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withClient } from '../../copy/with-client.ts';
import { checkChange } from '../check-change.ts';
import { urlOf } from '../clone-database.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Proof, ProofStepName } from '../proof.ts';
import { beginDraft, finishDraft } from '../prove-migration.ts';
import { proveOnBench } from '../prove-on-bench.ts';
import { lintStep } from '../lint-step.ts';
import { readChange } from '../read-change.ts';

const fixtures = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  ...['..', '..', '..', 'fixtures', 'prove'],
);

/** A migration with what it is expected to be found guilty of. */
export interface Fixture {
  name: string;
  file: string;
  /** Such as `rewrites-table public.orders`, sorted. */
  expects: string[];
}

/** The fixtures of a folder: `faults` or `look-alikes`. */
export function listFixtures(folder: string): Fixture[] {
  const place = path.join(fixtures, folder, 'migrations');
  return readdirSync(place).map((name) => {
    const file = path.join(place, name);
    const first = readFileSync(file, 'utf8').split('\n')[0] ?? '';
    const expects = first.replace('-- expects: ', '').split('; ').sort();
    return {
      name: path.parse(name).name,
      file,
      expects: expects.filter((each) => each !== 'nothing'),
    };
  });
}

/** `rule object`, sorted, of those that fail a proof; that a step was left out is the test’s doing. */
export function guiltOf(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ level, rule }) => level !== 'info' && rule !== 'not-proved')
    .map(({ rule, object }) => (object === null ? rule : `${rule} ${object}`))
    .sort();
}

/** Makes the database that the others are copies of. */
export async function makeShop(server: { url: string; superuserUrl: string }): Promise<void> {
  const schema = readFileSync(path.join(fixtures, 'shop.sql'), 'utf8');
  await withClient(urlOf(server.url, 'postgres'), (client) =>
    client.query('create database shop template catb'),
  );
  await withClient(urlOf(server.url, 'shop'), (client) => client.query(schema));
  // A migration that drops databases must not drop the next one's.
  await withClient(server.superuserUrl, (client) =>
    client.query('alter database shop owner to supabase_admin'),
  );
}

let made = 0;

/** Proves a migration on a shop of its own; the lint only where it is asked for. */
export async function proveOnShop(
  server: { url: string; superuserUrl: string },
  file: string,
  options: { rollback?: string; deadlineMs?: number; skip?: ProofStepName[]; lint?: boolean } = {},
): Promise<Proof> {
  const started = performance.now();
  const name = `shop_${(made += 1)}`;
  const change = await readChange(file, options.rollback);
  const skip: ProofStepName[] = [
    ...(options.lint === true ? [] : (['lint'] as const)),
    ...(options.skip ?? []),
  ];
  const draft = beginDraft(change, () => undefined, skip);
  await checkChange(draft);
  if (draft.proof.failure !== null) return finishDraft(draft, [], started);
  await withClient(urlOf(server.superuserUrl, 'postgres'), (client) =>
    client.query(`create database ${name} template shop owner postgres`),
  );
  const [ownerUrl, superuserUrl] = [urlOf(server.url, name), urlOf(server.superuserUrl, name)];
  if (options.lint === true) await lintStep(draft, ownerUrl);
  const limits = { deadlineMs: options.deadlineMs ?? 20_000, growth: 200_000_000 };
  await proveOnBench(draft, {
    base: { kind: 'target', first: [], why: null },
    sizes: new Map(),
    prepared: {
      bench: { ownerUrl, superuserUrl, limits },
      server: '18',
      missing: [],
      targetMajor: 18,
      demoted: false,
    },
    rowsFrom: undefined,
    skip,
    progress: () => undefined,
  });
  return finishDraft(draft, [], started);
}
