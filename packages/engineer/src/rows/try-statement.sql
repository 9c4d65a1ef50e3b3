-- Runs a statement that returns one text and says what came of it; a failure leaves nothing behind.
create function pg_temp.catb_try(statement text, without_triggers boolean)
returns table (result text, state text, message text, "constraint" text)
language plpgsql
as $$
begin
    if without_triggers then
        set local session_replication_role = replica;
    end if;
    execute statement into result;
    set constraints all immediate;
    set local session_replication_role = origin;
    return next;
exception when others then
    get stacked diagnostics state = returned_sqlstate, message = message_text, "constraint" = constraint_name;
    result := null;
    return next;
end
$$
