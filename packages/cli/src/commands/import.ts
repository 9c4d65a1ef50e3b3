/** `catb import`: conversations from a file of JSON Lines. */
import { importConversations, type ImportReport } from '@catb/database';
import type { Command } from 'commander';
import { BadLines, openConversationFile } from '../conversation-file.ts';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';
import { showProgress } from '../show-progress.ts';

/** Adds `import`. */
export function addImportCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('import <file>')
      .description(
        'import conversations from JSON Lines (- for standard input); safe to run twice',
      ),
  );
  explain(command, {
    example: 'catb import conversations.jsonl',
    exits: { findings: 'some lines were bad; the rest went in' },
  });
  command.action(async (file: string, options: DatabaseOption) => {
    const { input, bytes } = openConversationFile(file);
    const bad = new BadLines();
    const progress = showProgress('Importing', bytes);
    const report = await withDatabase(options, ({ url }) =>
      importConversations({
        url,
        input,
        onBadLine: bad.add,
        onProgress: (now) => progress.update(now.bytes, `${shown(now.messages)} messages`),
      }),
    ).finally(() => {
      progress.stop();
      bad.show();
    });
    if (options.json) console.log(JSON.stringify({ ...report, bad: bad.listed }));
    else console.log(describe(report));
    if (report.badLines > 0) process.exitCode = exitCodes.findings;
  });
}

function describe(report: ImportReport): string {
  const { conversations, messages, skipped, badLines, seconds, messagesPerSecond } = report;
  const lines = [
    `Imported ${shown(conversations)} conversations with ${shown(messages)} messages ` +
      `in ${seconds.toFixed(1)} s (${shown(Math.round(messagesPerSecond))} messages/s).`,
  ];
  if (skipped > 0) lines.push(`Skipped, as imported before: ${shown(skipped)}.`);
  if (badLines > 0) lines.push(`Bad lines, left out: ${shown(badLines)}.`);
  return lines.join('\n');
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
