-- Runs statements that return one array of numbers each; for one that fails, the array is empty.
create function pg_temp.catb_places(statement text)
returns integer[]
language plpgsql
as $$
declare
    found integer[];
begin
    execute statement into found;
    return found;
exception when others then
    return '{}';
end
$$
