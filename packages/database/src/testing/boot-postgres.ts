/**
 * In charge of the one PostgreSQL that a vitest project runs on: boots it in a temporary folder,
 * migrates the database that test files are cloned from, and removes everything at the end.
 */
import {
  accessSync,
  constants,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded, stopEmbedded, type EmbeddedMajor } from '../embedded/index.ts';
import { migrateUp } from '../migrations/index.ts';
import { emptyTemplate, migratedTemplate, urlOf } from './provided.ts';

const prefix = 'catb-test-';
const inMemory = '/dev/shm';
const enoughBytes = 4 * 2 ** 30;
/** Databases are cloned and dropped by the hundred: in memory a run takes a quarter less time. */
const place = hasRoom(inMemory) ? inMemory : tmpdir();
/** A run that was killed leaves its folder; one this young may be about to start. */
const leftoverAfterMs = 60_000;

/** Speed instead of safety: the data is thrown away. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  checkpoint_timeout: '1h',
  // Tests count the statements of a turn where they arrive.
  shared_preload_libraries: 'pg_stat_statements',
};

/** Vitest calls it once for each project, before its first test; the name ends in the major. */
export default async function bootPostgres(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const major = Number(/\d+$/.exec(project.name)?.[0]) as EmbeddedMajor;
  const dataDir = mkdtempSync(path.join(place, prefix));
  const server = await startEmbedded({ dataDir, major, settings });
  // A run that is interrupted ends without its teardown, but not without this. The server, whose
  // own handler came first, has stopped by then.
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  process.once('SIGTERM', () => process.exit(143));
  const { url, superuserUrl } = server;
  const migrationFailure = await migrateTemplate(url);
  project.provide('postgres', { url, superuserUrl, major, migrationFailure });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= enoughBytes;
  } catch {
    return false;
  }
}

async function migrateTemplate(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: urlOf(url, 'postgres') });
  await client.connect();
  await client.query(`create database ${migratedTemplate} template ${emptyTemplate}`);
  await client.end();
  try {
    await migrateUp({ url: urlOf(url, migratedTemplate) });
    return undefined;
  } catch (error) {
    // The tests that don't need the migrations run all the same, and say more than this would.
    return error instanceof Error ? describe(error) : String(error);
  }
}

function describe(error: Error & { details?: string; hint?: string }): string {
  return [error.message, error.details, error.hint].filter(Boolean).join('\n');
}

async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(place)) {
    const folder = path.join(place, name);
    if (!name.startsWith(prefix)) continue;
    const made = statSync(folder, { throwIfNoEntry: false })?.birthtimeMs ?? Date.now();
    if (Date.now() - made < leftoverAfterMs) continue;
    try {
      const { heldBy } = await stopEmbedded(folder);
      if (heldBy.length === 0) rmSync(folder, { recursive: true, force: true });
    } catch {
      // It belongs to another user.
    }
  }
}
