-- Takes back: the turn.
drop function catb.sweep_stuck_turns(text, integer, interval, interval);
drop function public.checkpoint_turn(uuid, integer, uuid, text, integer);
drop function public.fail_turn(uuid, integer, uuid, text, integer, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]);
drop function public.finish_turn(uuid, integer, uuid, text, integer, boolean, boolean, text, text, text,
    public.cost_certainty, integer, integer, integer, integer, integer, integer, text, public.triage_category, text[]);
drop function catb.close_turn(uuid, integer, uuid, public.message_state, text, integer, boolean,
    public.triage_category, text[]);
drop function public.begin_turn(text, text, integer, text, public.triage_category, text[], integer, integer, integer, interval);
drop function catb.take_up_turn(uuid, integer, interval);
