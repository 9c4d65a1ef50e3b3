-- Takes back: history, export, erasure and the audit log with its entries.
drop function catb.read_transcript(uuid, text);
drop function public.export_session(text);
drop function public.erase_session(text);
drop table public.audit_log;
drop function public.session_history(integer, integer, text);
