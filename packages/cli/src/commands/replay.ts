/** `catb replay`: the person's side of conversations, sent through a running API. */
import type { ReplayReport } from '@catb/server';
import { InvalidArgumentError, type Command } from 'commander';
import { BadLines, openConversationFile } from '../conversation-file.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';
import { showProgress } from '../show-progress.ts';

interface Options {
  url: string;
  limit: number;
  concurrency: number;
  allowRemote?: boolean;
  json?: boolean;
}

/** Adds `replay`. */
export function addReplayCommand(program: Command): void {
  const command = program
    .command('replay <file>')
    .description(
      "send the person's side of conversations through a running API, and check what it stored",
    )
    .option('--url <url>', 'the API', 'http://127.0.0.1:3000')
    .option('--limit <n>', 'conversations at most', upTo(1_000_000), 200)
    .option('--concurrency <n>', 'conversations at once', upTo(500), 8)
    .option('--allow-remote', 'let the API be on another machine')
    .option('--json', 'print one JSON document, for programs')
    .action(async (file: string, options: Options) => {
      const { input } = openConversationFile(file);
      // Loaded here: for the other commands it would be most of the time they take.
      const { replayConversations } = await import('@catb/server');
      const bad = new BadLines();
      const progress = showProgress('Replaying', options.limit);
      const report = await replayConversations({
        ...options,
        baseUrl: options.url,
        input,
        onBadLine: bad.add,
        onProgress: (now) =>
          progress.update(now.conversations, `${now.answered} turns, ${now.failed} failed`),
      }).finally(() => {
        progress.stop();
        bad.show();
      });
      console.log(options.json ? JSON.stringify({ ...report, bad: bad.listed }) : describe(report));
      if (report.failed + report.differenceCount + report.badLines > 0)
        process.exitCode = exitCodes.findings;
    });
  explain(command, {
    example: 'catb replay conversations.jsonl --url http://127.0.0.1:3000 --limit 20',
    exits: {
      findings: 'a turn failed, or something was not stored as it was sent',
      unreachable: 'no API answers there',
    },
  });
}

function describe(report: ReplayReport): string {
  const { latencyMs, checked, differences, differenceCount } = report;
  const [p50, p95, p99, max] = [latencyMs.p50, latencyMs.p95, latencyMs.p99, latencyMs.max].map(
    (value) => (value === null ? '-' : value.toFixed(1)),
  );
  const lines = [
    `${report.conversations} conversations, ${report.answered} turns answered, ${report.failed} failures, ` +
      `in ${report.seconds.toFixed(1)} s (${report.turnsPerSecond.toFixed(1)} turns/s).`,
    `Latency in ms: p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max}.`,
    ...listCounts('Failed', report.failures),
    ...listCounts('Repeated', report.retries),
    `Checked ${checked.messages} messages of ${checked.conversations} conversations: ` +
      (differenceCount === 0 ? 'all stored as sent, in order.' : `${differenceCount} differences.`),
    ...differences.map(({ line, seq, problem }) => `  line ${line}, seq ${seq ?? '-'}: ${problem}`),
  ];
  return report.hint === null ? lines.join('\n') : [...lines, report.hint].join('\n');
}

function listCounts(title: string, counts: Record<string, number>): string[] {
  return Object.entries(counts).map(([code, count]) => `${title} ${count} times: ${code}`);
}

/** A whole number from 1 up to this. */
function upTo(most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > most)
      throw new InvalidArgumentError(`a whole number from 1 to ${most}`);
    return value;
  };
}
