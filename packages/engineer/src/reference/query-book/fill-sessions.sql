-- Sessions $1 of them, begun one after the other over the last sixty days, each with a token that
-- nobody knows. No chance anywhere: the same numbers make the same rows.
with begun as (
    select n, pg_catalog.now() - interval '60 days' + n * (interval '59 days' / $1::integer) as at
    from pg_catalog.generate_series(1, $1::integer) as n
)
insert into public.sessions (id, created_at, expires_at, last_active_at, last_seq, secret_sha256)
select
    (
        pg_catalog.lpad(pg_catalog.to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
        || '7' || pg_catalog.substr(pg_catalog.md5(n::text), 1, 3)
        || '8' || pg_catalog.substr(pg_catalog.md5(n::text), 4, 15)
    )::uuid,
    at,
    at + interval '90 days',
    at + interval '20 hours',
    40,
    pg_catalog.sha256(pg_catalog.convert_to(n::text, 'UTF8'))
from begun
