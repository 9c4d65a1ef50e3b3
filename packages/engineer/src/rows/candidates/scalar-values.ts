/** In charge of values for a type that is made of no other: as its name and its modifiers ask for. */
import { constant, valuesByType, type ScalarValues } from './values-by-type.ts';

/** For types that nobody thought of: what is a value of many. */
const anything = constant(
  ['1', 'a', 'text', '(1,2)', '[1,2]', '{1,2}', '1.2.3', '978-0-393-04002-9', '2024-01-01', ''],
  (n) => String(n + 1),
);

/** A number of bits, from 0 and 1 alone, of the length that the type prints. */
function bits(type: string): ScalarValues {
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? 1);
  return {
    fresh: (n) => n.toString(2).padStart(length, '0').slice(-length),
    typical: ['1'.repeat(length)],
    low: ['0'.repeat(length)],
    high: ['10'.repeat(length).slice(0, length)],
  };
}

/** The edges of `numeric(precision, scale)`. */
function numeric(type: string): ScalarValues {
  const values = valuesByType['numeric'] as ScalarValues;
  const [, precision, scale] = /\((\d+),(-?\d+)\)/.exec(type) ?? [];
  if (precision === undefined || scale === undefined) return values;
  const [before, behind] = [Number(precision) - Number(scale), Math.max(0, Number(scale))];
  const most = '9'.repeat(Math.max(0, before)) || '0';
  const edge = behind > 0 ? `${most}.${'9'.repeat(Math.min(behind, Number(precision)))}` : most;
  const least = behind > 0 ? [`0.${'0'.repeat(behind - 1)}1`] : [];
  return { ...values, low: [`-${edge}`, ...least, ...values.low], high: [edge, ...values.high] };
}

/**
 * Values of a type that is no enum, array, range, composite type or domain.
 *
 * @param name as in the catalog, such as `int4`
 * @param type as PostgreSQL prints it, with modifiers
 */
export function scalarValues(name: string, type: string): ScalarValues {
  if (name === 'bit' || name === 'varbit') return bits(type);
  if (name === 'numeric') return numeric(type);
  const values = valuesByType[name] ?? anything;
  const limit = Number(/^character[^(]*\((\d+)\)/.exec(type)?.[1] ?? 0);
  // The longest that fits is an edge of its own.
  return limit > 0 ? { ...values, high: ['x'.repeat(limit), ...values.high] } : values;
}
