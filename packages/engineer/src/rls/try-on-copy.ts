/** In charge of trying everything on a database that may be changed: a throw-away copy. */
import type pg from 'pg';
import { people, type AccessMatrix, type AssumedIdentity } from './access-matrix.ts';
import { withProber } from './attempts/with-prober.ts';
import type { Situation } from './attempts/situation.ts';
import { PatientRunner } from './attempts/slow-objects.ts';
import { tryAll, type AttemptProgress } from './attempts/try-all.ts';
import { chooseObjects, chooseRoles } from './catalog/choose-objects.ts';
import { readColumnRights, readFacts } from './catalog/read-facts.ts';
import { chooseCarriers } from './identity/choose-carriers.ts';
import { listUnproved } from './judge/list-unproved.ts';
import type { IdentityOverride } from './identity/identity-override.ts';
import { planIdentities } from './identity/plan-identities.ts';
import { traceIdentity } from './identity/tracer.ts';
import { nameColumn } from './identity/trail.ts';
import { makeWitnesses, type KnownIdentity, type MakeRows } from './witness/make-witnesses.ts';
import { recordRows } from './pgtap/record-rows.ts';
import type { AccessScript } from './pgtap/recorded-test.ts';
import { findOwnership } from './witness/own-columns.ts';
import { registerBelongings } from './witness/register-belongings.ts';
import { registerWitnesses } from './witness/register-witnesses.ts';

/** What can be chosen about the attempts. */
export interface AttemptOptions {
  /** Roles to act as; by default those that requests come as, else all that hold grants. */
  roles?: readonly string[] | undefined;
  /** Schemas to try; by default all but those that a Supabase project comes with. */
  schemas?: readonly string[] | undefined;
  /** Who is who, where it is not as the policies say. */
  identities?: readonly IdentityOverride[] | undefined;
  /** Milliseconds an attempt may take; default 2,000. */
  timeoutMs?: number | undefined;
  /** Is told how far it has come. */
  onProgress?: ((progress: AttemptProgress) => void) | undefined;
  /** Is given what pgTAP files are written from. */
  onScript?: ((script: AccessScript) => void) | undefined;
}

/** The matrix without what is known of the copy. */
export type TriedMatrix = Omit<AccessMatrix, 'missing' | 'seconds'>;

/**
 * Makes witness rows and tries everything.
 *
 * @param superuser connected to the copy as a superuser
 * @param url of the copy, for the role that tries
 * @throws EngineerError `ACCESS_ROLE_UNKNOWN`, `ACCESS_IDENTITY_INVALID`
 */
export async function tryOnCopy(
  superuser: pg.ClientBase,
  url: string,
  makeRows: MakeRows,
  options: AttemptOptions = {},
): Promise<TriedMatrix> {
  const say = options.onProgress ?? (() => undefined);
  const facts = await readFacts(superuser);
  const roles = chooseRoles(facts, options.roles);
  const traced = await traceIdentity(facts);
  const plans = planIdentities(facts, traced.comparisons, options.identities ?? []);
  const ownership = findOwnership(facts, plans);
  say({ done: 0, total: roles.length * people.length, doing: 'witness rows' });
  const made = await makeWitnesses(superuser, facts, plans, ownership, makeRows);
  return await withProber(
    superuser,
    url,
    { roles, timeoutMs: options.timeoutMs ?? 2_000 },
    async (prober) => {
      const relations = [...facts.relations.values()];
      const witnesses = await registerWitnesses(superuser, relations, made.tables);
      const names = roles.map(({ name }) => name);
      const rights = await readColumnRights(superuser, names, [...facts.relations.keys()]);
      const referred = new Set(relations.flatMap(({ links }) => links.map(({ parent }) => parent)));
      const { columns: ownerColumns, anchors } = ownership;
      const tenantValues = [
        new Set(made.identities.map(({ values }) => values[0])),
        new Set(made.identities.map(({ values }) => values[1])),
      ] as const;
      const situation: Situation = {
        facts,
        witnesses,
        rights,
        ownerColumns,
        anchors,
        tenantValues,
        referred,
      };
      await registerBelongings(superuser, situation);
      const runner = new PatientRunner(prober);
      const carriers = await chooseCarriers(runner, situation, roles, made.identities);
      const chosen = chooseObjects(facts, options.schemas);
      const tried = await tryAll(runner, superuser, situation, { roles, carriers, chosen, say });
      const { actors, tests } = tried;
      options.onScript?.({ actors, tests, rows: recordRows(facts.relations, witnesses) });
      return {
        roles: roles.map(({ name, bypasses, logs_in: logsIn }) => ({ name, bypasses, logsIn })),
        identities: made.identities.map((identity) => describe(identity, carriers)),
        objects: tried.objects,
        untried: [
          ...listUnproved(tried.objects, situation, { chosen, made, roles }),
          ...chosen.untried,
          ...tried.untried,
        ],
        remarks: made.remarks.filter(({ object }) => chosen.names.has(object)),
        unread: traced.unread,
        attempts: prober.count,
      };
    },
  );
}

function describe(identity: KnownIdentity, carriers: readonly KnownIdentity[]): AssumedIdentity {
  const { plan, values } = identity;
  return {
    carrier: plan.name,
    column: plan.anchor === null ? null : nameColumn(plan.anchor),
    compared: plan.compared.map(nameColumn),
    used: carriers.includes(identity),
    owner: values[0],
    stranger: values[1],
  };
}
