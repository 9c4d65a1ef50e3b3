/** One migration with its rollback, read from two files and checked for what can be known offline. */
import { CatbError } from '../errors.ts';
import { classifyStatement } from './classify-statement.ts';
import { splitStatements, type SqlStatement } from './split-statements.ts';

/** A file with SQL in it. It is split when somebody asks, which most starts never do. */
export class SqlScript {
  /** Where it is, for people: `migrations/<file>` or `rollbacks/<file>`. */
  readonly place: string;
  /** The whole text, without a byte order mark. */
  readonly sql: string;
  #statements: readonly SqlStatement[] | undefined;

  constructor(place: string, sql: string) {
    this.place = place;
    this.sql = sql.replace(/^\ufeff/, '');
  }

  /** The file in parts; those that are only comments included. */
  get statements(): readonly SqlStatement[] {
    this.#statements ??= splitStatements(this.sql);
    return this.#statements;
  }

  /** The statements that do something. */
  get executable(): SqlStatement[] {
    return this.statements.filter((statement) => !statement.empty);
  }

  /** True when it holds a statement that can't run inside a transaction. */
  get outsideTransaction(): boolean {
    return this.statements.some((statement) => {
      const kind = classifyStatement(statement);
      return kind !== 'transactional' && kind !== 'transaction-control';
    });
  }
}

export interface MigrationFile {
  /** The digits in front, compared as text, as the Supabase CLI does. */
  version: string;
  name: string;
  /** `<version>_<name>.sql`, the same in both folders. */
  file: string;
  up: SqlScript;
  down?: SqlScript;
  /** Why there is no way back, from the header `-- irreversible: <why>`. */
  irreversible?: string;
}

/**
 * Reads `-- irreversible: <why>` from the comments above the first statement.
 *
 * @returns the reason, an empty string when the header gives none, undefined without the header
 */
export function readIrreversible(script: SqlScript): string | undefined {
  for (const line of script.sql.split('\n')) {
    const text = line.trim();
    if (text !== '' && !text.startsWith('--')) return undefined;
    const match = /^--\s*irreversible\b\s*:?\s*(.*)$/i.exec(text);
    if (match !== null) return match[1] ?? '';
  }
  return undefined;
}

/** What is wrong with a script whatever the database says; an empty list when nothing is. */
export function checkScript(script: SqlScript): CatbError[] {
  const statements = script.executable;
  if (statements.length === 0) {
    return [
      new CatbError({
        code: 'MIGRATION_EMPTY',
        message: `${script.place} holds no statement.`,
        hint: 'Write the SQL, or delete the file. If nothing needs to be done, say so with "select 1;".',
      }),
    ];
  }
  const problems = statements
    .filter((statement) => classifyStatement(statement) === 'transaction-control')
    .map(
      (statement) =>
        new CatbError({
          code: 'MIGRATION_TRANSACTION_CONTROL',
          message: `${script.place}, line ${statement.line}: "${statement.words[0] ?? ''}" begins or ends a transaction.`,
          details:
            'A file and its history row are one transaction, which the migrator opens and ends.',
          hint: 'Delete the statement; split the file if the parts must be committed apart.',
        }),
    );
  if (script.outsideTransaction && statements.length > 1) {
    const alone = statements.find((each) => classifyStatement(each) !== 'transactional');
    problems.push(
      new CatbError({
        code: 'MIGRATION_CONCURRENT_NOT_ALONE',
        message: `${script.place}, line ${alone?.line ?? 1}: this statement can't run inside a transaction, and the file holds ${statements.length} statements.`,
        details: 'Run together, a failure would leave the file half applied with no history row.',
        hint: 'Give it a file of its own: what stands above it in a migration before, what stands below in a migration after, each with its own rollback.',
      }),
    );
  }
  return problems;
}
