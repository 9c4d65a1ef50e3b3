-- Usage rollups: what the dashboards read instead of the rows.
--
-- Why: a dashboard over a year must not read ten million messages, and its numbers must be those of
-- the rows to the last unit. So an hour is never counted on with plus one: it is computed from its rows,
-- again and again while it is open and whenever a row in it changes later. What retries, late rows and
-- several servers do to a counter they can't do to a sum that is made anew.
--
-- How: three grains, each made of the one below: quarters of an hour (of the rows; every time zone's
-- day is whole quarters), hours, days of UTC. A sequence holds the time before which quarters are closed.
-- Rows newer than that are counted by every run of catb.roll_up_usage; a row older than that fires a
-- trigger which notes its quarter, and the next run computes it anew. A closed quarter is computed a
-- last time when every transaction that might have seen it open has ended.
-- A sequence, since a trigger's condition can read one without a query. What that adds to a turn is in
-- benchmarks/analytics; a counter kept by each turn would cost more and make turns wait on each other.
--
-- What an erased session added to the counts stays, as rows of the grain 'erased' by the quarter.
-- Latencies are histograms on a logarithmic scale, packed into one numeric: slot n holds the calls of at
-- most 1.1^n ms and is 12 decimal digits wide, so that sum() merges histograms. A year of hours is merged
-- in milliseconds, where a row for each slot took a hundred times the rows.
-- Imported conversations are not usage: they happened elsewhere. Demo data is.
-- Cost on a big database: new tables only; what fills them comes in the files after this one.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU020', 'analytics_range_invalid', 400, 'This range of time can''t be shown.',
        'Let from be before to, at most 10 years and 2,000 buckets apart: take a larger bucket or a shorter range.'),
    ('MU021', 'analytics_timezone_unknown', 400, 'There is no such time zone.',
        'Use a name of the IANA time zone database, such as Europe/Berlin or UTC.'),
    ('MU022', 'analytics_bucket_invalid', 400, 'There is no such bucket.', 'It is hour, day, week, month or total.');

create type catb.usage_grain as enum ('erased', 'quarter', 'hour', 'day');
comment on type catb.usage_grain is
    'quarter: 15 minutes, of the rows; hour and day (of UTC): of the grain below; '
    'erased: what sessions that are gone added to a quarter, the only rows that can''t be computed again.';

create table catb.usage_sessions (
    grain catb.usage_grain not null,
    starts_at timestamptz not null,
    sessions bigint not null,
    constraint usage_sessions_pkey primary key (grain, starts_at)
);
comment on table catb.usage_sessions is 'Sessions created, by time.';

create table catb.usage_turns (
    grain catb.usage_grain not null,
    starts_at timestamptz not null,
    triage text not null,
    turns bigint not null,
    first_turns bigint not null,
    flagged_turns bigint not null,
    user_tokens bigint not null,
    answers bigint not null,
    answers_complete bigint not null,
    answers_aborted bigint not null,
    answers_failed bigint not null,
    answers_unfinished bigint not null,
    answers_truncated bigint not null,
    answer_tokens bigint not null,
    rated_up bigint not null,
    rated_down bigint not null,
    constraint usage_turns_pkey primary key (grain, starts_at, triage)
);
comment on table catb.usage_turns is
    'Turns by time and triage: a person''s message is counted at its own time, an answer with its rating at the answer''s.';
comment on column catb.usage_turns.triage is 'The category of the person''s message, or none where nothing judged it.';
comment on column catb.usage_turns.first_turns is 'Turns that were the first of their session.';
comment on column catb.usage_turns.flagged_turns is 'Turns in which a triage rule raised a red flag.';
comment on column catb.usage_turns.answers_aborted is 'The person left, or the process died, in the middle; what was streamed is kept.';
comment on column catb.usage_turns.answers_unfinished is 'Pending or streaming.';

