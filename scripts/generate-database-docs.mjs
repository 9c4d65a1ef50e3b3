// Makes docs/reference/database and docs/images/database.svg: the reference of catb's own database and
// its query book, from the migrations on a throw-away embedded PostgreSQL.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource } from './import-source.mjs';
import { root } from './prepare.mjs';
import { writeGenerated } from './write-generated.mjs';

const command = 'npm run generate:database';
const folder = 'docs/reference/database';
const picture = 'docs/images/database.svg';
const queries = 'queries.md';

const { startEmbedded, migrateUp } = await importSource('packages/database/src/index.ts');
const engineer = await importSource('packages/engineer/src/index.ts');
const { makeBook } = await importSource('packages/engineer/src/reference/query-book/make-book.ts');

async function makePages(server) {
  await migrateUp({ url: server.url, directory: join(root, 'supabase') });
  const inspection = await engineer.withTarget(server.url, engineer.inspectDatabase);
  const svg = await engineer.renderSvg(engineer.buildDiagram(inspection));
  const pages = engineer.describeDatabase(inspection, {
    title: 'The database',
    madeBy: command,
    picture: '../../images/database.svg',
    queries,
  });
  const page = join(root, folder, queries);
  const book = await makeBook({
    server,
    before: existsSync(page) ? readFileSync(page, 'utf8') : '',
    marker: `<!-- Made by ${command}. Do not edit. -->`,
    indexPage: (index) => pageOfIndex(inspection, index),
  });
  return { svg, pages: new Map([...pages, [queries, `${book}\n`]]) };
}

function pageOfIndex({ tables }, index) {
  const table = tables.find(({ indexes }) => indexes.some(({ name }) => name === index));
  return table === undefined ? null : `${engineer.tablePage(table)}#indexes`;
}

// Without autovacuum, which would come in between the runs of the query book at its own times.
const settings = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };
const dataDir = mkdtempSync(join(tmpdir(), 'catb-docs-'));
try {
  const server = await startEmbedded({ dataDir, settings });
  try {
    const { svg, pages } = await makePages(server);
    writeGenerated(picture, svg, command);
    const check = process.argv.includes('--check');
    const { written, removed } = await engineer.writePages(join(root, folder), pages, check);
    for (const path of [...written, ...removed]) {
      if (check) {
        console.error(`${folder}/${path} is out of date: run ${command}`);
        process.exitCode = 1;
      } else console.log(`${pages.has(path) ? 'wrote' : 'removed'} ${folder}/${path}`);
    }
  } finally {
    await server.stop();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
