/** What is looked at: range, time zone, buckets, filters. */
import { useStore } from '../../stores/create-store.ts';
import type { Bucket } from '../api/contract.ts';
import { HOURS_UP_TO_DAYS, lengthInDays } from '../state/date-range.ts';
import { changeView, viewStore } from '../state/view-store.ts';
import { buckets } from '../state/view.ts';
import { FilterChips } from './filter-chips.tsx';
import { RangePicker } from './range-picker.tsx';
import { ZonePicker } from './zone-picker.tsx';

const labels: Record<Bucket, string> = {
  hour: 'By the hour',
  day: 'By day',
  week: 'By week',
  month: 'By month',
};

/** Whatever is chosen here stands in the page's address. */
export function Toolbar() {
  const view = useStore(viewStore);
  const days = lengthInDays(view, new Date());
  return (
    <nav className="toolbar" aria-label="What is looked at">
      <RangePicker view={view} />
      <label className="select">
        <span className="hidden">Buckets</span>
        <select
          value={view.bucket ?? 'auto'}
          onChange={({ target }) =>
            changeView({ bucket: buckets.find((bucket) => bucket === target.value) ?? null })
          }
        >
          <option value="auto">Automatic</option>
          {buckets.map((bucket) => (
            <option
              key={bucket}
              value={bucket}
              disabled={bucket === 'hour' && days > HOURS_UP_TO_DAYS}
            >
              {labels[bucket]}
            </option>
          ))}
        </select>
      </label>
      <ZonePicker timezone={view.timezone} />
      <FilterChips view={view} />
    </nav>
  );
}