create table catb.usage_calls (
    grain catb.usage_grain not null,
    starts_at timestamptz not null,
    provider text not null,
    model text not null,
    purpose public.model_call_purpose not null,
    calls bigint not null,
    exact_calls bigint not null,
    estimated_calls bigint not null,
    unknown_calls bigint not null,
    failed_calls bigint not null,
    input_tokens bigint not null,
    cached_input_tokens bigint not null,
    cache_write_tokens bigint not null,
    output_tokens bigint not null,
    cost_usd numeric not null,
    saved_usd numeric not null,
    latency_histogram numeric not null,
    first_token_histogram numeric not null,
    constraint usage_calls_pkey primary key (grain, starts_at, provider, model, purpose)
);
comment on table catb.usage_calls is 'Calls of models by time, model and purpose: tokens, cost, latency.';
comment on column catb.usage_calls.failed_calls is 'Calls that ended with neither stop nor length.';
comment on column catb.usage_calls.cost_usd is 'Of the calls whose cost is known; unknown_calls says how many are not in it.';
comment on column catb.usage_calls.saved_usd is 'What the cached input would have cost more, uncached, by the price row of each call.';
comment on column catb.usage_calls.latency_histogram is 'Packed, see catb.latency_slot; merged by sum().';
comment on column catb.usage_calls.first_token_histogram is 'Time to the first token, of the calls that have one; packed like the other.';

create table catb.usage_failures (
    grain catb.usage_grain not null,
    starts_at timestamptz not null,
    provider text not null,
    model text not null,
    finish_reason text not null,
    calls bigint not null,
    constraint usage_failures_pkey primary key (grain, starts_at, provider, model, finish_reason)
);
comment on table catb.usage_failures is 'Calls that did not end with stop, by time, model and finish reason.';

create table catb.usage_slowest (
    grain catb.usage_grain not null,
    starts_at timestamptz not null,
    place smallint not null,
    at timestamptz not null,
    provider text not null,
    model text not null,
    latency_ms integer not null,
    first_token_ms integer,
    output_tokens integer not null,
    finish_reason text not null,
    constraint usage_slowest_pkey primary key (grain, starts_at, place)
);
comment on table catb.usage_slowest is
    'The ten slowest replies of each span of time, without their sessions. Those of an erased session are dropped.';
comment on column catb.usage_slowest.place is 'From 1, the slowest.';

create table catb.usage_marks (
    quarter timestamptz not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    constraint usage_marks_pkey primary key (quarter, transaction_id)
);
comment on table catb.usage_marks is 'Closed quarters in which a row has changed since: to be computed anew by the next run.';
comment on column catb.usage_marks.transaction_id is
    'Who changed it. A run takes the marks it sees and no others: that of a transaction still open is never lost.';

create table catb.usage_progress (
    only_row boolean not null default true,
    open_from timestamptz not null,
    closed_by xid8,
    closing_at xid8,
    rolled_up_at timestamptz not null,
    views_refreshed_at timestamptz,
    constraint usage_progress_pkey primary key (only_row),
    constraint only_one_row check (only_row)
);
comment on table catb.usage_progress is 'One row: how far the rollups are.';
comment on column catb.usage_progress.open_from is 'Everything from this quarter on is computed by every run.';
comment on column catb.usage_progress.closed_by is
    'The transaction that moved the sequence, while the quarters before it are being closed.';
comment on column catb.usage_progress.closing_at is
    'A transaction that is newer than all that saw the sequence before it was moved. When no older one goes on, the '
    'quarters are computed a last time.';
comment on column catb.usage_progress.views_refreshed_at is 'When the materialized views were last made; null: never yet.';

create sequence catb.rollup_closed_until;
comment on sequence catb.rollup_closed_until is
    'Seconds since 1970: rows older than this are in closed quarters, and leave a mark. '
    'Read by the conditions of triggers. Without a value every row leaves a mark.';

do $$
declare
    v_table pg_catalog.text;
begin
    foreach v_table in array array['usage_sessions', 'usage_turns', 'usage_calls', 'usage_failures', 'usage_slowest',
        'usage_marks', 'usage_progress'] loop
        execute format('alter table catb.%I enable row level security', v_table);
        execute format('alter table catb.%I force row level security', v_table);
        execute format('revoke all on table catb.%I from public, anon, authenticated, service_role', v_table);
        execute format('create policy "The owner''s functions keep the rollups" on catb.%I '
            'for all to current_user using (true) with check (true)', v_table);
    end loop;
end
$$;
revoke all on sequence catb.rollup_closed_until from public, anon, authenticated, service_role;


-- The quarter in hand is written anew every few seconds: clean up after some thousand rows, however
-- many years the table holds.
do $$
declare
    v_table pg_catalog.text;
begin
    foreach v_table in array array['usage_sessions', 'usage_turns', 'usage_calls', 'usage_failures', 'usage_slowest',
        'usage_marks', 'usage_progress'] loop
        execute format('alter table catb.%I set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)',
            v_table);
    end loop;
end
$$;
