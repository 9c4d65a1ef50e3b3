/** The calls that took longest. */
import type { SlowCall } from '../api/contract.ts';
import { formatMs } from '../format/format-duration.ts';
import { formatMoment } from '../format/format-time.ts';
import { AnalyticsCard } from './analytics-card.tsx';

/** They name no session and no word that was said. */
export function SlowCard() {
  return (
    <AnalyticsCard
      name="latency"
      title="Slowest calls"
      hasTable={false}
      csv={({ slowest }) =>
        slowest.map(
          ({ at, provider, model, latencyMs, firstTokenMs, outputTokens, finishReason }) => ({
            at,
            provider,
            model,
            latencyMs,
            firstTokenMs,
            outputTokens,
            finishReason,
          }),
        )
      }
      isEmpty={({ slowest }) => slowest.length === 0}
    >
      {({ slowest, timezone }) => <SlowTable calls={slowest} timezone={timezone} />}
    </AnalyticsCard>
  );
}

function SlowTable({ calls, timezone }: { calls: readonly SlowCall[]; timezone: string }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="Table of slow calls">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Model</th>
            <th scope="col" className="figure">
              Took
            </th>
            <th scope="col" className="figure">
              First words
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call, index) => (
            <tr key={`${call.at} ${index}`}>
              <th scope="row">{formatMoment(call.at, timezone)}</th>
              <td className="model">{call.model}</td>
              <td className="figure">{formatMs(call.latencyMs)}</td>
              <td className="figure">{formatMs(call.firstTokenMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
