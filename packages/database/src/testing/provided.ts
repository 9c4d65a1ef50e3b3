/** In charge of what the server that was booted for a test run tells the tests about itself. */

/** The running server; vitest hands it to the tests by the name `postgres`. */
export interface ProvidedPostgres {
  /** As `postgres`, to the database `catb`, which has no migrations. */
  url: string;
  /** As `supabase_admin`, to the same. */
  superuserUrl: string;
  major: number;
  /** Why the template has not got all migrations; tests that need them fail with it. */
  migrationFailure: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ProvidedPostgres;
  }
}

/** The database that has no migrations: only roles, schemas and privileges. */
export const emptyTemplate = 'catb';

/** The database that has all migrations. */
export const migratedTemplate = 'catb_migrated';

/** The connection string of another database on the same server. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
