-- Takes back 20261125000400_usage_reads.sql.

drop function catb.analytics_now();
drop function catb.analytics_model_weeks(date, date);
drop function catb.analytics_quality(date, date);
drop function catb.analytics_funnel(date, date);
drop function catb.analytics_session_lengths(date, date);
drop function catb.analytics_cohorts(date, date);
drop function catb.analytics_days(date, date);
drop function catb.analytics_slowest(timestamptz, timestamptz, text, text, integer);
drop function catb.analytics_failures(timestamptz, timestamptz, text, text);
drop function catb.analytics_models(timestamptz, timestamptz, text, text);
drop function catb.analytics_latency(timestamptz, timestamptz, text, text, text, text);
drop function catb.analytics_calls(timestamptz, timestamptz, text, text, text, text, text);
drop function catb.analytics_turns(timestamptz, timestamptz, text, text, text);
drop function catb.analytics_sessions(timestamptz, timestamptz, text, text);
drop function catb.histogram_percentiles(numeric);
drop function catb.usage_pieces(timestamptz, timestamptz, text, text);
drop function catb.analytics_buckets(timestamptz, timestamptz, text, text);
