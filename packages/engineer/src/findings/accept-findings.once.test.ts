import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { acceptFindings, readAcceptedFindings } from './accept-findings.ts';
import type { Finding } from './finding.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'catb-accepted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const found = (rule: string, object: string | null): Finding => ({
  rule,
  level: 'warning',
  object,
  message: 'm',
  detail: null,
  hint: null,
  location: null,
});
const reason = 'it is meant to be so';

describe('accepting', () => {
  test('a finding of the same rule on the same object is accepted, with its reason', () => {
    const finding = found('no-primary-key', 'public.log');
    const judged = acceptFindings(
      [finding, found('no-primary-key', 'public.other')],
      [{ rule: 'no-primary-key', object: 'public.log', reason }],
    );
    expect(judged.accepted).toEqual([{ finding, reason }]);
    expect(judged.open).toEqual([found('no-primary-key', 'public.other')]);
  });

  test('an acceptance that nothing needs is an error', () => {
    const { open } = acceptFindings([], [{ rule: 'no-primary-key', object: 'public.log', reason }]);
    expect(open).toMatchObject([
      { rule: 'accepted-finding-stale', level: 'error', object: 'public.log' },
    ]);
    expect(open[0]?.detail).toContain(reason);
  });

  test('an acceptance of a rule that did not run is left alone', () => {
    const judged = acceptFindings([], [{ rule: 'drop-table', object: 'public.log', reason }], {
      isExamined: ({ rule }) => rule !== 'drop-table',
    });
    expect(judged).toEqual({ open: [], accepted: [] });
  });

  test('a finding on no object is accepted by null', () => {
    const judged = acceptFindings(
      [found('all-statements-logged', null)],
      [{ rule: 'all-statements-logged', object: null, reason }],
    );
    expect(judged.open).toEqual([]);
  });
});

describe('the file', () => {
  const write = (text: string) => {
    const file = path.join(folder, 'accepted.json');
    writeFileSync(file, text);
    return file;
  };

  test('is read', async () => {
    const entries = [{ rule: 'a', object: 'b', reason }];
    expect(await readAcceptedFindings(write(JSON.stringify(entries)))).toEqual(entries);
  });

  test.each([
    ['{', 'JSON'],
    ['[{"rule":"a","object":"b","reason":"   short    "}]', 'reason'],
    ['[{"rule":"a","object":"b"}]', 'reason'],
    ['[{"rule":"a","object":"b","reason":"long enough it is","level":"info"}]', 'level'],
  ])('%s is refused, and what is wrong is said', async (text, said) => {
    const refused = readAcceptedFindings(write(text));
    await expect(refused).rejects.toMatchObject({ code: 'ACCEPTED_FINDINGS_UNREADABLE' });
    await expect(refused).rejects.toHaveProperty('details', expect.stringContaining(said));
  });

  test('is an error when it is missing', async () => {
    await expect(readAcceptedFindings(path.join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'ACCEPTED_FINDINGS_UNREADABLE',
    });
  });
});
