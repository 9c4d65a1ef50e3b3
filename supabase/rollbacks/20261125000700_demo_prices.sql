-- Takes back: the prices of a demo go with it. Every price is kept again; none is touched.
drop trigger demo_prices_are_kept_while_in_use on public.model_prices;
drop trigger model_prices_are_not_deleted on public.model_prices;
drop trigger model_prices_are_kept on public.model_prices;
create trigger model_prices_are_kept
    before update or delete on public.model_prices
    for each row execute function catb.keep_price_row();
drop function catb.keep_demo_price_in_use();
