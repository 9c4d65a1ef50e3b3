/** In charge of what is found of the faults planted in schemas: by catb, by Supabase's advisors, by squawk. */
import { auditRules, auditTarget } from '@catb/engineer';
import pg from 'pg';
import {
  prepareFixture,
  readAuditFixtures,
  readSupabaseFixture,
} from '../../../packages/engineer/dist/testing/read-audit-fixture.js';
import { askAdvisors } from '../harness/advisors.mjs';
import { SPLINTER_NAMES, SQUAWK_NAMES } from '../harness/peer-names.mjs';
import { askSquawk } from '../harness/squawk.mjs';

/** @typedef {import('../../../packages/engineer/src/testing/read-audit-fixture.ts').AuditFixture} Fixture */
/** @typedef {{ found: number, alarms: number }} Score */
/** @typedef {{ rule: string, planted: number, catb: Score, advisors: Score, squawk: Score }} Row */

const QUICK = ['policy-calls-per-row', 'policy-ignores-parent', 'rls-disabled'];

/** @returns {Promise<string>} the table of who finds what */
export async function measurePlantedFaults(
  /** @type {import('./measurement.mjs').Measurement} */ { server, report, quick },
) {
  report.begin('Planted faults in schemas, and look-alikes');
  const fixtures = readAuditFixtures().filter(({ rule }) => !quick || QUICK.includes(rule));
  /** @type {Row[]} */
  const rows = [];
  for (const fixture of fixtures) {
    rows.push(await tryFixture(fixture, server));
    console.error(`${rows.length} of ${fixtures.length}: ${fixture.rule}`);
  }
  const planted = sum(rows, ({ planted: count }) => count);
  report.note(`${rows.length} fixtures, ${planted} planted faults`);
  for (const who of /** @type {const} */ (['catb', 'advisors', 'squawk'])) {
    const found = sum(rows, (row) => row[who].found);
    const alarms = sum(rows, (row) => row[who].alarms);
    const target = who === 'catb';
    report.add({
      figure: `${NAMES[who]}: planted faults found, of ${planted}`,
      value: found,
      unit: '',
      ...(target ? { atLeast: planted } : {}),
    });
    report.add({
      figure: `${NAMES[who]}: false alarms on look-alikes`,
      value: alarms,
      unit: '',
      ...(target ? { atMost: 0 } : {}),
    });
  }
  return table(rows);
}

const NAMES = { catb: 'catb audit', advisors: 'supabase db advisors', squawk: 'squawk' };

function sum(/** @type {Row[]} */ rows, /** @type {(row: Row) => number} */ valueOf) {
  return rows.reduce((total, row) => total + valueOf(row), 0);
}

/** @returns {Promise<Row>} */
async function tryFixture(
  /** @type {Fixture} */ fixture,
  /** @type {import('../../turns/harness/server.mjs').Server} */ server,
) {
  const name = `planted_${fixture.schema}`;
  const url = await server.createDatabase(name);
  const client = new pg.Client({ connectionString: server.asSuperuser(url) });
  await client.connect();
  const shown = [fixture.schema, ...fixture.exposes];
  await client.query('create schema extensions; grant usage on schema extensions to public');
  await client.query(readSupabaseFixture());
  const { once, always } = prepareFixture(fixture);
  await client.query(once);
  /** @type {Row} */
  const row = {
    rule: fixture.rule,
    planted: 0,
    catb: { found: 0, alarms: 0 },
    advisors: { found: 0, alarms: 0 },
    squawk: { found: 0, alarms: 0 },
  };
  let before = /** @type {string[]} */ ([]);
  for (const step of fixture.steps) {
    for (const part of fixture.committed ? statementsOf(step.sql) : [step.sql]) {
      await client.query(`${always}`);
      await client.query(part);
    }
    await client.query('reset role');
    const ours = await askCatb(client, fixture, shown);
    const theirs = await adviceOn(url, fixture.rule, shown);
    const said = await squawkOn(step.sql, fixture.rule);
    if (step.kind === 'issue') {
      const count = step.finds.length;
      row.planted += count;
      row.catb.found += step.finds.filter((object) => ours.includes(object)).length;
      row.advisors.found += Math.min(count, theirs.filter((key) => !before.includes(key)).length);
      row.squawk.found += Math.min(count, said.length);
    } else {
      row.catb.alarms += ours.length;
      row.advisors.alarms += theirs.length;
      row.squawk.alarms += said.length;
    }
    before = theirs;
  }
  await client.end();
  return row;
}

function statementsOf(/** @type {string} */ sql) {
  return sql.split(/;\n(?=[a-z]|$)/).filter((part) => /^\s*[a-z]/m.test(part));
}

async function askCatb(
  /** @type {pg.Client} */ client,
  /** @type {Fixture} */ { rule },
  /** @type {string[]} */ schemas,
) {
  // On this connection, because a setting of a session is a fault too.
  const rules = auditRules.filter(({ name }) => name === rule);
  const { open } = await auditTarget({ client }, { schemas, rules });
  return open.map(({ object }) => object);
}

/** The keys of what the advisors say under the names that mean this fault. */
async function adviceOn(
  /** @type {string} */ url,
  /** @type {string} */ rule,
  /** @type {string[]} */ schemas,
) {
  const names = SPLINTER_NAMES[rule];
  if (names === undefined) return [];
  const advice = await askAdvisors(url, schemas);
  return advice.filter(({ name }) => names.includes(name)).map(({ key }) => key);
}

async function squawkOn(/** @type {string} */ sql, /** @type {string} */ rule) {
  const names = SQUAWK_NAMES[rule];
  return names === undefined ? [] : (await askSquawk(sql)).filter((name) => names.includes(name));
}

function table(/** @type {Row[]} */ rows) {
  const cell = (/** @type {Row} */ row, /** @type {'catb' | 'advisors' | 'squawk'} */ who) => {
    const { found, alarms } = row[who];
    const part =
      found === row.planted ? 'all' : found === 0 ? 'none' : `${found} of ${row.planted}`;
    return alarms === 0 ? part : `${part}, ${alarms} false`;
  };
  const lines = rows.map(
    (row) =>
      `| [${row.rule}](../reference/rules/${row.rule}.md) | ${row.planted} | ${cell(row, 'catb')} | ${cell(row, 'advisors')} | ${cell(row, 'squawk')} |`,
  );
  const total = (/** @type {'catb' | 'advisors' | 'squawk'} */ who) =>
    `${sum(rows, (row) => row[who].found)}, ${sum(rows, (row) => row[who].alarms)} false`;
  return [
    '| fault | planted | catb audit | supabase db advisors | squawk |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    `| **together** | ${sum(rows, ({ planted }) => planted)} | ${total('catb')} | ${total('advisors')} | ${total('squawk')} |`,
  ].join('\n');
}
