import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ask } from '../testing/embedded-folder.ts';
import { withThrowAwayServer } from './throw-away-server.ts';

it('a throw-away server is removed when what it was started for fails, and frees the signals', async () => {
  let [folder, url] = ['', ''];
  const listeners = process.listenerCount('SIGTERM');
  const failing = withThrowAwayServer({ major: 18 }, async (server) => {
    [folder, url] = [server.dataDir, server.superuserUrl];
    expect(existsSync(folder)).toBe(true);
    await ask(url, 'this is no statement');
  });
  await expect(failing).rejects.toThrow('syntax error');
  expect(existsSync(folder)).toBe(false);
  await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  expect(process.listenerCount('SIGTERM')).toBe(listeners);
});

it('a major that is not installed is stood in for by one that is', async () => {
  expect(await withThrowAwayServer({ major: 16 }, (server) => Promise.resolve(server.major))).toBe(
    17,
  );
  expect(await withThrowAwayServer({ major: 19 }, (server) => Promise.resolve(server.major))).toBe(
    18,
  );
});
