import { countTokens } from '@catb/database';
import { expect, test } from 'vitest';
import { apology, type ModelErrorCode, type PromptCategory } from './index.ts';

const codes: ModelErrorCode[] = [
  'MODEL_RATE_LIMITED',
  'MODEL_UNAVAILABLE',
  'MODEL_TIMEOUT',
  'MODEL_MALFORMED',
  'MODEL_REFUSED',
  'MODEL_ABORTED',
  'MODEL_MISCONFIGURED',
  'MODEL_REJECTED',
];
const categories: PromptCategory[] = ['emergency', 'urgent', 'routine', 'behavioral'];

test.each(codes)('%s has an apology that is short and says that nothing is lost', (code) => {
  for (const category of categories) {
    const text = apology({ code, category, hasPartial: true, retryAfterMs: 600_000 });
    expect(text).toContain('Your message is saved.');
    expect(text).toMatch(/call (a|your) vet/);
    expect(countTokens(text)).toBeLessThan(90);
  }
});

test('limits, timeouts and outages are told apart', () => {
  const texts = ['MODEL_RATE_LIMITED', 'MODEL_TIMEOUT', 'MODEL_UNAVAILABLE'] as const;
  expect(new Set(texts.map((code) => apology({ code }))).size).toBe(3);
});

test('in an emergency nobody is told only to wait', () => {
  const text = apology({ code: 'MODEL_TIMEOUT', category: 'emergency' });
  expect(text).toContain('Do not wait for me: call a vet or an emergency animal hospital now.');
});

test('a long wait is told in minutes', () => {
  expect(apology({ code: 'MODEL_RATE_LIMITED', retryAfterMs: 600_000 })).toContain('10 minutes');
  expect(apology({ code: 'MODEL_RATE_LIMITED', retryAfterMs: 5000 })).toContain('a minute or two');
});
