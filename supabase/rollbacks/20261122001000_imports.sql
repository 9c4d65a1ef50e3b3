-- Takes back: the record of imports. The imported messages stay.
drop table public.imported_conversations;
