-- Takes back: the conversation context and the summaries.
drop function public.finish_summary(uuid, uuid, integer, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text);
drop function public.begin_summary(text, integer);
drop function catb.context_window(uuid, integer, integer, integer);
drop table public.context_summaries;
