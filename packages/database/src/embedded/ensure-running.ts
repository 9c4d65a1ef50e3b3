/** In charge of the way from a data folder in any state to a PostgreSQL that answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { copiesFolder, prepareBinaries } from './binaries.ts';
import { bootstrapCluster } from './bootstrap.ts';
import { hasCluster, makeCluster, readClusterMajor } from './cluster.ts';
import { clusterFolder, prepareDataFolder } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { launchPostmaster, waitUntilReady, type Launch } from './launch.ts';
import { defaultMajor, findBinaryPackage, type EmbeddedMajor } from './platform.ts';
import { findFreePort } from './port.ts';
import { clearRemains, findPostmaster, type Postmaster } from './postmaster.ts';
import { newState, readState, stateLost, writeState, type EmbeddedState } from './state.ts';

const tryAgainForMs = 30_000;

/** What can be asked for; everything else is read from the data folder. */
export interface ServerRequest {
  /** An absolute path. */
  dataDir: string;
  major?: EmbeddedMajor | undefined;
  port?: number | undefined;
  settings?: Record<string, string> | undefined;
}

/** A server that answers. */
export interface RunningServer {
  postmaster: Postmaster;
  state: EmbeddedState;
  version: string;
  /** Whether it was running before. */
  joined: boolean;
}

/**
 * Makes, starts and bootstraps what is not there yet. The caller holds the data folder's lock.
 *
 * @throws EmbeddedError any but `EMBEDDED_LOCKED` and `EMBEDDED_STOP_FAILED`.
 */
export async function ensureRunning(request: ServerRequest): Promise<RunningServer> {
  const { dataDir, settings } = request;
  const state = readState(dataDir) ?? newState(request.major ?? defaultMajor);
  const cluster = clusterFolder(dataDir, state.major);
  checkMajor(request, state, cluster);
  const identity = prepareDataFolder(dataDir, state.major);
  const found = findBinaryPackage(state.major);
  const binaries = prepareBinaries(found, copiesFolder(dataDir, identity), identity);

  let postmaster = hasCluster(dataDir, state.major) ? findPostmaster(cluster) : undefined;
  const joined = postmaster !== undefined;
  if (postmaster) {
    postmaster = await waitUntilReady(dataDir, cluster);
    state.port = postmaster.port;
  } else {
    if (!hasCluster(dataDir, state.major)) {
      state.bootstrapped = false;
      writeState(dataDir, state);
      const durable = settings?.['fsync'] !== 'off';
      await makeCluster(dataDir, state, binaries, identity, durable);
    }
    await clearRemains(cluster);
    const launch = { dataDir, major: state.major, postgres: binaries.postgres, identity, settings };
    postmaster = await launchOnFreePort(launch, request.port, state.port);
    if (state.port !== postmaster.port) {
      state.port = postmaster.port;
      writeState(dataDir, state);
    }
  }
  if (!state.bootstrapped) {
    await bootstrapCluster(state);
    state.bootstrapped = true;
    writeState(dataDir, state);
  }
  return { postmaster, state, version: found.version, joined };
}

async function launchOnFreePort(
  launch: Omit<Launch, 'port'>,
  asked: number | undefined,
  last: number,
): Promise<Postmaster> {
  const deadline = Date.now() + tryAgainForMs;
  for (;;) {
    const port = asked || (await findFreePort(last));
    try {
      return await launchPostmaster({ ...launch, port });
    } catch (error) {
      // One that a killed process had just started, and that had not been found yet, was quicker.
      const cluster = clusterFolder(launch.dataDir, launch.major);
      if (findPostmaster(cluster)) return await waitUntilReady(launch.dataDir, cluster);
      const details = (error as EmbeddedError).details ?? '';
      // Between looking for a free port and taking it, somebody else may take it.
      const taken = !asked && details.includes('could not bind');
      // A backend of a PostgreSQL that was killed is still busy.
      const occupied = details.includes('pre-existing shared memory block');
      if (!(taken || occupied) || Date.now() > deadline) throw error;
    }
    await sleep(200);
  }
}

function checkMajor(request: ServerRequest, state: EmbeddedState, cluster: string): void {
  if (request.major && request.major !== state.major) {
    throw otherMajor(request.major, state.major);
  }
  if (!hasCluster(request.dataDir, state.major)) return;
  const made = readClusterMajor(cluster);
  if (made !== state.major) throw otherMajor(state.major, made);
  if (!readState(request.dataDir)) throw stateLost(`There is ${cluster} but no postgres.json.`);
}

function otherMajor(wanted: number, found: number): EmbeddedError {
  return new EmbeddedError({
    code: 'EMBEDDED_DATA_FROM_OTHER_MAJOR',
    message: `The data folder is of PostgreSQL ${found}, but ${wanted} was asked for.`,
    hint: `Ask for ${found} or for none, or use another data folder and move the data with a dump.`,
  });
}
