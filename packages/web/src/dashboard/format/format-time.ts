/** Moments and buckets, in the time zone of the view. */
import type { Bucket, Span } from '../api/contract.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter is dear to make and is asked for at every tick. */
function formatIn(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timezone + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...options });
  formats.set(key, made);
  return made;
}

/** `12 Nov 2026, 14:05`. */
export function formatMoment(iso: string, timezone: string): string {
  return formatIn(timezone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
}

/** `12 Nov 2026`, of a calendar day that has no zone of its own. */
export function formatDay(day: string): string {
  return formatIn('UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(day));
}

/** The short name of a bucket under an axis: `14:00`, `12 Nov`, `Nov`; the year with January. */
export function formatTick({ start }: Span, bucket: Bucket, timezone: string): string {
  const moment = new Date(start);
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    formatIn(timezone, options).format(moment);
  if (bucket === 'hour') {
    const time = inZone({ hour: '2-digit', minute: '2-digit' });
    return time === '00:00' ? inZone({ day: 'numeric', month: 'short' }) : time;
  }
  if (bucket !== 'month') return inZone({ day: 'numeric', month: 'short' });
  return inZone({ month: 'numeric' }) === '1'
    ? inZone({ year: 'numeric' })
    : inZone({ month: 'short' });
}

/** The whole name of a bucket: `Thursday 12 Nov 2026`, `Week of 9 Nov 2026`, `12 Nov 2026, 14:00–15:00`. */
export function formatSpan({ start, end }: Span, bucket: Bucket, timezone: string): string {
  const moment = new Date(start);
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (bucket === 'hour') {
    const time = formatIn(timezone, { hour: '2-digit', minute: '2-digit' });
    return `${formatIn(timezone, day).format(moment)}, ${time.format(moment)}–${time.format(new Date(end))}`;
  }
  if (bucket === 'day') return formatIn(timezone, { weekday: 'short', ...day }).format(moment);
  if (bucket === 'week') return `Week from ${formatIn(timezone, day).format(moment)}`;
  return formatIn(timezone, { month: 'long', year: 'numeric' }).format(moment);
}

/** From the first moment to the last: `18 Nov 2026, 00:00 to 25 Nov 2026, 14:15`. */
export function formatRange(from: string, to: string, timezone: string): string {
  return `${formatMoment(from, timezone)} to ${formatMoment(to, timezone)}`;
}
