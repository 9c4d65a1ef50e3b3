-- What a person tells once: the cat's profile and how to be spoken to; and what they think of an answer.
-- Cost on a big database: new tables, nothing is rewritten.

create table public.preferences (
    session_id uuid not null,
    updated_at timestamptz not null default now(),
    age_months integer,
    weight_grams integer,
    neutered boolean,
    indoor boolean,
    cat_name text,
    sex text,
    conditions text,
    tone text,
    units text,
    constraint preferences_pkey primary key (session_id),
    constraint preferences_session_id_fkey foreign key (session_id) references public.sessions (id) on delete cascade,
    constraint age_months_from_0_to_480 check (age_months between 0 and 480),
    constraint weight_grams_from_30_to_30000 check (weight_grams between 30 and 30000),
    constraint cat_name_at_most_60_characters check (char_length(cat_name) between 1 and 60),
    constraint sex_is_known_or_unknown check (sex in ('male', 'female', 'unknown')),
    constraint conditions_at_most_500_characters check (char_length(conditions) between 1 and 500),
    constraint tone_is_one_of_three check (tone in ('warm', 'plain', 'brief')),
    constraint units_are_metric_or_imperial check (units in ('metric', 'imperial'))
);
-- Nothing that a person wrote in the planner's statistics, where it would outlive an erasure.
alter table public.preferences
    alter column cat_name set statistics 0,
    alter column conditions set statistics 0;
alter table public.preferences enable row level security;
alter table public.preferences force row level security;
revoke all on table public.preferences from public, anon, authenticated, service_role;
create policy "The owner's functions work on all preferences" on public.preferences
    for all to current_user using (true) with check (true);
create policy "A session reads its own preferences" on public.preferences
    for select to anon, authenticated using (session_id = (select catb.current_session_id()));
grant select on table public.preferences to anon, authenticated;
comment on table public.preferences is 'The cat''s profile and how Mu should speak, one row a session; null is not said.';
comment on column public.preferences.weight_grams is 'In grams, whatever the units shown.';
comment on column public.preferences.conditions is 'Known illnesses and medicines, in the person''s words.';

create function catb.preferences_json(p_preferences public.preferences)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
    return jsonb_strip_nulls(jsonb_build_object(
        'catName', p_preferences.cat_name, 'sex', p_preferences.sex, 'neutered', p_preferences.neutered,
        'ageMonths', p_preferences.age_months, 'weightGrams', p_preferences.weight_grams,
        'indoor', p_preferences.indoor, 'conditions', p_preferences.conditions,
        'tone', p_preferences.tone, 'units', p_preferences.units));
end
$$;
comment on function catb.preferences_json(public.preferences) is 'The row as the API names its fields, without what was not said.';
revoke all on function catb.preferences_json(public.preferences) from public;

create function public.get_preferences(p_session_token text default null)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not read the table.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
begin
    return coalesce(
        (select catb.preferences_json(p) from public.preferences p where p.session_id = v_session_id), '{}');
end
$$;
comment on function public.get_preferences(text) is 'The preferences of this session as JSON; {} when none were set.';
revoke all on function public.get_preferences(text) from public, anon, authenticated, service_role;
grant execute on function public.get_preferences(text) to anon, authenticated, catb_server;

