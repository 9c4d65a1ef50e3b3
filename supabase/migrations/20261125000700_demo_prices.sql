-- The prices of a demo go with it.
--
-- Why: a price is never deleted, because calls were billed by it. The calls of a demo (catb demo) are priced
-- like all others, by rows of a provider that is nobody's, and when the demo is removed nothing of it is to
-- be left. Such a price can be deleted, and only while no call names it; nothing else about prices changes.
-- Cost on a big database: two triggers of a small table; turns that add a price wait for milliseconds.

drop trigger model_prices_are_kept on public.model_prices;

create function catb.keep_demo_price_in_use()
returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
    if exists (select from public.model_calls c where c.price_id = old.id) then
        perform catb.raise_error('price_row_kept');
    end if;
    return old;
end
$$;
comment on function catb.keep_demo_price_in_use() is 'Trigger: refuses to delete the price of a demo while a call names it.';
revoke all on function catb.keep_demo_price_in_use() from public, anon, authenticated, service_role;

create trigger model_prices_are_kept
    before update on public.model_prices
    for each row execute function catb.keep_price_row();
create trigger model_prices_are_not_deleted
    before delete on public.model_prices
    for each row when (old.provider <> 'catb-demo') execute function catb.keep_price_row();
create trigger demo_prices_are_kept_while_in_use
    before delete on public.model_prices
    for each row when (old.provider = 'catb-demo') execute function catb.keep_demo_price_in_use();
