import { expect, test } from 'vitest';
import { nextSentences } from './next-sentences.ts';

test('a sentence is spoken once it is whole', () => {
  expect(nextSentences('Call a vet. Keep him wa', 0)).toEqual({ spoken: 'Call a vet.', to: 12 });
  expect(nextSentences('Call a vet. Keep him warm. ', 12)).toEqual({
    spoken: 'Keep him warm.',
    to: 27,
  });
});

test('half a sentence and a number with a point are not spoken yet', () => {
  expect(nextSentences('He weighs 4.2 kg', 0)).toEqual({ spoken: '', to: 0 });
});

test('a line of a list is spoken at its end, without its stars', () => {
  expect(nextSentences('- **water**\n- food', 0).spoken).toBe('- water');
});
