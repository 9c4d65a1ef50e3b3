/** In charge of what an access matrix is: who reached which rows of whom, by trying. */
import type { MissingObject } from '../copy/schema-copy.ts';
import type { ObjectKind } from './catalog/facts.ts';

/** What is tried, in the order it is shown. */
export const verbs = [
  'select',
  'copy to',
  'lock',
  'insert',
  'insert returning',
  'copy from',
  'upsert',
  'attach',
  'update',
  'take',
  'give',
  'delete',
  'truncate',
  'call',
] as const;

/**
 * `attach`: a row of one's own that refers to another's row. `take` and `give`: an update that makes
 * oneself, or another, the owner. `lock`: `select … for update`.
 */
export type Verb = (typeof verbs)[number];

/** Who asks: tenant 0, tenant 1, or somebody without any claim. */
export const people = ['owner', 'stranger', 'nobody'] as const;
export type Who = (typeof people)[number];

/** Whose rows were reached; `error` where PostgreSQL refused the statement itself. */
export type Outcome = 'own' | 'others' | 'all' | 'none' | 'error';

/**
 * Why a statement was refused: `permission` is a missing grant, `policy` a row that row level
 * security does not let in, `failure` any other error.
 */
export type Refusal = 'permission' | 'policy' | 'failure';

/** One thing that was tried. */
export interface AccessCell {
  role: string;
  who: Who;
  verb: Verb;
  outcome: Outcome;
  /** How many of one's own witness rows were reached. */
  own: number;
  /** How many of other tenants' witness rows were reached. */
  others: number;
  refusal: Refusal | null;
  sqlstate: string | null;
  /** PostgreSQL's words where something was refused. */
  message: string | null;
  /** Of `attach`: the objects whose rows a row was put below. */
  below?: string[];
}

/** What was tried on one object. */
export interface ObjectAccess {
  /** Schema-qualified and quoted; a function with its argument types. */
  object: string;
  kind: ObjectKind;
  cells: AccessCell[];
}

/** A role that was acted as. */
export interface TriedRole {
  name: string;
  /** Row level security does not hold for it, as for `service_role`. */
  bypasses: boolean;
  logsIn: boolean;
}

/** What was taken for who somebody is. */
export interface AssumedIdentity {
  /** Such as `claim:sub`, `header:x-tenant` or `setting:app.tenant_id`. */
  carrier: string;
  /** The column whose value tells the tenant: `public.users.id`; null where a value was given. */
  column: string | null;
  /** The columns of the schema that it is compared with. */
  compared: string[];
  /** False where acting without it reached more: another carrier stands for it. */
  used: boolean;
  owner: string;
  stranger: string;
}

/** Everything that was tried, and what came of it. */
export interface AccessMatrix {
  roles: TriedRole[];
  identities: AssumedIdentity[];
  /** Sorted by name. */
  objects: ObjectAccess[];
  /** What could not be tried, and why. */
  untried: { object: string; reason: string }[];
  /** Objects whose witness rows are not all that they should be, and why. */
  remarks: { object: string; reason: string }[];
  /** What the copy lacks of the target. */
  missing: MissingObject[];
  /** Functions, views and policies that could not be read for who is asking. */
  unread: string[];
  /** How many statements were tried. */
  attempts: number;
  seconds: number;
}
