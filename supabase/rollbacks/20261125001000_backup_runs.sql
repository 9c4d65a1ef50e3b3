-- Takes back: the record of backups. The backups themselves stay where they are.
drop function catb.backup_age();
drop function catb.prove_backup(text);
drop function catb.record_backup(text, text, timestamptz, text, bigint, bigint, text);
drop table catb.backup_runs;
delete from catb.error_codes where sqlstate = 'MU060';
