/** In charge of a schema of any size: tables with keys, indexes, policies, triggers, functions and views. */

/**
 * Statements that make `count` tables as an application has them: each is owned by a user, hangs on
 * the one before it, has three indexes, four policies, a trigger, and a function that reads it;
 * every tenth has a view.
 *
 * @param {number} count
 * @returns {string}
 */
export function bigSchema(count) {
  const statements = [
    'create schema app; grant usage on schema app to anon, authenticated;',
    `create function app.me() returns uuid language sql stable set search_path = '' as
      $$ select nullif(current_setting('request.jwt.claim.sub', true), '')::uuid $$;`,
    `create function app.touch() returns trigger language plpgsql set search_path = '' as
      $$ begin new.changed_at = now(); return new; end $$;`,
  ];
  for (let number = 0; number < count; number += 1) statements.push(oneTable(number));
  return statements.join('\n');
}

/** @returns {string} */
function oneTable(/** @type {number} */ number) {
  const table = `app.table_${number}`;
  const parent = `app.table_${Math.max(0, number - 1)}`;
  const mine = 'user_id = (select app.me())';
  return `
    create table ${table} (
      id bigint generated always as identity primary key,
      user_id uuid not null,
      parent_id bigint references ${parent},
      title text not null check (title <> ''),
      body jsonb not null default '{}',
      amount numeric(12, 2),
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now()
    );
    create index on ${table} (parent_id);
    create index on ${table} (user_id, created_at);
    create trigger touch before update on ${table} for each row execute function app.touch();
    alter table ${table} enable row level security;
    grant select, insert, delete, update (title, body) on ${table} to authenticated;
    create policy "An owner reads" on ${table} for select to authenticated using (${mine});
    create policy "An owner writes" on ${table} for insert to authenticated
      with check (${mine} and (parent_id is null or parent_id in (select p.id from ${parent} as p where p.user_id = (select app.me()))));
    create policy "An owner changes" on ${table} for update to authenticated using (${mine});
    create policy "An owner deletes" on ${table} for delete to authenticated using (${mine});
    create function app.total_${number}(p_since timestamptz, p_title text) returns numeric
    language plpgsql stable set search_path = '' as $$
    declare
      v_total numeric;
    begin
      if p_since is null then
        raise exception 'since when?';
      end if;
      execute format('select sum(amount) from %I.%I where created_at >= $1 and title = $2', 'app', 'table_${number}')
        into v_total using p_since, p_title;
      return coalesce(v_total, 0);
    end
    $$;
    ${number % 10 === 0 ? `create view app.view_${number} with (security_invoker = true) as select id, title from ${table};` : ''}`;
}
