/** Keeps messages that have no answer yet over a reload, so that none is lost. */
import { readStoredJson, writeStored } from '../stores/browser-storage.ts';
import type { Turn } from './turn.ts';

const MOST_KEPT = 20;

/** The turns that were open when the page was left, for the person to decide about. */
export function readUnsent(): Turn[] {
  const stored = readStoredJson('catb.unsent');
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { key, text, afterSeq, startedAt } = entry as Partial<Turn>;
    if (typeof key !== 'string' || typeof text !== 'string') return [];
    const failure = {
      message: 'The page was closed before Mu had answered this.',
      isRetryable: true,
      retryAt: null,
    };
    return {
      key,
      text,
      afterSeq: afterSeq ?? 0,
      startedAt: startedAt ?? 0,
      status: { kind: 'failed', failure },
      reply: '',
      triage: null,
    };
  });
}

/** Stores the open turns; none removes what was stored. */
export function writeUnsent(turns: readonly Turn[]): void {
  const kept = turns.slice(-MOST_KEPT).map(({ key, text, afterSeq, startedAt }) => {
    return { key, text, afterSeq, startedAt };
  });
  writeStored('catb.unsent', kept.length === 0 ? null : JSON.stringify(kept));
}
