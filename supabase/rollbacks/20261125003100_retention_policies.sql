-- Takes back: retention policies. From then on nothing is erased but on request.
drop policy "Entries go when they are due, receipts never" on public.audit_log;
drop function catb.remove_retention_policy(catb.retained_data, text);
drop function catb.set_retention_policy(catb.retained_data, text, integer);
drop table catb.retention_policies;
drop type catb.retained_data;
delete from catb.error_codes where sqlstate = 'MU072';
