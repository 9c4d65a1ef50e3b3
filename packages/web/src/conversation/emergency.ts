/** Decides whether the emergency banner is up, and what it says. */
import type { Message, RedFlag, StoredTriage } from '../api/contract.ts';
import type { Turn } from './turn.ts';

/** What was recognised. `advice` is null where only the flag's name is known. */
export interface RecognisedFlag {
  label: string;
  advice: string | null;
}

/** An emergency that is shown. `id` tells one from the next. */
export interface Emergency {
  id: string;
  flags: RecognisedFlag[];
}

/** A day later the emergency is over, one way or the other, and the banner would only frighten. */
const SHOWN_FOR_MS = 24 * 60 * 60 * 1000;

/** The newest emergency of the last day, among what is being answered and what is stored. */
export function findEmergency(
  messages: readonly Message[],
  turns: readonly Turn[],
  now: number,
): Emergency | null {
  const turn = turns.findLast((candidate) => candidate.triage?.category === 'emergency');
  if (turn?.triage) return { id: turn.text, flags: listFlags(turn.triage) };
  const message = messages.findLast(
    ({ triage, createdAt }) =>
      triage?.category === 'emergency' && now - Date.parse(createdAt) < SHOWN_FOR_MS,
  );
  if (!message?.triage) return null;
  const asked = messages.findLast(({ seq, role }) => role === 'user' && seq <= message.seq);
  return { id: asked?.content ?? String(message.seq), flags: listFlags(message.triage) };
}

/** What is merely urgent stays out: "have it checked today" beside "go now" would confuse. */
function listFlags(triage: StoredTriage): RecognisedFlag[] {
  return triage.redFlags.flatMap((flag: RedFlag | string) => {
    if (typeof flag === 'string') return { label: spellOut(flag), advice: null };
    return flag.category === 'emergency' ? { label: flag.label, advice: flag.advice } : [];
  });
}

/** `open-mouth-breathing` is "Open mouth breathing" to a person. */
function spellOut(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
