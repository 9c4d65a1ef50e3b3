-- Takes back: model calls and prices. The ledger of usage and cost is lost with its tables.
drop function catb.record_model_call(uuid, integer, public.model_call_purpose, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text);
drop function catb.price_call(text, text, timestamptz, integer, integer, integer, integer);
drop table public.model_calls;
drop table public.model_prices;
drop type public.price_source;
drop type public.model_call_purpose;
drop type public.cost_certainty;
