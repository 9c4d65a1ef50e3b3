/**
 * What the dashboard shows: range, buckets, time zone and filters. All of it stands in the page's
 * address, so that a link shows the same.
 */
import type { Bucket, TriageName } from '../api/contract.ts';

export const presets = ['today', '7d', '30d', '90d', '12m'] as const;
export type Preset = (typeof presets)[number];

export const buckets: readonly Bucket[] = ['hour', 'day', 'week', 'month'];
export const triageNames: readonly TriageName[] = [
  'emergency',
  'urgent',
  'routine',
  'behavioral',
  'none',
];

/** Dates of the view's time zone, `YYYY-MM-DD`; `to` is the first day left out. */
export interface CustomRange {
  from: string;
  to: string;
}

/** `bucket` null leaves the choice to the server, which goes by the length of the range. */
export interface View {
  range: Preset | CustomRange;
  bucket: Bucket | null;
  timezone: string;
  model: { provider: string; model: string } | null;
  triage: TriageName | null;
}

/** Reads a view out of a query string. What can't be understood is as if it were not there. */
export function parseView(query: string, browserZone: string): View {
  const asked = new URLSearchParams(query);
  const [provider, model] = [asked.get('provider'), asked.get('model')];
  return {
    range: parseRange(asked),
    bucket: oneOf(buckets, asked.get('bucket')),
    timezone: parseZone(asked.get('timezone')) ?? browserZone,
    model: provider && model ? { provider, model } : null,
    triage: oneOf(triageNames, asked.get('triage')),
  };
}

/** Writes a view as the query string that `parseView` reads, `?` included. */
export function writeView({ range, bucket, timezone, model, triage }: View): string {
  const query = new URLSearchParams(
    typeof range === 'string' ? { range } : { from: range.from, to: range.to },
  );
  if (bucket !== null) query.set('bucket', bucket);
  query.set('timezone', timezone);
  if (model !== null) {
    query.set('provider', model.provider);
    query.set('model', model.model);
  }
  if (triage !== null) query.set('triage', triage);
  return `?${query.toString().replaceAll('%2F', '/')}`;
}

function parseRange(asked: URLSearchParams): View['range'] {
  const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
  if (isDate(from) && isDate(to) && from < to) return { from, to };
  return oneOf(presets, asked.get('range')) ?? '7d';
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function parseZone(name: string | null): string | null {
  if (name === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

function oneOf<T extends string>(choices: readonly T[], text: string | null): T | null {
  return choices.find((choice) => choice === text) ?? null;
}
