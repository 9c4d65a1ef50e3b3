-- Runs each script in a subtransaction of its own and tells which of them failed.
create function pg_temp.catb_run_scripts(scripts text[])
returns table (place integer, message text)
language plpgsql
as $$
begin
    for v_place in 1 .. pg_catalog.cardinality(scripts) loop
        begin
            execute scripts[v_place];
        exception when others then
            place := v_place;
            message := sqlerrm;
            return next;
        end;
    end loop;
end
$$
