/** In charge of what is found of the faults planted in migrations: by the proof, by the linter, by squawk. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lintMigrations, proveMigration, withTarget } from '@catb/engineer';
import pg from 'pg';
import { askSquawk } from '../harness/squawk.mjs';

const FIXTURES = new URL('../../../packages/engineer/fixtures/prove/', import.meta.url);
/** Squawk says these of nearly every file; they are habits, not faults. */
const HABITS = [
  'require-timeout-settings',
  'require-lock-timeout',
  'require-statement-timeout',
  'prefer-robust-stmts',
];

/** @typedef {{ prove: boolean, lint: boolean, squawk: boolean }} Said */

/** @returns {Promise<string>} the table of who objects to what */
export async function measurePlantedMigrations(
  /** @type {import('./measurement.mjs').Measurement} */ { server, report, quick },
) {
  report.begin('Planted faults in migrations, and look-alikes');
  const url = await createShop(server);
  /** @type {Map<string, Said>[]} */
  const [faults, lookAlikes] = [new Map(), new Map()];
  for (const [folder, said] of /** @type {const} */ ([
    ['faults', faults],
    ['look-alikes', lookAlikes],
  ])) {
    const files = readdirSync(new URL(`${folder}/migrations/`, FIXTURES)).sort();
    for (const file of quick ? files.slice(0, 2) : files) {
      said.set(file, await tryMigration(new URL(`${folder}/migrations/${file}`, FIXTURES), url));
      console.error(`${folder}: ${said.size} of ${files.length}: ${file}`);
    }
  }
  for (const who of /** @type {const} */ (['prove', 'lint', 'squawk'])) {
    const ours = who === 'prove';
    report.add({
      figure: `${NAMES[who]}: planted faults objected to, of ${faults.size}`,
      value: count(faults, who),
      unit: '',
      ...(ours ? { atLeast: faults.size } : {}),
    });
    report.add({
      figure: `${NAMES[who]}: false alarms on ${lookAlikes.size} look-alikes`,
      value: count(lookAlikes, who),
      unit: '',
      ...(ours ? { atMost: 0 } : {}),
    });
  }
  return [
    table('fault', faults, 'found', '–'),
    table('look-alike', lookAlikes, 'false alarm', 'silent'),
  ].join('\n\n');
}

const NAMES = { prove: 'catb prove', lint: 'catb lint', squawk: 'squawk' };

function count(/** @type {Map<string, Said>} */ said, /** @type {keyof Said} */ who) {
  return [...said.values()].filter((one) => one[who]).length;
}

/** @returns {Promise<Said>} who says an error or a warning */
async function tryMigration(/** @type {URL} */ place, /** @type {string} */ url) {
  const file = fileURLToPath(place);
  const proof = await withTarget(url, (target) => proveMigration(target, { file }));
  const { files } = await lintMigrations({ paths: [file], dbUrl: url, withoutSquawk: false });
  const lint = files.some(({ open }) => open.some(({ level }) => level !== 'info'));
  const squawk = await askSquawk(readFileSync(file, 'utf8'));
  return { prove: !proof.proved, lint, squawk: squawk.some((name) => !HABITS.includes(name)) };
}

async function createShop(/** @type {import('../../turns/harness/server.mjs').Server} */ server) {
  const url = await server.createDatabase('shop');
  const superuser = new pg.Client({ connectionString: server.asSuperuser(url) });
  await superuser.connect();
  await superuser.query('create schema extensions authorization postgres');
  await superuser.query(
    'grant usage on schema public, extensions to anon, authenticated, service_role',
  );
  await superuser.query('set role postgres');
  await superuser.query(readFileSync(new URL('shop.sql', FIXTURES), 'utf8'));
  await superuser.end();
  return url;
}

function table(
  /** @type {string} */ heading,
  /** @type {Map<string, Said>} */ said,
  /** @type {string} */ yes,
  /** @type {string} */ no,
) {
  const cells = ({ prove, lint, squawk }) => [prove, lint, squawk].map((one) => (one ? yes : no));
  return [
    `| ${heading} | catb prove | catb lint | squawk |`,
    '| --- | --- | --- | --- |',
    ...[...said].map(
      ([file, one]) =>
        `| ${file.replace('.sql', '').replaceAll('-', ' ')} | ${cells(one).join(' | ')} |`,
    ),
    `| **together, of ${said.size}** | ${count(said, 'prove')} | ${count(said, 'lint')} | ${count(said, 'squawk')} |`,
  ].join('\n');
}
