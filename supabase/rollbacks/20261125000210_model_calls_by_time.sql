-- Takes back 20261125000210_model_calls_by_time.sql.

drop index concurrently public.model_calls_created_at_brin;
