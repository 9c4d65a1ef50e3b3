-- Which of these texts are values of these types.
create function pg_temp.catb_is_value(value text, type text)
returns boolean
language plpgsql
as $$
begin
    execute pg_catalog.format('select cast(%L as %s)', value, type);
    return true;
exception when others then
    return false;
end
$$
