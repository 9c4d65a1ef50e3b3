/** In charge of a whole lint run: which files, what is known, what is found, what is allowed. */
import { resolve } from 'node:path';
import { withTarget } from '../target/open-target.ts';
import { applyAllowances, type AllowedFinding } from './allow/apply-allowances.ts';
import { checkFile } from './check-file.ts';
import type { Catalog } from './facts/catalog.ts';
import { FileFacts } from './facts/file-facts.ts';
import { readCatalogFor } from './facts/read-catalog.ts';
import { describePlace, listFiles, type ListedFile, type MigrationPair } from './list-files.ts';
import { mentionedNames, readLintFile, type LintSource } from './read-lint-file.ts';
import type { LintFile, LintFinding, LintSettings } from './rule.ts';
import { lintRules } from './rules/index.ts';
import { loadParser } from './sql/parse-statement.ts';
import { findWithSquawk } from './squawk/squawk-findings.ts';

export interface LintOptions {
  /** Files, and folders whose `.sql` files are meant. */
  paths: readonly string[];
  /**
   * Migrations with their rollbacks, where the folders do not say it. Default: the file of the same
   * name in `rollbacks` beside `migrations`.
   */
  pairs?: readonly MigrationPair[];
  /**
   * A database that the migrations are meant for: its sizes and definitions raise, lower and silence
   * findings. It is only read. Default: none, and a size that is not known counts as a middling one.
   */
  dbUrl?: string;
  /** The PostgreSQL version that is meant where no database says it. Default 15, the oldest. */
  major?: number;
  /** Schemas that an API serves. Default `public`. */
  exposedSchemas?: readonly string[];
  /** Leave out squawk's rules. Default false. */
  withoutSquawk?: boolean;
  /** Told before each file. */
  onFile?: (path: string, done: number, total: number) => void;
}

/** What came out of checking one file. */
export interface LintedFile {
  file: LintFile;
  open: LintFinding[];
  allowed: AllowedFinding[];
}

export interface LintRun {
  files: LintedFile[];
  listed: ListedFile[];
  catalog: Catalog | undefined;
}

const oldestMajor = 15;

/**
 * Checks migrations and rollbacks: our rules and squawk's, as far as no comment allows what they
 * find. Changes nothing, neither the files nor the database.
 *
 * @throws EngineerError LINT_PATH_MISSING, SQUAWK_UNAVAILABLE, and what
 *   {@link withTarget} throws
 */
export async function lintMigrations(options: LintOptions): Promise<LintRun> {
  await loadParser();
  const listed = await listFiles(options.paths, options.pairs);
  const sources: LintSource[] = [];
  for (const each of listed) sources.push(await readLintFile(each));
  const catalog = await readTarget(options.dbUrl, sources);
  const settings: LintSettings = {
    major: catalog?.major ?? options.major ?? oldestMajor,
    exposedSchemas: options.exposedSchemas ?? ['public'],
  };
  const earlier: FileFacts[] = [];
  const files: LintedFile[] = [];
  const factsOf = rememberFacts(sources, catalog);
  for (const source of sources) {
    options.onFile?.(source.listed.path, files.length, sources.length);
    const file = await placeFile(source, { catalog, settings, earlier: [...earlier] }, factsOf);
    const found = checkFile(file, lintRules);
    if (options.withoutSquawk !== true) found.push(...(await findWithSquawk(file)));
    const judged = applyAllowances(file, found, { judgeStale: catalog === undefined });
    files.push({ file, open: judged.open.toSorted(byPlace), allowed: judged.allowed });
    if (file.direction === 'up') earlier.push(file.facts);
  }
  return { files, listed, catalog };
}

async function readTarget(
  url: string | undefined,
  sources: readonly LintSource[],
): Promise<Catalog | undefined> {
  if (url === undefined) return undefined;
  return await withTarget(url, (target) => readCatalogFor(target, mentionedNames(sources)));
}

type FactsOf = (path: string) => Promise<FileFacts>;

/** A file of the run is read once, although it is its twin's twin too. */
function rememberFacts(sources: readonly LintSource[], catalog: Catalog | undefined): FactsOf {
  const read = new Map(sources.map((source) => [resolve(source.listed.path), source]));
  const known = new Map<string, FileFacts>();
  return async (path) => {
    const key = resolve(path);
    const { statements } = read.get(key) ?? (await readLintFile(describePlace(path)));
    const facts = known.get(key) ?? new FileFacts(statements, catalog);
    known.set(key, facts);
    return facts;
  };
}

/** A rollback is not what came before the next migration, so that it knows no earlier files. */
async function placeFile(
  { listed, ...source }: LintSource,
  run: Pick<LintFile, 'catalog' | 'settings' | 'earlier'>,
  factsOf: FactsOf,
): Promise<LintFile> {
  const { direction, layout, path, twinPath } = listed;
  return {
    ...source,
    ...run,
    earlier: direction === 'up' ? run.earlier : [],
    direction,
    layout,
    facts: await factsOf(path),
    twin: twinPath === undefined ? undefined : await factsOf(twinPath),
  };
}

function byPlace(a: LintFinding, b: LintFinding): number {
  return (a.offset ?? 0) - (b.offset ?? 0) || (a.rule < b.rule ? -1 : 1);
}
