/** The range: a preset, or two days of one's own. */
import { useState } from 'react';
import {
  addDays,
  dayIn,
  lengthInDays,
  resolveRange,
  HOURS_UP_TO_DAYS,
} from '../state/date-range.ts';
import { changeView } from '../state/view-store.ts';
import { presets, type Preset, type View } from '../state/view.ts';

const labels: Record<Preset, string> = {
  today: 'Today',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
  '12m': '12 months',
};

/** The two days of a custom range are both in it. */
export function RangePicker({ view }: { view: View }) {
  const { range } = view;
  const isCustom = typeof range !== 'string';
  const [isOpen, setIsOpen] = useState(isCustom);
  return (
    <>
      <div className="segments" role="group" aria-label="Range">
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={preset === range && !isOpen}
            onClick={() => {
              setIsOpen(false);
              choose(view, preset);
            }}
          >
            {labels[preset]}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={isOpen || isCustom}
          aria-expanded={isOpen || isCustom}
          onClick={() => setIsOpen(true)}
        >
          Custom
        </button>
      </div>
      {(isOpen || isCustom) && <DayFields view={view} />}
    </>
  );
}

function DayFields({ view }: { view: View }) {
  const today = dayIn(view.timezone, new Date());
  const { from, to } = resolveRange(view, new Date());
  const last = to === null ? today : addDays(to, -1);
  const change = (first: string, final: string) => {
    if (first === '' || final === '') return;
    // Days that are the wrong way round are meant as one day.
    const [start, end] = first <= final ? [first, final] : [final, final];
    choose(view, { from: start, to: addDays(end, 1) });
  };
  return (
    <div className="days">
      <label>
        <span>From</span>
        <input
          type="date"
          value={from}
          max={today}
          onChange={({ target }) => change(target.value, last)}
        />
      </label>
      <label>
        <span>to</span>
        <input
          type="date"
          value={last}
          min={from}
          max={today}
          onChange={({ target }) => change(from, target.value)}
        />
      </label>
    </div>
  );
}

/** Hours that fitted the range before may be too many for the new one. */
function choose(view: View, range: View['range']): void {
  const tooLong = lengthInDays({ ...view, range }, new Date()) > HOURS_UP_TO_DAYS;
  changeView({ range, ...(tooLong && view.bucket === 'hour' ? { bucket: null } : {}) });
}
