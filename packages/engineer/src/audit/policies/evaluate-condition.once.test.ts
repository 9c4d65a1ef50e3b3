import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAlwaysTrue, type Value } from './evaluate-condition.ts';
import { parseCondition } from './parse-condition.ts';

beforeAll(() => loadModule());

/** Whether a condition is true whatever the row holds, when `uid()` gives this. */
function isTrue(text: string, uid: Value | null): boolean {
  return isAlwaysTrue(parseCondition(text, 'a test'), {
    required: ['owner'],
    call: (name) => (name === 'uid' ? uid : null),
  });
}

const nobody: Value = { kind: 'null' };
const somebody: Value = { kind: 'any', shape: 'somebody', canBeNull: false };

describe('true, whoever asks', () => {
  test.each([
    'true',
    '1 = 1',
    "'a' = 'a'",
    'not false',
    'true or owner = uid()',
    'owner = owner',
    'owner is not null',
    'coalesce(null, true)',
    "'t'::boolean",
    'case when true then true end',
    '(select true)',
    "'x' = any (array['y', 'x'])",
    'uid() = uid()',
    'null is null',
  ])('%s', (text) => expect(isTrue(text, null)).toBe(true));
});

describe('not true, as far as one can know', () => {
  test.each([
    'false',
    'null',
    'owner = uid()',
    'reader is not null',
    'true and owner = uid()',
    'exists (select from t)',
    '(select is_open from t)',
    'coalesce(flag, true)',
    'case when flag then true else false end',
    '1 = 2',
    "'true' = 'false'",
    "'t'::text = 'true'::text",
    'nullif(true, true)',
    'random() < 2',
  ])('%s', (text) => expect(isTrue(text, null)).toBe(false));
});

describe('true when nobody is signed in', () => {
  test.each([
    'uid() is null',
    'uid() is null or uid() = owner',
    'not (uid() is not null)',
    'coalesce(uid() = owner, true)',
    'coalesce(uid(), owner) = owner',
    '(uid() = owner) is not false',
    '(uid() = owner) is unknown',
    'uid() is distinct from owner',
    'uid() is not distinct from null',
    'case when uid() is null then true else uid() = owner end',
    'coalesce((select uid()), owner) = owner',
  ])('%s', (text) => {
    expect(isTrue(text, nobody)).toBe(true);
    expect(isTrue(text, somebody)).toBe(false);
  });
});

describe('not true when nobody is signed in', () => {
  test.each([
    'uid() = owner',
    'uid() <> owner',
    'not (uid() = owner)',
    'coalesce(uid() = owner, false)',
    '(uid() = owner) is true',
    'reader is null or uid() = reader',
    'uid() is distinct from reader',
    'uid() in (owner, reader)',
    "uid() = any (array['a'])",
  ])('%s', (text) => expect(isTrue(text, nobody)).toBe(false));
});

describe('true when anybody is signed in', () => {
  test.each(['uid() is not null', 'not (uid() is null)', '(uid() is null) is false'])(
    '%s',
    (text) => {
      expect(isTrue(text, somebody)).toBe(true);
      expect(isTrue(text, nobody)).toBe(false);
    },
  );
});
