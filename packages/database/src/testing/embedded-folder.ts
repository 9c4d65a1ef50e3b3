/** In charge of data folders for tests of the embedded PostgreSQL: copies of one that is ready. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, stopEmbedded } from '../embedded/index.ts';
import type { EmbeddedMajor, EmbeddedOptions, EmbeddedPostgres } from '../embedded/index.ts';

/** Small and quick: what is tested is not how safe the disk is. */
export const smallSettings = { fsync: 'off', shared_buffers: '16MB', max_wal_size: '64MB' };

/** Makes the data folders of a test file, starts servers on them, and clears all of it away. */
export class EmbeddedFolders {
  readonly #major: EmbeddedMajor;
  readonly #place = mkdtempSync(path.join(tmpdir(), 'catb-embedded-'));
  readonly #folders: string[] = [];
  readonly #servers: EmbeddedPostgres[] = [];
  #made = 0;
  #ready: string | undefined;

  constructor(major: EmbeddedMajor) {
    this.#major = major;
    execFileSync('chmod', ['755', this.#place]);
  }

  /** A folder with nothing in it. */
  empty(): string {
    const folder = mkdtempSync(path.join(this.#place, `${++this.#made}-`));
    this.#folders.push(folder);
    return folder;
  }

  /** For beforeAll: makes the folder that used() copies. */
  async prepare(): Promise<void> {
    const dataDir = mkdtempSync(path.join(this.#place, 'used-'));
    const settings = smallSettings;
    await (await startEmbedded({ dataDir, major: this.#major, settings })).stop();
    this.#ready = dataDir;
  }

  /** A folder in which a server has been and was stopped; a copy is made in a tenth of the time. */
  used(): string {
    const folder = this.empty();
    execFileSync('cp', ['-a', `${this.#ready}/.`, folder]);
    return folder;
  }

  /** Options with a used folder. */
  options(more: Partial<EmbeddedOptions> = {}): EmbeddedOptions {
    return { dataDir: this.used(), major: this.#major, settings: smallSettings, ...more };
  }

  /** Starts a server that is stopped after the test. */
  async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const server = await startEmbedded(options);
    this.#servers.push(server);
    return server;
  }

  /** For afterEach: stops every server and removes every folder. */
  async clear(): Promise<void> {
    for (const server of this.#servers.splice(0)) await server.stop();
    for (const folder of this.#folders.splice(0)) {
      await stopEmbedded(folder).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** For afterAll. */
  async remove(): Promise<void> {
    await this.clear();
    rmSync(this.#place, { recursive: true, force: true });
  }
}

/** Runs one query on a connection of its own and returns the first value of the first row. */
export async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed ends the connection with an error of its own.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

/** Waits for something to come to pass, for 20 seconds at most. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to pass within 20 seconds.');
}
