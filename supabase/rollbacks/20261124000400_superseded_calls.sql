-- Takes back: the function that records calls which came too late. Those it recorded stay in the ledger.
drop function public.record_superseded_call(text, integer, uuid, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer);
comment on column public.model_calls.seq is 'The answer it was for; for a summary, the last message summarised.';
comment on column public.model_calls.finish_reason is null;
