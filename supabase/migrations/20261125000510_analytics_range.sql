-- Which stretch of time a question about figures means.
--
-- Why: "from the 1st" is a local midnight, and only the database knows the same time zones as the
-- functions that divide the range. Defaults and the choice of the bucket are decided here too, so that
-- the API, the dashboard and whoever asks in SQL mean the same.
-- Cost on a big database: one function, no table is touched.

create function catb.analytics_range(
    p_from text,
    p_to text,
    p_bucket text,
    p_timezone text
)
returns table (range_from timestamptz, range_to timestamptz, bucket text)
language plpgsql
stable
rows 1
security definer
set search_path = ''
as $$
-- security definer: it reads nothing; the role that asks may not use what it is made of.
declare
    v_is_date constant pg_catalog.text := '^\d{4}-\d\d-\d\d$';
    v_to pg_catalog.timestamptz := now();
    v_from pg_catalog.timestamptz;
    v_length interval;
begin
    -- Any range will do: what is checked here is the zone, before it is used.
    perform from catb.analytics_buckets('2000-01-01 00:00:00+00', '2000-01-02 00:00:00+00', 'total', p_timezone);
    begin
        if p_to ~ v_is_date then
            v_to := p_to::pg_catalog.timestamp at time zone p_timezone;
        elsif p_to is not null then
            v_to := p_to::pg_catalog.timestamptz;
        end if;
        if p_from is null then
            v_from := (date_trunc('day', v_to at time zone p_timezone) - interval '7 days') at time zone p_timezone;
        elsif p_from ~ v_is_date then
            v_from := p_from::pg_catalog.timestamp at time zone p_timezone;
        else
            v_from := p_from::pg_catalog.timestamptz;
        end if;
    exception when data_exception then
        perform catb.raise_error('analytics_range_invalid', 'from or to is no date and no time.');
    end;
    -- Whole quarters, outwards; refuses what can not be a range.
    select b.bucket_start, b.bucket_end into range_from, range_to
    from catb.analytics_buckets(v_from, v_to, 'total', p_timezone) b;
    bucket := p_bucket;
    if bucket is null then
        -- By the local clock: two days are two days, also where one of them has 25 hours.
        v_length := (range_to at time zone p_timezone) - (range_from at time zone p_timezone);
        bucket := case when v_length <= interval '2 days' then 'hour' when v_length <= interval '92 days' then 'day'
            when v_length <= interval '731 days' then 'week' else 'month' end;
    elsif bucket not in ('hour', 'day', 'week', 'month', 'total') then
        perform catb.raise_error('analytics_bucket_invalid');
    end if;
    return next;
end
$$;
comment on function catb.analytics_range(text, text, text, text) is
    'The range that was asked for, in whole quarters of an hour: a date means its local midnight. Without p_to it ends now, '
    'without p_from it begins seven days before the day of its end. Without p_bucket: hours to two days, days to 92, weeks '
    'to two years, else months. Raises analytics_range_invalid, analytics_timezone_unknown, analytics_bucket_invalid.';
revoke all on function catb.analytics_range(text, text, text, text) from public, anon, authenticated, service_role;
grant execute on function catb.analytics_range(text, text, text, text) to catb_analyst;
