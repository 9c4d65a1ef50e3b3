delete from supabase_migrations.catb_unfinished
where version = $1 and direction = $2
