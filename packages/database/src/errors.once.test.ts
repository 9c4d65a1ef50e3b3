import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sqlErrors } from './connection/sql-errors.ts';
import { errorDescriptions } from './describe-errors.ts';
import { CatbError } from './errors.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The members of a union, as its source has them. */
function codesIn(path: string, type: string): string[] {
  const source = read(path).replace(/\/\/.*$/gm, '');
  const union = new RegExp(`type ${type} =([^;]+);`).exec(source)?.[1] ?? '';
  return [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code!);
}

describe('every code', () => {
  const page = read('../../../docs/reference/errors.md');
  const sections = [...page.matchAll(/^### (\w+)$/gm)].map(([, code]) => code!);

  it.each([
    ['./errors.ts', 'CatbErrorCode', 50],
    ['../../server/src/http/api-error.ts', 'HttpErrorCode', 10],
    ['../../engineer/src/errors.ts', 'EngineerErrorCode', 10],
  ])('of %s has its section in the reference', (path, type, atLeast) => {
    const codes = codesIn(path, type);
    expect(codes.length).toBeGreaterThan(atLeast);
    expect(codes.filter((code) => !sections.includes(code))).toEqual([]);
  });

  it('has one section, and no section is about a code that is not there', () => {
    const codes = [
      ...codesIn('./errors.ts', 'CatbErrorCode'),
      ...codesIn('../../server/src/http/api-error.ts', 'HttpErrorCode'),
      ...codesIn('../../engineer/src/errors.ts', 'EngineerErrorCode'),
      ...codesIn('../../operations/src/errors.ts', 'OperationsErrorCode'),
    ];
    expect([...sections].sort()).toEqual([...codes].sort());
  });

  it('is described in SQL or here, and in one place only', () => {
    const inSql = Object.values(sqlErrors).map(({ code }) => code as string);
    const here = Object.keys(errorDescriptions);
    expect([...inSql, ...here].sort()).toEqual(codesIn('./errors.ts', 'CatbErrorCode').sort());
  });
});

it('an error keeps its cause, and is no more than its fields', () => {
  const cause = new Error('why');
  const error = new CatbError({ code: 'database_busy', message: 'What.', hint: 'Do.', cause });
  expect(error).toMatchObject({ name: 'CatbError', code: 'database_busy', hint: 'Do.', cause });
  expect(error.details).toBeUndefined();
});
