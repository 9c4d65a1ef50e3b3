/** In charge of a replay: many conversations through a running API at once, and what came of it. */
import { CatbError, readConversations, type ConversationInput } from '@catb/database';
import { z } from 'zod';
import { callApi, type ApiTarget } from './call-api.ts';
import { checkAddress } from './check-address.ts';
import { replayConversation } from './replay-conversation.ts';
import {
  count,
  emptyReport,
  hintFor,
  type ReplayProgress,
  type ReplayReport,
} from './replay-report.ts';
import { summarizeLatency } from './summarize-latency.ts';

/** What to replay, and where. */
export interface ReplayOptions {
  /** Such as `http://127.0.0.1:3000`. */
  baseUrl: string;
  /** A file of JSON Lines as `importConversations` reads it, or its bytes. */
  input: ConversationInput;
  /** Conversations at most; default 200. */
  limit?: number | undefined;
  /** Conversations at once; default 8. */
  concurrency?: number | undefined;
  /** Whether the API may be on another machine; default false. */
  allowRemote?: boolean | undefined;
  /** Milliseconds for one answer; default 120,000. */
  deadlineMs?: number | undefined;
  /** Times that a call is made at most; default 6. */
  attempts?: number | undefined;
  /** Milliseconds that the API may ask to wait before a call is repeated; default 30,000. */
  longestWaitMs?: number | undefined;
  /** Is told after each turn and each conversation. */
  onProgress?: ((progress: ReplayProgress) => void) | undefined;
  /** Is told of each line that holds no conversation. */
  onBadLine?: ((bad: { line: number; reason: string }) => void) | undefined;
}

const mostDifferences = 100;

/**
 * Sends the person's side of each conversation through a running API, a session for each, and then
 * reads the history back: what was stored must equal what was sent, in order.
 *
 * @throws CatbError `REPLAY_…`; an error of Node's when the input can't be read
 */
export async function replayConversations(options: ReplayOptions): Promise<ReplayReport> {
  const report = emptyReport();
  const latenciesMs: number[] = [];
  const target: ApiTarget = {
    baseUrl: checkAddress(options.baseUrl, options.allowRemote ?? false),
    deadlineMs: options.deadlineMs ?? 120_000,
    attempts: options.attempts ?? 6,
    longestWaitMs: options.longestWaitMs ?? 30_000,
    onRetry: (code) => count(report.retries, code),
  };
  await findServer(target);
  const tell = () => {
    const { conversations, answered, failed } = report;
    options.onProgress?.({ conversations, answered, failed });
  };

  const started = performance.now();
  const lines = readPersonsSides(options, report);
  const work = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) return;
      report.conversations += 1;
      await replayConversation(target, value.messages, {
        onAnswer(latencyMs) {
          latenciesMs.push(latencyMs);
          report.answered += 1;
          tell();
        },
        onFailure(what, code) {
          report.failed += 1;
          count(report.failures, `${what}: ${code}`);
          tell();
        },
        onChecked(messages, differences) {
          report.checked.conversations += 1;
          report.checked.messages += messages;
          report.differenceCount += differences.length;
          const room = mostDifferences - report.differences.length;
          for (const each of differences.slice(0, room)) {
            report.differences.push({ line: value.line, ...each });
          }
          tell();
        },
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: options.concurrency ?? 8 }, work));
  } finally {
    await lines.return();
  }
  report.seconds = (performance.now() - started) / 1_000;
  report.turnsPerSecond = report.answered / report.seconds;
  report.latencyMs = summarizeLatency(latenciesMs);
  report.hint = hintFor(report);
  return report;
}

/** What the person said, of each conversation in which one said anything. */
async function* readPersonsSides(
  { input, limit = 200, onBadLine }: ReplayOptions,
  report: ReplayReport,
): AsyncGenerator<{ line: number; messages: string[] }, void, undefined> {
  let taken = 0;
  if (limit <= 0) return;
  for await (const { line, read } of readConversations(input)) {
    if ('reason' in read) {
      report.badLines += 1;
      onBadLine?.({ line, reason: read.reason });
      continue;
    }
    const persons = read.conversation.messages.filter(({ role }) => role === 'user');
    if (persons.length === 0) continue;
    yield { line, messages: persons.map(({ content }) => content) };
    taken += 1;
    if (taken === limit) return;
  }
}

async function findServer(target: ApiTarget): Promise<void> {
  const health = z.object({ status: z.string() });
  try {
    await callApi({ ...target, attempts: 1 }, { method: 'GET', path: '/health', answer: health });
  } catch (cause) {
    throw new CatbError({
      code: 'REPLAY_SERVER_UNREACHABLE',
      message: `No API of catb answers at ${target.baseUrl}.`,
      hint: 'Start it with: catb start',
      cause,
    });
  }
}
