import { expect, test } from 'vitest';
import { describeChange, describeShareChange } from './describe-change.ts';

test('more and less are said in words, and whether that is welcome', () => {
  expect(describeChange(116, 100, 'more')).toEqual({ sign: 'up', text: '16% more', tone: 'good' });
  expect(describeChange(116, 100, 'less')).toEqual({ sign: 'up', text: '16% more', tone: 'bad' });
  expect(describeChange(50, 100, 'neither')).toEqual({
    sign: 'down',
    text: '50% less',
    tone: 'plain',
  });
  expect(describeChange(80, 100, 'less', ['slower', 'faster']).text).toBe('20% faster');
});

test('a change that is small is not called none, and a great one is counted in times', () => {
  expect(describeChange(1_001, 1_000, 'more').text).toBe('<1% more');
  expect(describeChange(1_200, 100, 'more').text).toBe('12 times as much');
});

test('after nothing there is no percentage', () => {
  expect(describeChange(4, 0, 'less')).toEqual({ sign: 'new', text: 'none before', tone: 'bad' });
  expect(describeChange(0, 0, 'less')).toEqual({
    sign: 'same',
    text: 'same as before',
    tone: 'plain',
  });
});

test('shares are compared in points, and a share of nothing not at all', () => {
  expect(describeShareChange(0.852, 0.84, 'more')?.text).toBe('1.2 points higher');
  expect(describeShareChange(0.85, 0.86, 'more')).toEqual({
    sign: 'down',
    text: '1 point lower',
    tone: 'bad',
  });
  expect(describeShareChange(0.85, null, 'more')).toBe(null);
});
