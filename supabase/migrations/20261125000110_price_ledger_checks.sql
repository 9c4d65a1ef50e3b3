-- Checks the calls of before against the constraints of the price ledger.
--
-- Why apart: validating reads the whole of model_calls; in a transaction of its own it holds a lock that
-- turns do not wait for.
-- Cost on a big database: one scan of model_calls, about a second for ten million calls in memory.

alter table public.model_calls validate constraint token_buckets_not_negative;
alter table public.model_calls validate constraint latency_not_negative;
alter table public.model_calls validate constraint names_at_most_200_characters;
alter table public.model_calls validate constraint exact_usage_adds_up;
