/** In charge of saying whether a data folder's server runs, without touching it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { clusterFolder } from './data-folder.ts';
import { findBinaryPackage } from './platform.ts';
import { findPostmaster } from './postmaster.ts';
import { connectionUrls, readState } from './state.ts';

/** What is known about a data folder's server; all but two only while it runs. */
export interface EmbeddedStatus {
  running: boolean;
  dataDir: string;
  pid?: number;
  port?: number;
  major?: number;
  /** The version that is installed, such as `18.4`. */
  version?: string;
  /** As the role `postgres`, to the database `catb`. Contains the password. */
  url?: string;
  startedAt?: Date;
}

/**
 * Looks whether the server of a data folder runs.
 *
 * @throws EmbeddedError `EMBEDDED_STATE_LOST` when postgres.json belongs to somebody else.
 */
export async function embeddedStatus(dataDir: string): Promise<EmbeddedStatus> {
  const folder = path.resolve(dataDir);
  const state = readState(folder);
  const cluster = state && clusterFolder(folder, state.major);
  if (!state || !cluster || !existsSync(cluster)) return { running: false, dataDir: folder };
  const postmaster = findPostmaster(cluster);
  if (!postmaster) return { running: false, dataDir: folder, major: state.major };
  return {
    running: true,
    dataDir: folder,
    pid: postmaster.pid,
    port: postmaster.port,
    major: state.major,
    version: findBinaryPackage(state.major).version,
    url: connectionUrls({ ...state, port: postmaster.port }).url,
    startedAt: postmaster.startedAt,
  };
}
