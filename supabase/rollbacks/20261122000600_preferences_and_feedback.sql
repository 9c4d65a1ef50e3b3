-- Takes back: preferences and feedback, with what was stored in them.
drop function public.record_feedback(integer, text, text, text);
drop table public.feedback;
drop type public.feedback_rating;
drop function public.set_preferences(jsonb, text);
drop function public.get_preferences(text);
drop function catb.preferences_json(public.preferences);
drop table public.preferences;
