/** In charge of finding times ("48 hours", "since Tuesday") and counts ("5 times") in a message. */
import type { Word } from './read-text.ts';

/** A time or a count, with the words it was read from. */
export interface Measure {
  /** Index of its first and last word. */
  start: number;
  end: number;
  /** How long at least, in minutes. */
  minutes?: number;
  /** How often at least. */
  times?: number;
  /** Said as "… ago". */
  ago: boolean;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes in each unit, by each of its usual spellings. */
export const MINUTES_PER_UNIT: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 'min mins minute minutes'],
      [HOUR, 'h hr hrs hour hours'],
      [DAY, 'd day days night nights'],
      [7 * DAY, 'week weeks wk wks'],
      [30 * DAY, 'month months'],
      [365 * DAY, 'year years yr yrs'],
    ] as const
  ).flatMap(([minutes, names]) =>
    names.split(' ').map((name): [string, number] => [name, minutes]),
  ),
);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  `a:1 an:1 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12
   fifteen:15 sixteen:16 eighteen:18 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 half:0.5 couple:2
   few:3 several:3 many:4 multiple:3 dozen:12 another:1 full:1 whole:1`
    .split(/\s+/)
    .map((pair) => pair.split(':'))
    .map(([word = '', value]): [string, number] => [word, Number(value)]),
);

/** "Since Tuesday" can't be dated here, so a weekday counts as two days: in doubt, raise. */
const SINCE: ReadonlyMap<string, number> = new Map([
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'weekend'].map(
    (day): [string, number] => [day, 2 * DAY],
  ),
  ['mon', 2 * DAY],
  ['tues', 2 * DAY],
  ['wed', 2 * DAY],
  ['thurs', 2 * DAY],
  ['fri', 2 * DAY],
  ['yesterday', DAY],
  ['week', 7 * DAY],
  ['month', 30 * DAY],
  ['night', 12 * HOUR],
  ['evening', 12 * HOUR],
  ['morning', 6 * HOUR],
]);

const ORDINALS = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const BETWEEN = new Set([
  'of',
  'full',
  'whole',
  'solid',
  'entire',
  'straight',
  'more',
  'good',
  'a',
  'an',
]);

/** The number that a word says, in digits or letters. */
export function readNumber(word: string): number | undefined {
  return /^\d/.test(word) ? Number(word) : NUMBERS.get(word);
}

/** Finds every time and count. */
export function findMeasures(words: readonly Word[]): Measure[] {
  const found: Measure[] = [];
  const textAt = (index: number) => words[index]?.text ?? '';
  for (let index = 0; index < words.length; index += 1) {
    const text = textAt(index);
    const unit = MINUTES_PER_UNIT.get(text);
    if (unit !== undefined) {
      const { amount, start } = amountBefore(textAt, index);
      const ago = textAt(index + 1) === 'ago' || textAt(index + 1) === 'back';
      if (amount !== undefined) {
        found.push({ start, end: ago ? index + 1 : index, minutes: amount * unit, ago });
      }
    } else if (text === 'times' || text === 'x' || text === 'time') {
      const { amount, start } = amountBefore(textAt, index);
      if (amount !== undefined) found.push({ start, end: index, times: amount, ago: false });
    } else if (text === 'since') {
      const minutes = [1, 2, 3].map((step) => SINCE.get(textAt(index + step))).find(Boolean);
      if (minutes !== undefined) found.push({ start: index, end: index + 1, minutes, ago: false });
    } else if (text === 'yesterday' || text === 'overnight' || text === 'weekend') {
      const dayBefore = textAt(index - 1) === 'before' ? 2 : 1;
      const minutes =
        text === 'yesterday' ? dayBefore * DAY : text === 'weekend' ? 2 * DAY : 12 * HOUR;
      found.push({ start: index, end: index, minutes, ago: false });
    } else if (text === 'twice') {
      found.push({ start: index, end: index, times: 2, ago: false });
    }
  }
  return found;
}

/** The amount in front of a unit: "2", "a couple of", "2 or 3", "all" (half a day), or a bare plural. */
function amountBefore(textAt: (index: number) => string, unitAt: number) {
  let at = unitAt - 1;
  let filler = 0;
  while (filler < 2 && BETWEEN.has(textAt(at)) && readNumber(textAt(at - 1)) !== undefined) {
    at -= 1;
    filler += 1;
  }
  const text = textAt(at);
  const amount = readNumber(text);
  if (amount !== undefined) {
    const unitsOfTen = readNumber(textAt(at - 1));
    const spelled =
      amount < 10 && unitsOfTen !== undefined && unitsOfTen >= 20 && !/^\d/.test(text);
    return spelled ? { amount: amount + unitsOfTen, start: at - 1 } : { amount, start: at };
  }
  const ordinal = ORDINALS.indexOf(text);
  if (ordinal > 1) return { amount: ordinal - 1, start: at };
  if (text === 'all') return { amount: 0.5, start: at };
  if (/s$/.test(textAt(unitAt)) && textAt(unitAt).length > 3) return { amount: 2, start: unitAt };
  return { amount: undefined, start: unitAt };
}
