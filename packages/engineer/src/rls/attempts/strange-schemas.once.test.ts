import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessMatrix } from '../access-matrix.ts';
import { findLeaks } from '../judge/find-leaks.ts';
import { cellOf, tryFixtures } from '../testing/try-fixtures.ts';

let matrix: AccessMatrix;
beforeAll(async () => {
  const options = { roles: ['authenticated'], timeoutMs: 150 };
  matrix = (await tryFixtures(['base', 'strange'], options)).matrix;
});

const cell = (object: string, verb: 'select' | 'call' | 'insert') =>
  cellOf(matrix, object, 'authenticated', 'owner', verb);

describe('what goes wrong while it is tried', () => {
  it.each([
    ['a policy that asks its own table', 'public.recursive', 'select', '42P17', /recursion/],
    ['a policy that raises', 'public.raising', 'select', 'P0001', /Tuesday/],
    ['a function without an end', 'public.for_ever()', 'call', '57014', /timeout/],
    ['a function that sleeps', 'public.sleeps()', 'call', '57014', /timeout/],
    [
      'a function that lets nobody cancel it',
      'public.will_not_be_cancelled()',
      'call',
      '57P01',
      /terminating/,
    ],
  ] as const)('%s is an error that says so', (_what, object, verb, sqlstate, message) => {
    expect(cell(object, verb)).toMatchObject({ outcome: 'error', refusal: 'failure', sqlstate });
    expect(cell(object, verb).message).toMatch(message);
  });

  it('a function that calls another server is not called, and that is said', () => {
    expect(matrix.untried).toContainEqual({
      object: 'public.calls_out()',
      reason: 'it was not called: dblink_exec reaches beyond the database',
    });
  });

  it('a function that becomes another role becomes nobody who may more', () => {
    expect(cell('public.becomes_another()', 'call')).toMatchObject({ own: 0, others: 0 });
  });

  it('what a function leaves behind is taken back, and is no leak', () => {
    expect(cell('public.leaves_traces()', 'call')).toMatchObject({ own: 0, others: 0 });
    expect(findLeaks(matrix).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('strange names', () => {
  it('with quotes, spaces, a picture and 63 letters are tried like any other', () => {
    const object = `"a ""strange"" schema"."täble 🐈 'quoted'"`;
    expect(cell(object, 'select')).toMatchObject({ outcome: 'own', others: 0 });
    expect(cell(object, 'insert')).toMatchObject({ outcome: 'own', others: 0 });
  });
});
