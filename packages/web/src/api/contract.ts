/** The shapes that the API speaks. They are written out here because the page knows HTTP only. */

/** How serious a message is, decided by the server's rules before any model is asked. */
export type TriageCategory = 'emergency' | 'urgent' | 'routine' | 'behavioral';

/** A danger sign that the server's rules recognised in a message. */
export interface RedFlag {
  name: string;
  label: string;
  advice: string;
  category: TriageCategory;
}

/** What the rules made of a message, while it is being answered. */
export interface Triage {
  category: TriageCategory;
  redFlags: RedFlag[];
}

/** What the rules made of a stored message: a flag may be its bare name. */
export interface StoredTriage {
  category: TriageCategory;
  redFlags: (RedFlag | string)[];
}

/** A session and the secret that opens it. `expiresAt` is an ISO 8601 time. */
export interface Session {
  sessionId: string;
  sessionToken: string;
  expiresAt: string;
}

export type Rating = 'up' | 'down';

export interface Feedback {
  rating: Rating;
  comment: string | null;
}

export type MessageState = 'pending' | 'streaming' | 'complete' | 'aborted' | 'failed';

/** A message as the history holds it. `createdAt` is an ISO 8601 time. */
export interface Message {
  seq: number;
  role: 'user' | 'assistant';
  content: string;
  state: MessageState;
  createdAt: string;
  truncated: boolean;
  triage: StoredTriage | null;
  feedback: Feedback | null;
}

/** A page of history, oldest message first. `nextBefore` leads to the page before it. */
export interface HistoryPage {
  messages: Message[];
  nextBefore: number | null;
}

/** The whole reply, as the last event of a turn carries it. `seq` is the reply's own. */
export interface Reply {
  seq: number;
  reply: string;
  state: 'complete' | 'failed' | 'aborted';
  triage: Triage;
  truncated: boolean;
  model: { provider: string; name: string };
}

/** A piece of a reply. The first one of a turn also says the triage and the reply's `seq`. */
export interface Token {
  text: string;
  triage?: Triage;
  seq?: number;
}

export type Sex = 'female' | 'male' | 'unknown';
export type Tone = 'warm' | 'plain' | 'brief';
export type Units = 'metric' | 'imperial';

/** What a person has told about the cat, and how Mu should talk. */
export interface Preferences {
  catName?: string;
  sex?: Sex;
  neutered?: boolean;
  ageMonths?: number;
  weightGrams?: number;
  indoor?: boolean;
  conditions?: string;
  tone?: Tone;
  units?: Units;
}

/** Proof of an erasure, and how many rows of each kind are gone. */
export interface Receipt {
  receipt: string;
  erasedAt: string;
  erased: Record<string, number>;
}

/** Whether the server runs, and which model answers. */
export interface Health {
  status: string;
  model: { provider: string; name: string; offline: boolean };
}

/** The body of every error the API gives. */
export interface ErrorBody {
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
}
