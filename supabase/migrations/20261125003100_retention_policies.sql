-- Retention policies: what is kept, for how long after the last activity.
--
-- Why: what nobody needs any more must go, and nothing must go that nobody decided about. So there is no
-- policy at first, and without one nothing is ever erased. A policy is about one kind of data and one triage
-- category, the gravest that a session had; what has no policy of its own category falls under that of
-- `other`. No number of days means for ever: that is how a category is exempt from the policy for the rest.
-- Days and not an interval: 1 month and minus 40 days would be an age of the future.
-- Every change is in the audit log, and a year of that log is beyond every policy.
-- Cost on a big database: new table and functions. The audit log gets a policy.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU072', 'retention_policy_invalid', 400, 'This retention policy can not be set.',
        'Give a kind of data, a triage category or none, and from 1 to 73,000 days, or none for ever.');

create type catb.retained_data as enum ('sessions', 'feedback', 'preferences', 'audit_log');
comment on type catb.retained_data is
    'What a policy is about. sessions: a session with all that belongs to it; feedback: comments, the rating stays; '
    'preferences: the cat''s profile; audit_log: its entries, by their own age.';

create table catb.retention_policies (
    set_at timestamptz not null default now(),
    data catb.retained_data not null,
    keep_days integer,
    category text not null default 'other',
    set_by text not null default session_user,
    constraint retention_policies_pkey primary key (data, category),
    constraint category_is_known check (category in ('emergency', 'urgent', 'routine', 'behavioral', 'other')),
    constraint keep_days_from_1_to_73000 check (keep_days between 1 and 73000),
    constraint audit_log_kept_for_a_year check (
        data <> 'audit_log' or (category = 'other' and coalesce(keep_days, 365) >= 365))
);
alter table catb.retention_policies enable row level security;
alter table catb.retention_policies force row level security;
revoke all on table catb.retention_policies from public, anon, authenticated, service_role;
create policy "The owner decides what is kept" on catb.retention_policies
    for all to current_user using (true) with check (true);
comment on table catb.retention_policies is
    'What is erased, and how long after the last activity of its session. Without a row nothing ever is.';
comment on column catb.retention_policies.category is
    'A triage category: that of sessions whose gravest message it was. other: every category without a policy of '
    'its own, and sessions that nothing judged.';
comment on column catb.retention_policies.keep_days is
    'Days of 24 hours since the session''s last activity; of the audit log, since the entry. Null: for ever.';

create function catb.set_retention_policy(
    p_data catb.retained_data,
    p_category text default 'other',
    p_keep_days integer default null
)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_before catb.retention_policies;
    v_constraint pg_catalog.text;
begin
    if p_data is null or p_category is null then
        perform catb.raise_error('retention_policy_invalid', 'The kind of data or the category is missing.');
    end if;
    -- One change after the other, so that the audit log says what each found.
    lock table catb.retention_policies in share row exclusive mode;
    select * into v_before from catb.retention_policies r where r.data = p_data and r.category = p_category;
    begin
        insert into catb.retention_policies as r (data, category, keep_days)
        values (p_data, p_category, p_keep_days)
        on conflict on constraint retention_policies_pkey do update
        set keep_days = excluded.keep_days, set_at = now(), set_by = session_user;
    exception when check_violation then
        get stacked diagnostics v_constraint = constraint_name;
        perform catb.raise_error('retention_policy_invalid', 'What must hold: ' || replace(v_constraint, '_', ' ') || '.');
    end;
    insert into public.audit_log (action, actor, counts)
    values ('retention_policy_set', session_user, jsonb_build_object(
        'data', p_data, 'category', p_category, 'keepDays', p_keep_days,
        'before', case when v_before.data is not null then jsonb_build_object('keepDays', v_before.keep_days) end));
end
$$;
comment on function catb.set_retention_policy(catb.retained_data, text, integer) is
    'Sets how many days this data of this category is kept, null for ever. Erases nothing by itself. For the owner. '
    'Raises retention_policy_invalid.';
revoke all on function catb.set_retention_policy(catb.retained_data, text, integer)
    from public, anon, authenticated, service_role;

create function catb.remove_retention_policy(p_data catb.retained_data, p_category text default 'other')
returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_keep_days pg_catalog.int4;
begin
    delete from catb.retention_policies r
    where r.data = p_data and r.category = p_category
    returning r.keep_days into v_keep_days;
    if not found then
        return false;
    end if;
    insert into public.audit_log (action, actor, counts)
    values ('retention_policy_removed', session_user, jsonb_build_object(
        'data', p_data, 'category', p_category, 'before', jsonb_build_object('keepDays', v_keep_days)));
    return true;
end
$$;
comment on function catb.remove_retention_policy(catb.retained_data, text) is
    'Removes a policy; false when there is none. What was of its category falls under the policy of other. For the owner.';
revoke all on function catb.remove_retention_policy(catb.retained_data, text) from public, anon, authenticated, service_role;

-- A receipt of an erasure can be checked for as long as the database is there, and what is about a session on
-- hold is kept with it.
create policy "Entries go when they are due, receipts never" on public.audit_log
    for delete to current_user using (
        action <> 'session_erased'
        and at < (
            select now() - r.keep_days * interval '24 hours'
            from catb.retention_policies r where r.data = 'audit_log')
        and not exists (
            select from catb.legal_holds h
            where h.session_id is not null and h.session_sha256 = audit_log.session_sha256));
