-- Takes back: retention runs, and the record of them. What they erased stays erased.
drop function catb.remove_due(uuid, catb.retained_data, uuid, integer);
drop function catb.finish_retention(uuid);
drop function catb.begin_retention(boolean, timestamptz);
drop function catb.find_silence(timestamptz, timestamptz, interval);
drop function catb.plan_retention(timestamptz);
drop function catb.due_sessions(catb.retained_data, timestamptz, uuid, uuid);
drop function catb.retention_cutoff(catb.retained_data, timestamptz);
drop function catb.time_of_uuid(uuid);
drop function catb.first_uuid_at(timestamptz);
drop table catb.retention_runs;
delete from catb.error_codes where sqlstate in ('MU073', 'MU074');
