// Makes packages/database/src/rows.generated.ts: the enums and rows of the migrated database, as
// the driver returns them. Migrates a throw-away embedded PostgreSQL and reads its catalog.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importSource } from './import-source.mjs';
import { root } from './prepare.mjs';
import { writeGenerated } from './write-generated.mjs';

/** What node-postgres makes of a type; where a type is not named it is a string. */
const typeOf = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  float8: 'number',
  timestamptz: 'Date',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
};

const camelCase = (name) => name.replace(/(?:^|_)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

async function readCatalog(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const enums = await client.query(
    `select t.typname as name, obj_description(t.oid, 'pg_type') as comment,
            array_agg(e.enumlabel::text order by e.enumsortorder) as labels
     from pg_type t join pg_enum e on e.enumtypid = t.oid
     where t.typnamespace in ('public'::regnamespace, 'catb'::regnamespace)
     group by t.oid, t.typname order by t.typname`,
  );
  const tables = await client.query(
    `select c.relname as name, obj_description(c.oid, 'pg_class') as comment,
            json_agg(json_build_object(
                'name', a.attname, 'type', coalesce(element.typname, t.typname),
                'isArray', element.oid is not null, 'isEnum', coalesce(element.typtype, t.typtype) = 'e',
                'isNullable', not a.attnotnull, 'comment', col_description(c.oid, a.attnum))
                order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_type t on t.oid = a.atttypid
     left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
     where c.relnamespace in ('public'::regnamespace, 'catb'::regnamespace) and c.relkind in ('r', 'p')
     group by c.oid, c.relname order by c.relname`,
  );
  await client.end();
  return { enums: enums.rows, tables: tables.rows };
}

const comment = (text, indent = '') => (text ? `${indent}/** ${text} */\n` : '');

function renderColumn({ name, type, isArray, isEnum, isNullable, comment: text }) {
  const base = isEnum ? camelCase(type) : (typeOf[type] ?? 'string');
  return `${comment(text, '  ')}  ${name}: ${base}${isArray ? '[]' : ''}${isNullable ? ' | null' : ''};\n`;
}

function render({ enums, tables }) {
  const unions = enums.map(
    ({ name, labels, comment: text }) =>
      `${comment(text)}export type ${camelCase(name)} = ${labels.map((label) => `'${label}'`).join(' | ')};\n`,
  );
  const rows = tables.map(
    ({ name, columns, comment: text }) =>
      `${comment(text)}export interface ${camelCase(name)}Row {\n${columns.map(renderColumn).join('')}}\n`,
  );
  return `// Made by npm run generate:rows from the migrated database. Do not edit.\n\n${[...unions, ...rows].join('\n')}`;
}

const { startEmbedded, migrateUp } = await importSource('packages/database/src/index.ts');
const dataDir = mkdtempSync(join(tmpdir(), 'catb-rows-'));
try {
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  try {
    await migrateUp({ url: server.url, directory: join(root, 'supabase') });
    const text = render(await readCatalog(server.url));
    writeGenerated('packages/database/src/rows.generated.ts', text, 'npm run generate:rows');
  } finally {
    await server.stop();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
