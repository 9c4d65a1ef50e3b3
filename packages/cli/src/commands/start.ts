/** `catb start`: the backend and the chat page. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readSettings } from '@catb/database';
import type { Command } from 'commander';
import { explain } from '../explain-command.ts';
import { version } from '../version.ts';

/** Adds `start`. */
export function addStartCommand(program: Command): void {
  const command = program
    .command('start')
    .description('start PostgreSQL if need be, migrate, and serve the API and the chat page')
    .action(async () => {
      // Loaded here: for the other commands it would be most of the time they take.
      const { startBackend } = await import('@catb/server');
      const backend = await startBackend({
        settings: readSettings(),
        version,
        webFolder: webFolder(),
      });
      console.log(backend.greeting);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          console.log('Stopping: turns under way are stored first.');
          void backend.stop().then(() => process.exit(0));
        });
      }
    });
  explain(command, {
    example: 'PORT=8080 catb start',
    exits: { fine: 'it was stopped', wrongUse: 'a setting has a value that can not be' },
  });
}

/** The built chat page; absent in a source tree that was not built. */
function webFolder(): string | undefined {
  const manifest = createRequire(import.meta.url).resolve('@catb/web/package.json');
  const folder = path.join(path.dirname(manifest), 'dist', 'client');
  return existsSync(folder) ? folder : undefined;
}
