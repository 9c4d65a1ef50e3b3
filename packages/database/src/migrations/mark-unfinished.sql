insert into supabase_migrations.catb_unfinished (version, direction)
values ($1, $2)
on conflict (version, direction) do nothing
