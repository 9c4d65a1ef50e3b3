-- Takes back 20261125000230_session_days.sql.
--
-- What is lost: the days of erased sessions. Everything else can be computed from the rows.

drop function catb.compare_session_days(date, date);
drop function catb.refresh_session_days(integer);
drop function catb.sum_session_days(date, date, uuid[]);
drop table catb.stale_days, catb.session_days;
