/** In charge of `postgres.json`: what has to be known about a data folder between two starts. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import type { EmbeddedMajor } from './platform.ts';
import { writePrivateFile } from './private-file.ts';

/** The content of `postgres.json`, readable by its owner only. */
export interface EmbeddedState {
  major: EmbeddedMajor;
  /** The TCP port of the latest start; 0 before the first. */
  port: number;
  /** The password of the role `postgres`. */
  password: string;
  /** The password of the role `supabase_admin`. */
  superuserPassword: string;
  /** Whether roles and database have been made. */
  bootstrapped: boolean;
}

/** A new state with random passwords of 192 bits, in letters that need no quoting in a URL. */
export function newState(major: EmbeddedMajor): EmbeddedState {
  const secret = () => randomBytes(24).toString('base64url');
  return { major, port: 0, password: secret(), superuserPassword: secret(), bootstrapped: false };
}

/**
 * Reads the state of a data folder.
 *
 * @returns `undefined` when there is none yet.
 * @throws EmbeddedError `EMBEDDED_STATE_LOST` when it can't be read or understood.
 */
export function readState(dataDir: string): EmbeddedState | undefined {
  try {
    return JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as EmbeddedState;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw stateLost(`${stateFile(dataDir)} can not be read`, cause);
  }
}

/** Writes the state of a data folder. */
export function writeState(dataDir: string, state: EmbeddedState): void {
  writePrivateFile(stateFile(dataDir), `${JSON.stringify(state, undefined, 2)}\n`);
}

/** The error for a cluster whose port and passwords are not known any more. */
export function stateLost(details: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError({
    code: 'EMBEDDED_STATE_LOST',
    message: 'The passwords of the embedded PostgreSQL are not known.',
    details,
    hint: 'Put postgres.json back beside the cluster, with you as its owner.',
    cause,
  });
}

/** The connection strings of a running server: as `postgres` and as `supabase_admin`. */
export function connectionUrls(state: EmbeddedState): { url: string; superuserUrl: string } {
  const place = `127.0.0.1:${state.port}/catb`;
  return {
    url: `postgresql://postgres:${state.password}@${place}`,
    superuserUrl: `postgresql://supabase_admin:${state.superuserPassword}@${place}`,
  };
}

function stateFile(dataDir: string): string {
  return path.join(dataDir, 'postgres.json');
}
