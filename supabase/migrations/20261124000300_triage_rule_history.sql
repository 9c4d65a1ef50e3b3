-- The history of the triage rules: what a rule said before each edit.
--
-- Why: a rule is mended with an UPDATE, without a release, and what it said before was gone. A rule that
-- was made worse has to be found out and taken back, by whoever did not make the edit.
-- Cost on a big database: a new table; an edit of a rule writes one row more.

create table public.triage_rule_history (
    id uuid not null default catb.uuid_v7(),
    name text not null,
    rule jsonb not null,
    replaced_at timestamptz not null default now(),
    replaced_by text not null default session_user,
    constraint triage_rule_history_pkey primary key (id)
);
create index triage_rule_history_name on public.triage_rule_history (name, replaced_at);
alter table public.triage_rule_history enable row level security;
alter table public.triage_rule_history force row level security;
revoke all on table public.triage_rule_history from public, anon, authenticated, service_role;
create policy "The owner keeps the history of the triage rules" on public.triage_rule_history
    for all to current_user using (true) with check (true);
comment on table public.triage_rule_history is 'What a triage rule said before each edit of it, and before it was deleted.';
comment on column public.triage_rule_history.rule is 'The whole row as it was; its updated_at says since when.';
comment on column public.triage_rule_history.replaced_at is 'When the edit was made: the updated_at of the rule that came of it.';
comment on column public.triage_rule_history.replaced_by is 'The role that made the edit.';

create function catb.keep_triage_rule()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
-- security definer: whoever may edit a rule leaves what it said before, without a right to write the history.
begin
    insert into public.triage_rule_history (name, rule) values (old.name, to_jsonb(old));
    return null;
end
$$;
comment on function catb.keep_triage_rule() is 'Trigger: keeps what a triage rule said before it was changed or deleted.';
revoke all on function catb.keep_triage_rule() from public, anon, authenticated, service_role;

create trigger triage_rules_keep_history
    after update or delete on public.triage_rules
    for each row execute function catb.keep_triage_rule();
