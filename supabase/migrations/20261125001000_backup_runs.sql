-- A record of the backups of this database, and of which were proved by restoring them.
--
-- Why: how old the newest proven backup is must be seen where the server's health is, and not only
-- where the backups lie. The record says nothing that a backup needs: one of a database that can only
-- be read works as well, and is not written down here.
-- Cost on a big database: new table, nothing is rewritten.

insert into catb.error_codes (sqlstate, name, http_status, message, hint) values
    ('MU060', 'backup_unknown', 404, 'No backup of this id is recorded in this database.',
        'Record the backup first; catb backup create does.');

create table catb.backup_runs (
    started_at timestamptz not null,
    finished_at timestamptz not null,
    proven_at timestamptz,
    total_rows bigint not null,
    total_bytes bigint not null,
    id text not null,
    kind text not null,
    migration_version text not null,
    location text not null,
    constraint backup_runs_pkey primary key (id),
    constraint kind_is_known check (kind in ('portable')),
    constraint finished_after_start check (finished_at >= started_at),
    constraint proven_after_start check (proven_at >= started_at),
    constraint sizes_not_negative check (total_rows >= 0 and total_bytes >= 0),
    constraint location_has_no_secret check (location !~ '@' and length(location) between 1 and 1000)
);
alter table catb.backup_runs enable row level security;
alter table catb.backup_runs force row level security;
revoke all on table catb.backup_runs from public, anon, authenticated, service_role;
create policy "The owner records backups" on catb.backup_runs
    for all to current_user using (true) with check (true);
comment on table catb.backup_runs is
    'The finished backups of this database that could be recorded. A database that was restored has the record of its source.';
comment on column catb.backup_runs.started_at is 'The moment that the backup is of, by this database''s clock.';
comment on column catb.backup_runs.proven_at is 'When a drill last restored it and found it right; null when none has.';
comment on column catb.backup_runs.kind is 'portable: an archive that restores into any PostgreSQL.';
comment on column catb.backup_runs.location is 'The folder or bucket, without user, password or key.';
create index backup_runs_started_at_idx on catb.backup_runs (started_at);

create function catb.record_backup(
    p_id text,
    p_kind text,
    p_started_at timestamptz,
    p_migration_version text,
    p_total_rows bigint,
    p_total_bytes bigint,
    p_location text
)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
    insert into catb.backup_runs
        (id, kind, started_at, finished_at, migration_version, total_rows, total_bytes, location)
    values (p_id, p_kind, p_started_at, greatest(clock_timestamp(), p_started_at), p_migration_version,
        p_total_rows, p_total_bytes, p_location)
    on conflict (id) do nothing
$$;
comment on function catb.record_backup(text, text, timestamptz, text, bigint, bigint, text) is
    'Writes down a backup that is finished. The same id again changes nothing.';
revoke all on function catb.record_backup(text, text, timestamptz, text, bigint, bigint, text)
    from public, anon, authenticated, service_role;

create function catb.prove_backup(p_id text)
returns timestamptz
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
    v_proven_at pg_catalog.timestamptz;
begin
    update catb.backup_runs r
    set proven_at = greatest(clock_timestamp(), r.started_at)
    where r.id = p_id
    returning r.proven_at into v_proven_at;
    if not found then
        perform catb.raise_error('backup_unknown');
    end if;
    return v_proven_at;
end
$$;
comment on function catb.prove_backup(text) is
    'Writes down that a drill has restored this backup and found it right. Raises backup_unknown.';
revoke all on function catb.prove_backup(text) from public, anon, authenticated, service_role;

create function catb.backup_age(
    out last_backup_at timestamptz,
    out last_proven_backup_at timestamptz
)
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the server tells how old backups are, and not where they lie.
begin
    select max(r.started_at), max(r.started_at) filter (where r.proven_at is not null)
    into last_backup_at, last_proven_backup_at
    from catb.backup_runs r;
end
$$;
comment on function catb.backup_age() is
    'When the newest recorded backup was made, and the newest one that a drill has proved; '
    'null where there is none.';
revoke all on function catb.backup_age() from public, anon, authenticated, service_role;
grant execute on function catb.backup_age() to catb_server, catb_analyst;
