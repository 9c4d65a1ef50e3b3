insert into supabase_migrations.schema_migrations (version, name, statements, rollback, created_by)
values ($1, $2, $3::text[], $4::text[], 'catb')
