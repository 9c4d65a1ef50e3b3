-- Takes back 20261125000300_usage_views.sql.

drop function catb.refresh_usage_views(interval);
drop materialized view catb.weekly_models, catb.weekly_quality, catb.session_lengths, catb.weekly_cohorts, catb.daily_sessions;
