-- Takes back: the triage rules. Changes made to the rules since are lost with their tables.
drop function public.triage_rules_current();
drop function catb.expand_triage_patterns(text[]);
drop function catb.triage_version();
drop table public.triage_word_lists;
drop table public.triage_rules;
drop function catb.touch_triage_rule();
drop function catb.bump_triage_version();
drop table public.triage_rules_version;
