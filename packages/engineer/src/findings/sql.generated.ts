/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  hasApplied: `select exists (
    select from supabase_migrations.schema_migrations as m where m.version = any ($1::pg_catalog.text[])
) as applied`,
} as const;
