import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  canary,
  markup,
  startAnalyticsServer,
  type AnalyticsServer,
} from '../testing/start-analytics-server.ts';
import type { TestServer } from '../testing/start-test-server.ts';

const names = ['summary', 'usage', 'cost', 'latency', 'triage', 'feedback', 'retention', 'models'];

let server: TestServer;
let get: AnalyticsServer['get'];
let row: AnalyticsServer['row'];
beforeAll(async () => {
  ({ server, get, row } = await startAnalyticsServer());
});
afterAll(() => server.stop());

describe('as CSV', () => {
  test.each([
    ['summary', 3],
    ['usage?bucket=total', 2],
    ['cost?bucket=total', 5],
    ['latency?bucket=total', 2],
    ['triage?bucket=day', 9],
    ['feedback?bucket=total', 2],
    ['retention', 9],
    ['models', 5],
  ])('%s has the columns of the JSON', async (path, lines) => {
    const answer = await get(path, { accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename=catb-${path.split('?')[0]}.csv`,
    );
    const text = answer.body as string;
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(lines + 1);
    expect((await get(`${path}${path.includes('?') ? '&' : '?'}format=csv`)).body).toBe(text);
  });

  test('names of providers and models can not run in a spreadsheet', async () => {
    const { body } = await get('models?format=csv');
    expect(body).toContain(`\r\n"'=HYPERLINK(""http://x"",""y"")",${markup},`);
    expect(body).toContain(`,'@SUM(A1),`);
    expect(body).not.toMatch(/(^|,|")[=@]/m);
  });

  test('JSON is what comes to whoever takes anything', async () => {
    for (const accept of [
      '*/*',
      'application/json',
      'text/html',
      'text/csv;q=0.5, application/json',
    ])
      expect((await get('usage', { accept })).headers.get('content-type')).toMatch(/json/);
    expect((await get('usage?format=json', { accept: 'text/csv' })).body.buckets).toHaveLength(8);
  });
});

describe('what was said', () => {
  test('is in no answer of any endpoint, in any form', async () => {
    const stored = await row(
      `select count(*)::int as n from public.messages where content like '%${canary}%'`,
    );
    expect(stored?.['n']).toBeGreaterThan(8);
    for (const name of names)
      for (const format of ['json', 'csv'])
        for (const bucket of ['hour', 'month', 'total']) {
          const { status, body } = await get(`${name}?format=${format}&bucket=${bucket}`);
          expect([name, status]).toEqual([name, 200]);
          const text = JSON.stringify(body);
          expect(text.length).toBeGreaterThan(50);
          expect(text).not.toContain(canary);
          // Nor which sessions there are.
          expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
        }
  });

  test('and what is asked for is in no log', () => {
    const log = server.logLines.join('');
    expect(log).toContain('"path":"/analytics/cost"');
    for (const secret of [canary, 'the-key', 'provider=']) expect(log).not.toContain(secret);
  });
});

describe('the document', () => {
  /** Every key that is answered is described, and the other way round. */
  function keysMustMatch(value: unknown, schema: Record<string, never>, schemas: object): void {
    const { $ref, items, properties } = schema;
    if ($ref !== undefined) {
      const name = String($ref).split('/').at(-1) ?? '';
      keysMustMatch(value, (schemas as Record<string, never>)[name]!, schemas);
    } else if (Array.isArray(value)) {
      for (const one of value.slice(0, 3)) keysMustMatch(one, items!, schemas);
    } else if (properties !== undefined) {
      expect(Object.keys(value as object).sort()).toEqual(Object.keys(properties).sort());
      for (const [key, inner] of Object.entries(value as object))
        keysMustMatch(inner, properties[key], schemas);
    }
  }

  test.each(names)('describes all that /analytics/%s answers', async (name) => {
    const { body: document } = await server.request('GET', '/openapi.json');
    const operation = document.paths[`/analytics/${name}`].get;
    expect(operation.tags).toEqual(['Analytics']);
    expect(operation.security).toEqual([{ adminKey: [] }]);
    expect(Object.keys(operation.responses[200].content)).toEqual(['application/json', 'text/csv']);
    const { body } = await get(`${name}?bucket=total`);
    const { schema } = operation.responses[200].content['application/json'];
    keysMustMatch(body, schema, document.components.schemas);
  });
});
