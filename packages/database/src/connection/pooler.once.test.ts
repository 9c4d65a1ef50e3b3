import { expect, it } from 'vitest';
import { poolerOf } from './pooler.ts';

it.each([
  ['postgres://u:p@db.example.com:5432/x', false],
  ['postgres://u:p@db.example.com/x', false],
  ['postgres://u.ref:p@aws-0-eu.pooler.supabase.com:6543/postgres', true],
  ['postgres://u:p@db.example.com:6543/x?pgbouncer=false', false],
  ['postgres://u:p@db.example.com:6432/x?pgbouncer=true', true],
  ['postgres://u:p@db.example.com:6432/x?sslmode=require&pgbouncer=true', true],
])('%s: a transaction pooler is there: %s', (url, isTransactionPooler) => {
  expect(poolerOf(url).isTransactionPooler).toBe(isTransactionPooler);
});

it('what says so is not sent on, and all else is', () => {
  expect(poolerOf('postgres://u:p%40@h:6432/x?pgbouncer=true&sslmode=require').url).toBe(
    'postgres://u:p%40@h:6432/x?sslmode=require',
  );
  expect(poolerOf('postgres://u:p@h/x').url).toBe('postgres://u:p@h/x');
});
