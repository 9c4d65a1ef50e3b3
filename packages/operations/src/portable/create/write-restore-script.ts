/** In charge of `restore.sql`: the restore for a person with psql and nothing else of catb's. */
import type { Contents } from '../archive/contents.ts';
import {
  closingStatements,
  copyStatement,
  loadSteps,
  truncateStatement,
} from '../restore/load-statements.ts';
import { sessionSettings } from '../session-settings.ts';

const head = (
  id: string,
  isEncrypted: boolean,
): string => `-- Restores the catb backup ${id} with psql, in one transaction.
--
-- In the folder that holds this file, into an empty database, as the role that is to own it:
--${isEncrypted ? '\n--   export CATB_IDENTITY=<the file with your age identity>' : ''}
--   psql "<the database's address>" -f restore.sql
--
-- It needs gzip${isEncrypted ? ' and age' : ''}. When anything fails, nothing has happened.

\\set ON_ERROR_STOP on
begin;`;

const steps = (direction: 'before' | 'after', column: string): string =>
  `select ${column} from pg_temp.catb_load_steps where ${column} is not null order by ${direction}_order, before \\gexec`;

/** The script. */
export function writeRestoreScript(id: string, contents: Contents, isEncrypted: boolean): string {
  const open = isEncrypted ? 'age -d -i "$CATB_IDENTITY" ' : '';
  const schema = isEncrypted
    ? `\\! umask 077 && ${open}schema.sql.age > schema.sql\n\\i schema.sql\n\\! rm schema.sql`
    : '\\i schema.sql';
  const program = (path: string) =>
    `program '${isEncrypted ? `${open}${path} | gzip -dc` : `gzip -dc ${path}`}'`;
  const copies = contents.tables.flatMap((table) =>
    table.parts.map(({ path }) => `\\${copyStatement(table, program(path))}`),
  );
  return `${[
    head(id, isEncrypted),
    schema,
    `${sessionSettings.join(';\n')};`,
    `create temporary table catb_load_steps on commit drop as\n${loadSteps};`,
    steps('before', 'before'),
    `${truncateStatement(contents.tables)};`,
    ...copies,
    steps('after', 'after'),
    steps('after', 'comment'),
    ...closingStatements(contents).map((statement) => `${statement};`),
    'commit;\nanalyze;',
  ].join('\n\n')}\n`;
}
