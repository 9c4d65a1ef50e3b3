/** The calls that did not end as they should. */
import type { Failure } from '../api/contract.ts';
import { formatCount } from '../format/format-number.ts';
import { AnalyticsCard } from './analytics-card.tsx';

/** What providers and the server call the end of a call, in plain words. */
const endings: Record<string, string> = {
  length: 'cut at the limit',
  'content-filter': 'stopped by the provider’s filter',
  'tool-calls': 'asked for a tool',
  error: 'failed',
  aborted: 'the person left',
  superseded: 'a later attempt took over',
  unknown: 'the provider did not say',
};

/** Counted by model and by how they ended. */
export function FailuresCard() {
  return (
    <AnalyticsCard
      name="latency"
      title="Calls that did not end well"
      hasTable={false}
      csv={({ failures }) =>
        failures.map(({ provider, model, finishReason, calls }) => ({
          provider,
          model,
          finishReason,
          calls,
        }))
      }
      empty="Every call ended as it should."
      isEmpty={({ failures }) => failures.length === 0}
    >
      {({ failures }) => <FailureTable failures={failures} />}
    </AnalyticsCard>
  );
}

function FailureTable({ failures }: { failures: readonly Failure[] }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="Table of failures">
      <table>
        <thead>
          <tr>
            <th scope="col">How</th>
            <th scope="col">Model</th>
            <th scope="col" className="figure">
              Calls
            </th>
          </tr>
        </thead>
        <tbody>
          {failures.map(({ provider, model, finishReason, calls }) => (
            <tr key={JSON.stringify([provider, model, finishReason])}>
              <th scope="row">{describeEnding(finishReason)}</th>
              <td className="model">{model}</td>
              <td className="figure">{formatCount(calls)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A code of the server's, such as MODEL_OVERLOADED, says it already. */
function describeEnding(finishReason: string): string {
  return endings[finishReason] ?? finishReason.toLowerCase().replaceAll(/[_-]/g, ' ');
}
