/** A figure beside the one of the period before, in words: nothing hangs on a colour or an arrow. */

/** Which way is good; `neither` for what is only more or less. */
export type Wish = 'more' | 'less' | 'neither';

/** What to show: `sign` is the arrow's direction, `tone` whether that is welcome. */
export interface Change {
  sign: 'up' | 'down' | 'same' | 'new';
  text: string;
  tone: 'good' | 'bad' | 'plain';
}

/**
 * Compares two amounts.
 *
 * @param words - What more and less are called: `['more', 'less']` unless given.
 */
export function describeChange(
  current: number,
  previous: number,
  wish: Wish,
  words: readonly [more: string, less: string] = ['more', 'less'],
): Change {
  if (current === previous) return { sign: 'same', text: 'same as before', tone: 'plain' };
  const isMore = current > previous;
  const tone = toneOf(isMore, wish);
  if (previous === 0) return { sign: 'new', text: 'none before', tone };
  const times = current / previous;
  const percent = 100 * Math.abs(times - 1);
  const word = words[isMore ? 0 : 1];
  const amount =
    times >= 10 ? `${Math.round(times)} times` : `${percent < 1 ? '<1' : Math.round(percent)}%`;
  const text = times >= 10 ? `${amount} as much` : `${amount} ${word}`;
  return { sign: isMore ? 'up' : 'down', text, tone };
}

/** Compares two shares of a whole, in percentage points. A share of nothing can't be compared. */
export function describeShareChange(
  current: number | null,
  previous: number | null,
  wish: Wish,
): Change | null {
  if (current === null || previous === null) return null;
  const points = Math.round(1000 * (current - previous)) / 10;
  if (points === 0) return { sign: 'same', text: 'same as before', tone: 'plain' };
  const size = Math.abs(points);
  return {
    sign: points > 0 ? 'up' : 'down',
    text: `${size} ${size === 1 ? 'point' : 'points'} ${points > 0 ? 'higher' : 'lower'}`,
    tone: toneOf(points > 0, wish),
  };
}

function toneOf(isMore: boolean, wish: Wish): Change['tone'] {
  if (wish === 'neither') return 'plain';
  return isMore === (wish === 'more') ? 'good' : 'bad';
}
