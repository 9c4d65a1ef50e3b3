import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { formatFindings, type FormatOptions } from './format-findings.ts';

const warning: Finding = {
  rule: 'no-primary-key',
  level: 'warning',
  object: 'public.log',
  message: 'public.log has no primary key.',
  detail: 'Two equal rows can not be told apart.',
  hint: 'Add one.',
  location: null,
};
const error: Finding = { ...warning, rule: 'rls-disabled', level: 'error', object: 'public.a' };
const plain: FormatOptions = { color: false, showAccepted: false, titleOf: () => null };

describe('findings for people', () => {
  test('the gravest come first, each with its object, its hint and its page', () => {
    const text = formatFindings({ open: [warning, error], accepted: [] }, plain);
    expect(text.indexOf('rls-disabled')).toBeLessThan(text.indexOf('no-primary-key'));
    for (const part of ['public.log', 'has no primary key', 'told apart', '→ Add one.']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('docs/reference/rules/no-primary-key.md');
    expect(text.split('\n').at(-1)).toBe('1 error, 1 warning.');
  });

  test('what several findings have in common is said once, below them', () => {
    const text = formatFindings(
      { open: [warning, { ...warning, object: 'b' }], accepted: [] },
      plain,
    );
    expect(text.split('→ Add one.')).toHaveLength(2);
    expect(text.split('told apart')).toHaveLength(2);
    expect(text.indexOf('→')).toBeGreaterThan(text.indexOf('● b'));
  });

  test('what is accepted is counted, and shown with its reason where that is wanted', () => {
    const judged = { open: [], accepted: [{ finding: warning, reason: 'it is append only' }] };
    expect(formatFindings(judged, plain)).toBe(
      'Nothing found; 1 accepted (--accepted shows them).',
    );
    const shown = formatFindings(judged, { ...plain, showAccepted: true });
    expect(shown).toContain('public.log');
    expect(shown).toContain('it is append only');
  });

  test('a place in a file stands before the object, and without either the message leads', () => {
    const location = { file: 'a.sql', line: 3, column: 7 };
    const text = formatFindings({ open: [{ ...warning, location }], accepted: [] }, plain);
    expect(text).toContain('● a.sql:3:7  public.log');
    const nowhere = formatFindings({ open: [{ ...warning, object: null }], accepted: [] }, plain);
    expect(nowhere).toContain('● public.log has no primary key.');
  });

  test('colours are only put in where they are wanted', () => {
    const judged = { open: [error], accepted: [] };
    const escape = String.fromCharCode(27);
    expect(formatFindings(judged, plain)).not.toContain(escape);
  });
});
