-- Checks the calls of before against the two constraints of the price ledger.
--
-- Why apart: validating reads the whole of model_calls; in a transaction of its own it holds a lock that
-- turns do not wait for.
-- Cost on a big database: one scan of model_calls, about a second for ten million calls in memory.

alter table public.model_calls validate constraint hour_long_cache_is_cache_written;
alter table public.model_calls validate constraint exact_usage_adds_up;
