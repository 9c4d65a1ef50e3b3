-- Takes back 20261125000240_usage_sums.sql.

drop function catb.pick_slowest(catb.usage_grain, timestamptz, timestamptz);
drop function catb.sum_failures(catb.usage_grain, timestamptz, timestamptz, uuid[]);
drop function catb.sum_calls(catb.usage_grain, timestamptz, timestamptz, uuid[]);
drop function catb.sum_turns(catb.usage_grain, timestamptz, timestamptz, uuid[]);
drop function catb.sum_sessions(catb.usage_grain, timestamptz, timestamptz, uuid[]);
drop function catb.grain_width(catb.usage_grain);
drop view catb.slow_facts, catb.failure_facts, catb.call_facts, catb.turn_facts, catb.session_facts;
