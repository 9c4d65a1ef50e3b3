-- Takes back: that the calls of before were checked. The constraints stay, and go on to hold for new calls.
alter table public.model_calls
    drop constraint hour_long_cache_is_cache_written,
    drop constraint exact_usage_adds_up,
    add constraint hour_long_cache_is_cache_written
        check (cache_write_1h_tokens between 0 and cache_write_tokens) not valid,
    add constraint exact_usage_adds_up check (
        usage_certainty <> 'exact' or total_tokens is null
        or total_tokens = input_tokens::bigint + cached_input_tokens + cache_write_tokens + output_tokens) not valid;
