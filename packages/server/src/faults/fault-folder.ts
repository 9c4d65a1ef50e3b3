/** In charge of the data folder of a test that kills things: made, looked into, and cleared away. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedStatus, stopEmbedded } from '@catb/database';

/** A folder with nothing in it, which the user that PostgreSQL runs as can get to. */
export function makeFaultFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'catb-fault-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Stops its PostgreSQL, if one runs, and removes it. */
export async function removeFaultFolder(folder: string): Promise<void> {
  await stopEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** The process of its PostgreSQL. */
export async function postmasterOf(folder: string): Promise<number> {
  const { pid } = await embeddedStatus(folder);
  if (pid === undefined) throw new Error('No PostgreSQL runs there.');
  return pid;
}

/** Waits for something to come to pass. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  withinMs = 30_000,
): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    if (await condition()) return;
    await sleep(20);
  }
  throw new Error(`It did not come to pass within ${withinMs / 1_000} seconds: ${what}`);
}

/** Something to wait for until it is opened. */
export function makeGate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
