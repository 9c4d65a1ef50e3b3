/** The time zone: where days begin. */
import { changeView } from '../state/view-store.ts';

const known = Intl.supportedValuesOf('timeZone');

/** UTC first, then every zone that the browser knows. */
export function ZonePicker({ timezone }: { timezone: string }) {
  const zones = [...new Set(['UTC', timezone, ...known])];
  return (
    <label className="select">
      <span className="hidden">Time zone</span>
      <select value={timezone} onChange={({ target }) => changeView({ timezone: target.value })}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}
