/** In charge of a text as an expression of a type, written short. */
import pg from 'pg';

/** Shorter ones are written out. */
const long = 100;
/** What begins a text, what is repeated in it, and what ends it. */
const repeating = /^(.{0,2}?)(.{1,8}?)\2{19,}(.{0,8})$/su;

/**
 * An expression of the type for a text. Edges are long, and a search names each of them many times:
 * one text that repeats itself, written out, made a search of 130 kB out of 20.
 */
export function castText(text: string | null, type: string): string {
  return `cast(${text === null ? 'null' : (shorten(text) ?? pg.escapeLiteral(text))} as ${type})`;
}

function shorten(text: string): string | undefined {
  const [, before = '', unit = '', after = ''] =
    text.length < long ? [] : (repeating.exec(text) ?? []);
  if (unit === '') return undefined;
  const times = (text.length - before.length - after.length) / unit.length;
  const repeated = `pg_catalog.repeat(${pg.escapeLiteral(unit)}, ${times})`;
  const parts = [before, after].map((part) => (part === '' ? '' : pg.escapeLiteral(part)));
  const [start = '', end = ''] = parts;
  return [start, repeated, end].filter((part) => part !== '').join(' operator(pg_catalog.||) ');
}
