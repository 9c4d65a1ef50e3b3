-- Takes back: sessions and their tokens. Every session is lost with its table.
drop function public.revoke_session(text);
drop function public.rotate_session_token(text);
drop function public.create_session();
drop function catb.format_token(uuid, bytea);
drop function catb.new_secret();
drop function catb.require_session(text);
drop policy "A session reads itself" on public.sessions;
drop function catb.current_session_id();
drop function catb.session_of_token(text);
drop table public.sessions;
drop type public.triage_category;
