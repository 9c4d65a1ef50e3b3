-- Finds the sessions created in a quarter of an hour for the usage rollups.
--
-- Why: BRIN, one entry for 128 pages. created_at never changes, so updates of a session stay heap-only.
-- Cost on a big database: one read of sessions, beside the traffic.

create index concurrently sessions_created_at_brin on public.sessions using brin (created_at) with (autosummarize = on);
