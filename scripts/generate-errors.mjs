// Makes docs/reference/errors.md: the errors that SQL raises from the migrations, the others from
// the descriptions beside their codes. A code without a description is an error here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { importSource } from './import-source.mjs';
import { root } from './prepare.mjs';
import { writeGenerated } from './write-generated.mjs';

const page = 'docs/reference/errors.md';
const read = (path) => readFileSync(join(root, path), 'utf8');

/** The members of a union of literals. */
function codesOf(path, type) {
  const [, union] =
    new RegExp(`type ${type} =([^;]+);`).exec(read(path).replace(/\/\/.*$/gm, '')) ?? [];
  if (union === undefined) throw new Error(`${path} has no union ${type}`);
  return [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
}

/** The rows that migrations insert into catb.error_codes. */
function sqlErrors() {
  const text = `'((?:[^']|'')*)'`;
  const row = new RegExp(`\\(${text},\\s*${text},\\s*(\\d+),\\s*${text},\\s*${text}\\)`, 'g');
  const folder = 'supabase/migrations';
  const inserts = readdirSync(join(root, folder))
    .sort()
    .flatMap(
      (file) => read(`${folder}/${file}`).match(/insert into catb\.error_codes[\s\S]+?;$/gm) ?? [],
    );
  return inserts.flatMap((insert) =>
    [...insert.matchAll(row)].map(([, sqlstate, name, status, message = '', hint = '']) => ({
      sqlstate,
      name,
      status: Number(status),
      meaning: message.replaceAll("''", "'"),
      remedy: hint.replaceAll("''", "'"),
    })),
  );
}

function section(code, { status, sqlstate, meaning, remedy }) {
  const facts = [status && `HTTP ${status}`, sqlstate && `SQLSTATE \`${sqlstate}\``].filter(
    Boolean,
  );
  return [`### ${code}`, facts.join(', '), meaning, remedy]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sections(codes, describe) {
  return codes.map((code) => {
    const description = describe(code);
    if (description === undefined) throw new Error(`Nothing describes the error ${code}`);
    return section(code, description);
  });
}

const { errorDescriptions } = await importSource('packages/database/src/describe-errors.ts');
const { httpErrorDescriptions } = await importSource(
  'packages/server/src/http/describe-http-errors.ts',
);
const { engineerErrorDescriptions } = await importSource(
  'packages/engineer/src/describe-errors.ts',
);
const { operationsErrorDescriptions } = await importSource(
  'packages/operations/src/describe-errors.ts',
);
const fromSql = new Map(sqlErrors().map((error) => [error.name, error]));
const database = codesOf('packages/database/src/errors.ts', 'CatbErrorCode');
const isForOperators = (code) => code === code.toUpperCase();
const of = (code) => fromSql.get(code) ?? errorDescriptions[code];

const text = `<!-- Made by npm run generate:errors. Do not edit. -->

# Errors

Every error is \`{code, message, details, hint}\`: what failed, on what, what is known about it, and
what to do. A code keeps its meaning.

## Of a conversation

Raised by the functions of the database, and passed on by the API. The table \`catb.error_codes\`
holds them.

${sections([...fromSql.keys()], of).join('\n\n')}

## Of any statement

${sections(
  database.filter((code) => !isForOperators(code) && !fromSql.has(code)),
  of,
).join('\n\n')}

## Of the API

${sections(codesOf('packages/server/src/http/api-error.ts', 'HttpErrorCode'), (code) => httpErrorDescriptions[code]).join('\n\n')}

## Of the command line

For whoever runs the server: they may name files, and never reach an HTTP client.

${sections(database.filter(isForOperators), of).join('\n\n')}

## Of the engineer

Of \`catb inspect\`, \`diagram\`, \`docs\`, \`lint\`, \`prove\`, \`audit\` and \`rls\`.

${sections(codesOf('packages/engineer/src/errors.ts', 'EngineerErrorCode'), (code) => engineerErrorDescriptions[code]).join('\n\n')}

## Of operations

Of \`catb backup\`.

${sections(codesOf('packages/operations/src/errors.ts', 'OperationsErrorCode'), (code) => operationsErrorDescriptions[code]).join('\n\n')}
`;
const options = await resolveConfig(join(root, page));
writeGenerated(
  page,
  await format(text, { ...options, parser: 'markdown' }),
  'npm run generate:errors',
);
