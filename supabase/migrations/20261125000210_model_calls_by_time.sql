-- Finds the model calls of a quarter of an hour for the usage rollups.
--
-- Why: BRIN, one entry for 128 pages, as on messages: an insert costs nothing that can be measured.
-- Cost on a big database: one read of model_calls, beside the traffic.

create index concurrently model_calls_created_at_brin on public.model_calls using brin (created_at) with (autosummarize = on);
