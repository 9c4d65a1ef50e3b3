-- Takes back 20261125000200_usage_tables.sql.
--
-- What is lost: what erased sessions had added to the counts. Everything else can be computed from the rows.

drop sequence catb.rollup_closed_until;
drop table catb.usage_progress, catb.usage_marks, catb.usage_slowest, catb.usage_failures, catb.usage_calls,
    catb.usage_turns, catb.usage_sessions;
drop type catb.usage_grain;
delete from catb.error_codes where sqlstate in ('MU020', 'MU021', 'MU022');