create function public.set_preferences(p_preferences jsonb, p_session_token text default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not write the table.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
    v_unknown pg_catalog.text;
    v_constraint pg_catalog.text;
    v_row public.preferences;
begin
    -- Some clients encode a JSON argument twice; what they mean is the object inside.
    if jsonb_typeof(p_preferences) = 'string' then
        begin
            p_preferences := (p_preferences #>> '{}')::pg_catalog.jsonb;
        exception when invalid_text_representation then
            p_preferences := null;
        end;
    end if;
    if p_preferences is null or jsonb_typeof(p_preferences) <> 'object' then
        perform catb.raise_error('preferences_invalid', 'The preferences are a JSON object.');
    end if;
    select k.key into v_unknown
    from jsonb_object_keys(p_preferences) as k(key)
    where k.key not in
        ('catName', 'sex', 'neutered', 'ageMonths', 'weightGrams', 'indoor', 'conditions', 'tone', 'units')
    limit 1;
    if v_unknown is not null then
        perform catb.raise_error('preferences_invalid', format('There is no preference "%s".', left(v_unknown, 60)));
    end if;
    begin
        insert into public.preferences as p (
            session_id, cat_name, sex, neutered, age_months, weight_grams, indoor, conditions, tone, units)
        values (
            v_session_id,
            p_preferences ->> 'catName', p_preferences ->> 'sex', (p_preferences ->> 'neutered')::boolean,
            (p_preferences ->> 'ageMonths')::integer, (p_preferences ->> 'weightGrams')::integer,
            (p_preferences ->> 'indoor')::boolean, p_preferences ->> 'conditions',
            p_preferences ->> 'tone', p_preferences ->> 'units')
        on conflict (session_id) do update set
            cat_name = excluded.cat_name, sex = excluded.sex, neutered = excluded.neutered,
            age_months = excluded.age_months, weight_grams = excluded.weight_grams, indoor = excluded.indoor,
            conditions = excluded.conditions, tone = excluded.tone, units = excluded.units, updated_at = now()
        returning p.* into v_row;
    exception
        when check_violation then
            get stacked diagnostics v_constraint = constraint_name;
            perform catb.raise_error('preferences_invalid', 'What must hold: ' || replace(v_constraint, '_', ' ') || '.');
        when invalid_text_representation or numeric_value_out_of_range then
            perform catb.raise_error('preferences_invalid', 'A number or a true/false was expected.');
        when foreign_key_violation then
            -- The session was erased since the token was checked.
            perform catb.raise_error('session_token_refused');
    end;
    return catb.preferences_json(v_row);
end
$$;
comment on function public.set_preferences(jsonb, text) is
    'Replaces the preferences of this session and returns them. Raises preferences_invalid with what must hold.';
revoke all on function public.set_preferences(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.set_preferences(jsonb, text) to anon, authenticated, catb_server;

create type public.feedback_rating as enum ('up', 'down');
comment on type public.feedback_rating is 'Thumbs up or down.';

create table public.feedback (
    session_id uuid not null,
    created_at timestamptz not null default now(),
    seq integer not null,
    rating public.feedback_rating not null,
    comment text,
    constraint feedback_pkey primary key (session_id, seq),
    constraint feedback_message_fkey foreign key (session_id, seq)
        references public.messages (session_id, seq) on delete cascade,
    constraint comment_at_most_2000_characters check (char_length(comment) between 1 and 2000)
);
alter table public.feedback alter column comment set statistics 0;
alter table public.feedback enable row level security;
alter table public.feedback force row level security;
revoke all on table public.feedback from public, anon, authenticated, service_role;
create policy "The owner's functions work on all feedback" on public.feedback
    for all to current_user using (true) with check (true);
create policy "A session reads its own feedback" on public.feedback
    for select to anon, authenticated using (session_id = (select catb.current_session_id()));
grant select on table public.feedback to anon, authenticated;
comment on table public.feedback is 'What a person thinks of an answer: one row an answer, the last word counts.';
comment on column public.feedback.seq is 'The answer it is about.';

create function public.record_feedback(
    p_seq integer,
    p_rating text,
    p_comment text default null,
    p_session_token text default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
-- security definer: the token decides, for callers that may not write the table.
declare
    v_session_id pg_catalog.uuid := catb.require_session(p_session_token);
    v_comment pg_catalog.text := nullif(btrim(p_comment), '');
begin
    if p_rating is null or p_rating not in ('up', 'down') or char_length(v_comment) > 2000 then
        perform catb.raise_error('feedback_invalid');
    end if;
    perform from public.messages m
    where m.session_id = v_session_id and m.seq = p_seq and m.role = 'assistant'
      and m.state not in ('pending', 'streaming')
    for key share;
    if not found then
        perform catb.raise_error('message_not_found');
    end if;
    insert into public.feedback (session_id, seq, rating, comment)
    values (v_session_id, p_seq, p_rating::public.feedback_rating, v_comment)
    on conflict (session_id, seq) do update
    set rating = excluded.rating, comment = excluded.comment, created_at = now();
end
$$;
comment on function public.record_feedback(integer, text, text, text) is
    'Stores thumbs up or down, with a comment, for an answer of this session; a second time replaces the first.';
revoke all on function public.record_feedback(integer, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.record_feedback(integer, text, text, text) to anon, authenticated, catb_server;
