/** The turns that aren't in the history yet, and everything that can be done with them. */
import type { Reply } from '../api/contract.ts';
import { createStore, type Store } from '../stores/create-store.ts';
import { runTurn } from './run-turn.ts';
import { createKey, isUnderWay, type Turn } from './turn.ts';
import { readUnsent, writeUnsent } from './unsent-storage.ts';

/** What happens outside when a turn ends. */
export interface TurnEnds {
  /** The answer is whole. The turn is shown until this resolves. */
  onDone: (turn: Turn, reply: Reply) => Promise<void>;
  /** The session was gone: the text goes back to the box. */
  onSessionEnded: (text: string) => void;
  /** The person stopped the turn: the server knows how far it came. */
  onStopped: () => void;
}

/** The open turns, oldest first, of which one at most is under way. */
export interface TurnStore extends Pick<Store<readonly Turn[]>, 'get' | 'subscribe'> {
  /** Sends a message. A key from an earlier attempt makes it the same turn again. */
  start: (text: string, afterSeq: number, key?: string) => void;
  /** Sends an open turn again, with its key. */
  retry: (key: string) => void;
  /** Stops the turn that is under way. */
  stop: () => void;
  /** Ends the wait of the turn that is under way. */
  wake: () => void;
  /** Forgets a turn, stopping it where it is under way. */
  discard: (key: string) => void;
  /** Forgets all turns. */
  clear: () => void;
}

/** Makes the store, with the turns that were open when the page was left. */
export function createTurnStore(ends: TurnEnds): TurnStore {
  const turns = createStore<readonly Turn[]>(readUnsent());
  const wakeUp = new EventTarget();
  let stopping = new AbortController();

  function save(next: readonly Turn[]): void {
    turns.set(next);
    writeUnsent(next);
  }

  function remove(key: string): void {
    save(turns.get().filter((turn) => turn.key !== key));
  }

  function change(key: string, part: Partial<Turn>): void {
    turns.set(turns.get().map((turn) => (turn.key === key ? { ...turn, ...part } : turn)));
  }

  async function carryThrough(turn: Turn): Promise<void> {
    const stop = new AbortController();
    stopping = stop;
    const outcome = await runTurn(turn.text, turn.key, stop.signal, wakeUp, (part) =>
      change(turn.key, part),
    );
    if (outcome.kind === 'done') await ends.onDone(turn, outcome.reply);
    if (outcome.kind === 'session_ended') ends.onSessionEnded(turn.text);
    if (outcome.kind !== 'open') remove(turn.key);
    else if (stop.signal.aborted) ends.onStopped();
  }

  const isFree = () => !turns.get().some(isUnderWay);

  return {
    get: turns.get,
    subscribe: turns.subscribe,
    start: (text, afterSeq, key = createKey()) => {
      if (!isFree()) return;
      const turn: Turn = {
        key,
        text,
        afterSeq,
        startedAt: Date.now(),
        status: { kind: 'sending' },
        reply: '',
        triage: null,
      };
      save([...turns.get(), turn]);
      void carryThrough(turn);
    },
    retry: (key) => {
      const turn = turns.get().find((candidate) => candidate.key === key);
      if (turn !== undefined && isFree()) void carryThrough(turn);
    },
    stop: () => stopping.abort(),
    wake: () => void wakeUp.dispatchEvent(new Event('wake')),
    discard: (key) => {
      const turn = turns.get().find((candidate) => candidate.key === key);
      if (turn !== undefined && isUnderWay(turn)) stopping.abort();
      remove(key);
    },
    clear: () => {
      stopping.abort();
      save([]);
    },
  };
}
