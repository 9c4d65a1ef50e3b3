import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { findDynamicSql } from './find-dynamic-sql.ts';

beforeAll(() => loadModule());

/** What is found in a function with the text arguments `t` and `u`, and the number `n`. */
function found(body: string, declare = ''): string[] {
  const text = `declare ${declare} v text; begin ${body} end`;
  return findDynamicSql({
    schema: 'public',
    name: 'f',
    object: 'public.f(text,text,bigint)',
    language: 'plpgsql',
    volatility: 'volatile',
    givesBoolean: false,
    securityDefiner: false,
    body: text,
    definition: `create function f(t text, u text, n bigint) returns setof int language plpgsql as $f$ ${text} $f$`,
    freeArguments: ['t', 'u'],
    audited: true,
  }).map(({ expression }) => expression);
}

describe('an argument in the statement', () => {
  test.each([
    `execute 'select ' || t;`,
    `execute t;`,
    `execute format('select %s', t);`,
    `execute format('select %I, %2$s', u, t);`,
    `execute format(t, u);`,
    `execute concat('select ', n, t);`,
    `execute 'select ' || coalesce(t, 'x');`,
    `execute 'select ' || upper(trim(t));`,
    `execute replace('select $x', '$x', t);`,
    `execute 'select ' || (case when n > 1 then t else 'x' end);`,
    `execute 'select ' || f.t;`,
    `v := 'select ' || t; execute v;`,
    `v = t; execute 'select ' || v;`,
    `return query execute 'select ' || t;`,
    `for v in execute 'select ' || t loop end loop;`,
    `if n is null then execute 'select ' || t; end if;`,
    `if t = '' then raise exception 'empty'; end if; execute 'select ' || t;`,
    `execute 'select ' || t using n;`,
    `begin execute 'select ' || t; exception when others then null; end;`,
  ])('%s', (body) => expect(found(body)).toHaveLength(1));

  test('is followed from a variable’s default', () => {
    expect(found('execute q;', `q text := 'select ' || t;`)).toEqual(['q']);
  });
});

describe('nothing that a caller can bend', () => {
  test.each([
    `execute 'select 1';`,
    `execute 'select $1' using t;`,
    `execute format('select %I from %I where x = %L', t, u, t);`,
    `execute format('%%s %I', t);`,
    `execute 'select ' || quote_ident(t) || quote_literal(u) || quote_nullable(t);`,
    `execute 'select ' || n;`,
    `execute format('select %s', n);`,
    `execute format('select %s', t::regclass);`,
    `execute 'select ' || t::int;`,
    `execute 'select ' || length(t);`,
    `execute 'select ' || case t when 'a' then 'x' else 'y' end;`,
    `v := quote_ident(t); execute 'select ' || v;`,
    `if t not in ('a', 'b') then raise exception 'no'; end if; execute 'select ' || t;`,
    `if t !~ '^[a-z]+$' then return; end if; execute 'select ' || t;`,
    `-- execute 'select ' || t;\n perform 1;`,
    `v := 'execute ' || t; raise notice '%', v;`,
    `perform 'select ' || t;`,
  ])('%s', (body) => expect(found(body)).toEqual([]));
});
