-- Takes back: messages. What was said is lost with its table.
drop function catb.hash_idempotency_key(text);
drop table public.messages;
drop type public.tokenizer;
drop type public.message_state;
drop type public.message_role;
