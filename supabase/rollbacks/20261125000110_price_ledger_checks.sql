-- Takes back: that the calls of before were checked. The constraints stay, and go on to hold for new calls.
alter table public.model_calls
    drop constraint token_buckets_not_negative,
    drop constraint latency_not_negative,
    drop constraint names_at_most_200_characters,
    drop constraint exact_usage_adds_up,
    add constraint token_buckets_not_negative check (
        least(input_tokens, cached_input_tokens, cache_write_1h_tokens, cache_write_tokens - cache_write_1h_tokens,
            output_tokens) >= 0) not valid,
    add constraint latency_not_negative check (least(latency_ms, first_token_ms) >= 0) not valid,
    add constraint names_at_most_200_characters check (
        greatest(char_length(provider), char_length(model), char_length(finish_reason), char_length(request_id)) <= 200)
        not valid,
    add constraint exact_usage_adds_up check (
        usage_certainty <> 'exact' or total_tokens is null
        or total_tokens = input_tokens::bigint + cached_input_tokens + cache_write_tokens + output_tokens) not valid;
