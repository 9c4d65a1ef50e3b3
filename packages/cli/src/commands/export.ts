/** `catb export`: conversations as JSON Lines. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import {
  CatbError,
  exportConversations,
  type ExportOptions,
  type ExportReport,
} from '@catb/database';
import type { Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { showProgress } from '../show-progress.ts';

interface Options extends DatabaseOption {
  to?: string;
  source?: string;
}

/** Adds `export`. */
export function addExportCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('export')
      .description('write conversations as JSON Lines, in the format that import reads')
      .option(
        '--to <file>',
        'to this file, which only its owner may read (default: standard output)',
      )
      .option(
        '--source <name>',
        'only those of this source; catb for those that were not imported',
      ),
  );
  explain(command, { example: 'catb export --to conversations.jsonl' });
  command.action(async ({ to, source, ...options }: Options) => {
    const progress = showProgress('Exporting', undefined);
    const report = await withDatabase(options, async ({ url }) => {
      const wanted = {
        url,
        source,
        onProgress: ({ conversations }: { conversations: number }) =>
          progress.update(0, `${conversations.toLocaleString('en')} conversations`),
      };
      return await (to === undefined ? exportToPipe(wanted) : exportToFile(wanted, to));
    }).finally(() => progress.stop());
    if (report === undefined) return;
    const { conversations, messages, bytes, seconds } = report;
    // Standard output holds the conversations themselves when they went there.
    const say = to === undefined ? console.error : console.log;
    if (options.json) say(JSON.stringify({ conversations, messages, bytes, seconds }));
    else {
      const [some, many] = [conversations, messages].map((count) => count.toLocaleString('en'));
      say(`Exported ${some} conversations with ${many} messages in ${seconds.toFixed(1)} s.`);
    }
  });
}

/** To standard output; undefined when its reader has had enough. */
async function exportToPipe(
  options: Omit<ExportOptions, 'output'>,
): Promise<ExportReport | undefined> {
  try {
    return await exportConversations({ ...options, output: process.stdout });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return undefined;
    throw error;
  }
}

/** The file gets its name once it is whole: half an export can't be taken for one. */
async function exportToFile(
  options: Omit<ExportOptions, 'output'>,
  to: string,
): Promise<ExportReport> {
  const partial = `${to}.partial`;
  const output = createWriteStream(partial, { mode: 0o600 });
  try {
    await once(output, 'open').catch((cause: unknown) => {
      throw new CatbError({
        code: 'COMMAND_INVALID',
        message: `The file ${to} can not be made.`,
        details: cause instanceof Error ? cause.message : undefined,
        hint: 'Name one in a folder that is there, and that you may write to.',
        cause,
      });
    });
    const report = await exportConversations({ ...options, output });
    output.end();
    await once(output, 'close');
    await rename(partial, to);
    return report;
  } catch (error) {
    output.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}
