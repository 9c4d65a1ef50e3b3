-- Takes back 20261125000220_sessions_by_time.sql.

drop index concurrently public.sessions_created_at_brin;
