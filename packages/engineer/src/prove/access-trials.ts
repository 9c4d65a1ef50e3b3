/**
 * In charge of when access is tried. It takes longest of all, so both trials run beside the round
 * trip, each on a copy of its moment. A role can't be dropped while a copy has grants to it: where
 * the files drop roles, each trial is over, and its copy gone, before the migration goes on.
 */
import type pg from 'pg';
import { withClient } from '../copy/with-client.ts';
import { cloneDatabase, databaseOf, urlOf } from './clone-database.ts';
import { tryDatabase, type AccessTrial } from './compare-access.ts';
import type { Change } from './read-change.ts';

const dropsRoles = /\b(drop\s+(role|user|group|owned)|reassign\s+owned)\b/i;

type MomentName = 'before' | 'after';

/** The two trials of one proof. */
export class AccessTrials {
  readonly #superuserUrl: string;
  readonly #filled: readonly string[];
  readonly #oneByOne: boolean;
  readonly #clones = new Map<MomentName, string>();
  readonly #trials = new Map<MomentName, Promise<AccessTrial>>();

  /**
   * @param superuserUrl of the database of the proof
   * @param filled the tables that had no rows before the proof gave them some, quoted
   */
  constructor(superuserUrl: string, { migration }: Change, filled: readonly string[]) {
    this.#superuserUrl = superuserUrl;
    this.#filled = filled;
    this.#oneByOne = [migration.up, migration.down].some((script) =>
      dropsRoles.test(script?.sql ?? ''),
    );
  }

  /** To be called when the migration is not applied yet and nobody is connected. */
  async prepareBefore(): Promise<void> {
    await this.#clone('before');
    if (this.#oneByOne) await this.#tryAndDrop('before');
  }

  /** To be called when it is applied and nobody is connected. */
  async prepareAfter(): Promise<void> {
    await this.#clone('after');
    if (this.#oneByOne) return await this.#tryAndDrop('after');
    void this.#begin('before');
    void this.#begin('after');
  }

  /** Waits for both. */
  async finish(): Promise<Record<MomentName, AccessTrial>> {
    const none: AccessTrial = { failure: 'It was not tried.' };
    const [before, after] = await Promise.all([
      this.#trials.get('before') ?? none,
      this.#trials.get('after') ?? none,
    ]);
    return { before, after };
  }

  /** Waits until nothing is under way any more, however it ends. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#trials.values());
  }

  async #clone(moment: MomentName): Promise<void> {
    const clone = await cloneDatabase(this.#superuserUrl, moment);
    this.#clones.set(moment, clone);
    await withClient(clone, (client) => this.#empty(client));
  }

  /** Whose a row is can be told of the witnesses only, which are made for it. */
  async #empty(client: pg.Client): Promise<void> {
    await client.query('set session_replication_role = replica');
    for (const table of this.#filled) {
      const { rows } = await client.query<{ there: boolean }>(
        'select pg_catalog.to_regclass($1) is not null as there',
        [table],
      );
      if (rows[0]?.there === true) await client.query(`delete from ${table}`);
    }
  }

  #begin(moment: MomentName): Promise<AccessTrial> {
    const trial = tryDatabase(this.#clones.get(moment) ?? '');
    // Whoever waits for it hears of it; until then nobody does.
    trial.catch(() => undefined);
    this.#trials.set(moment, trial);
    return trial;
  }

  async #tryAndDrop(moment: MomentName): Promise<void> {
    await this.#begin(moment);
    const name = databaseOf(this.#clones.get(moment) ?? '');
    await withClient(urlOf(this.#superuserUrl, 'template1'), (client) =>
      client.query(`drop database ${client.escapeIdentifier(name)} with (force)`),
    );
  }
}
