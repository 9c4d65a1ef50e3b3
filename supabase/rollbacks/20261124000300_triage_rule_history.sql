-- Takes back: the history of the triage rules, with what it has kept. The rules stay as they are.
drop trigger triage_rules_keep_history on public.triage_rules;
drop function catb.keep_triage_rule();
drop table public.triage_rule_history;
