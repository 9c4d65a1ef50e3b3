/** In charge of holding what a server stored against what it was sent and what it answered. */
import type { HistoryMessage } from './read-stored-history.ts';

/** A message that was sent, and the answer that came; null when none did. */
export interface SentTurn {
  message: string;
  answer: { seq: number; reply: string; state: string } | null;
}

/** One thing that is not as it should be; quotes nothing that was said. */
export interface Difference {
  seq: number | null;
  problem: string;
}

/**
 * What differs. Every turn that was answered must be there as it was sent and answered, at the place
 * that the answer named; a message without an answer may be there once, at its place among the
 * others; nothing else may be there.
 */
export function compareHistory(
  sent: readonly SentTurn[],
  stored: readonly HistoryMessage[],
): Difference[] {
  const differences: Difference[] = [];
  const report = (seq: number | null, problem: string) => differences.push({ seq, problem });
  for (const [index, { seq }] of stored.entries()) {
    const previous = stored[index - 1]?.seq ?? 0;
    if (seq !== previous + 1) report(seq, `it comes after seq ${previous}`);
  }
  const replies = new Map(
    stored.filter(({ role }) => role === 'assistant').map((message) => [message.seq, message]),
  );
  const questions = stored.filter(({ role }) => role === 'user');
  let next = 0;
  for (const question of questions) {
    const found = findTurn(sent, next, question);
    if (found === undefined) {
      report(question.seq, 'it was not sent, or not in this order');
      continue;
    }
    for (const turn of sent.slice(next, found)) reportMissing(turn, report);
    next = found + 1;
    const turn = sent[found];
    if (turn?.answer == null) continue;
    if (turn.message !== question.content) report(question.seq, 'its content is not what was sent');
    const reply = replies.get(turn.answer.seq);
    if (reply?.content !== turn.answer.reply) {
      report(turn.answer.seq, 'the stored answer is not the one that was given');
    } else if (reply.state !== turn.answer.state) {
      report(turn.answer.seq, `the answer was ${turn.answer.state} and is ${reply.state}`);
    }
  }
  for (const turn of sent.slice(next)) reportMissing(turn, report);
  return differences;
}

/** The turn that this stored message belongs to: by the place its answer named, else by its words. */
function findTurn(
  sent: readonly SentTurn[],
  from: number,
  { seq, content }: HistoryMessage,
): number | undefined {
  const answered = sent.findIndex(({ answer }, at) => at >= from && answer?.seq === seq + 1);
  if (answered >= 0) return answered;
  for (let at = from; at < sent.length && sent[at]?.answer === null; at += 1) {
    if (sent[at]?.message === content) return at;
  }
  return undefined;
}

function reportMissing(
  { answer }: SentTurn,
  report: (seq: number | null, problem: string) => void,
): void {
  if (answer !== null) report(answer.seq - 1, 'it was answered, and is not stored');
}
