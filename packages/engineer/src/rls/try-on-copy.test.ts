import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessMatrix } from './access-matrix.ts';
import { findLeaks } from './judge/find-leaks.ts';
import { cellOf, tryFixtures } from './testing/try-fixtures.ts';

let matrix: AccessMatrix;
/** `rule object` of each finding. */
let found: string[];
beforeAll(async () => {
  matrix = (await tryFixtures(['base', 'leaks', 'look-alikes'])).matrix;
  found = findLeaks(matrix).map(({ rule, object }) => `${rule} ${object}`);
});

describe('planted leaks', () => {
  it.each([
    ['a verb whose policy is too wide', 'stranger-writes-row public.one_verb_open'],
    ['using (true)', 'stranger-reaches-row public.using_true'],
    ['policies that are off', 'stranger-reaches-row public.policies_off'],
    ['policies that are off, for writing', 'stranger-writes-row public.policies_off'],
    ['an update that gives the row away', 'row-changes-owner public.gives_away'],
    ['an insert for another', 'stranger-writes-row public.inserts_for_others'],
    ['rows shown so that returning works', 'stranger-reaches-row public.returns_rows'],
    ['an upsert over another’s row', 'stranger-writes-row public.upserts'],
    ['an update that takes rows over', 'row-changes-owner public.upserts'],
    ['a row below another’s parent', 'row-joins-strangers-parent public.chat_messages'],
    ['a view with its owner’s rights', 'stranger-reaches-row public.chats_of_all'],
    ['a materialized view', 'stranger-reaches-row public.chat_counts'],
    ['a partition reached directly', 'stranger-reaches-row public.events_all'],
    ['a definer function that reads', 'function-reaches-stranger-row public.chat_title(uuid)'],
    [
      'a definer function that writes',
      'function-reaches-stranger-row public.rename_chat(uuid,text)',
    ],
    [
      'a definer function that adds a row for another',
      'function-reaches-stranger-row public.notify(uuid,text)',
    ],
    [
      'a procedure that adds a row below another’s',
      'function-reaches-stranger-row public.add_file(uuid,text)',
    ],
    [
      'a definer function that removes another’s rows',
      'function-reaches-stranger-row public.remove_notices(uuid)',
    ],
    ['a grant on some columns', 'stranger-reaches-row public.column_grant'],
    ['a check that nobody passes', 'stranger-reaches-row public.inverted'],
  ])('%s is found', (_what, finding) => {
    expect(found).toContain(finding);
  });

  it('nothing else is found, of the look-alikes neither', () => {
    const planted = [
      'one_verb_open', 'using_true', 'policies_off', 'gives_away', 'inserts_for_others',
      'returns_rows', 'upserts', 'chat_messages', 'chats_of_all', 'chat_counts', 'events_all',
      'chat_title', 'rename_chat', 'notify', 'add_file', 'remove_notices', 'column_grant', 'inverted',
    ]; // prettier-ignore
    expect(found.filter((one) => !planted.some((name) => one.includes(`.${name}`)))).toEqual([]);
  });

  it('each finding says who did what', () => {
    const leak = findLeaks(matrix).find(({ object }) => object === 'public.inverted');
    expect(leak?.detail).toBe(
      'Tried on a copy: anon as nobody selected 4 rows of others, copied out 4 rows of others.',
    );
  });
});

describe('acting as the owner', () => {
  it.each(['select', 'insert', 'update', 'upsert', 'delete'] as const)(
    'one’s own notes are within reach of %s, and nobody else’s',
    (verb) => {
      const cell = cellOf(matrix, 'public.notes', 'authenticated', 'owner', verb);
      expect([cell.outcome, cell.others]).toEqual(['own', 0]);
    },
  );

  it('documents are reached through the membership table', () => {
    const cell = cellOf(matrix, 'public.documents', 'authenticated', 'owner', 'update');
    expect(cell).toMatchObject({ outcome: 'own', own: 2, others: 0 });
  });

  it('a view with the reader’s rights shows one’s own rows', () => {
    const cell = cellOf(matrix, 'public.note_list', 'authenticated', 'owner', 'select');
    expect(cell).toMatchObject({ outcome: 'own', own: 2, others: 0 });
  });
});

describe('calling as the owner', () => {
  it('what a function adds counts for whom it is added', () => {
    const call = (object: string) => cellOf(matrix, object, 'authenticated', 'owner', 'call');
    expect(call('public.notify(uuid,text)')).toMatchObject({ own: 1, others: 1 });
    expect(call('public.add_note(uuid,text)')).toMatchObject({ own: 1, others: 0 });
    expect(call('public.copy_note(uuid)')).toMatchObject({ own: 1, others: 0 });
    expect(call('public.count_view(uuid)')).toMatchObject({ own: 0, others: 0 });
  });
});

describe('acting as nobody', () => {
  it('a missing grant and a policy’s refusal are told apart', () => {
    expect(cellOf(matrix, 'public.notes', 'anon', 'nobody', 'select')).toMatchObject({
      outcome: 'error',
      refusal: 'permission',
      sqlstate: '42501',
    });
    expect(cellOf(matrix, 'public.notes', 'authenticated', 'nobody', 'insert')).toMatchObject({
      outcome: 'error',
      refusal: 'policy',
      sqlstate: '42501',
    });
    expect(cellOf(matrix, 'public.notes', 'authenticated', 'nobody', 'select').outcome).toBe(
      'none',
    );
  });
});
