/** The models beside each other. */
import type { ModelFigures } from '../api/contract.ts';
import { formatMs } from '../format/format-duration.ts';
import { formatUsd } from '../format/format-money.ts';
import { formatCount, formatShare, formatShort } from '../format/format-number.ts';
import { changeView } from '../state/view-store.ts';
import { AnalyticsCard } from './analytics-card.tsx';
import { keyOf } from './cost-series.ts';

/** The dearest first. A model's name narrows the dashboard to it. */
export function ModelsCard() {
  return (
    <AnalyticsCard
      name="models"
      title="Models"
      wide
      hasTable={false}
      isEmpty={({ models }) => models.length === 0}
    >
      {({ models }) => (
        <div className="table-frame" tabIndex={0} role="region" aria-label="Table of models">
          <table>
            <thead>
              <tr>
                <th scope="col">Model</th>
                {[
                  'Calls',
                  'Cost',
                  'A call',
                  'Median',
                  '95% within',
                  'Input',
                  'From cache',
                  'Failed',
                ].map((name) => (
                  <th key={name} scope="col" className="figure">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {models
                .toSorted((a, b) => Number(b.costUsd) - Number(a.costUsd) || b.calls - a.calls)
                .map((model) => (
                  <ModelRow key={keyOf(model)} figures={model} />
                ))}
            </tbody>
          </table>
        </div>
      )}
    </AnalyticsCard>
  );
}

function ModelRow({ figures }: { figures: ModelFigures }) {
  const { provider, model, calls, failedCalls, costUsd, unknownCalls } = figures;
  const priced = calls - unknownCalls;
  const input = figures.inputTokens + figures.cachedInputTokens;
  return (
    <tr>
      <th scope="row" className="model">
        <button
          type="button"
          className="link"
          title={`Show only ${model}`}
          onClick={() => changeView({ model: { provider, model } })}
        >
          {model}
        </button>
        <small>{provider}</small>
      </th>
      <td className="figure">{formatCount(calls)}</td>
      <td className="figure">
        {priced === 0 ? 'unknown' : formatUsd(costUsd)}
        {unknownCalls > 0 && priced > 0 && (
          <small className="warning">{formatCount(unknownCalls)} unknown</small>
        )}
      </td>
      <td className="figure">{priced === 0 ? '–' : formatUsd(Number(costUsd) / priced)}</td>
      <td className="figure">{formatMs(figures.latencyP50Ms)}</td>
      <td className="figure">{formatMs(figures.latencyP95Ms)}</td>
      <td className="figure">{formatShort(input)}</td>
      <td className="figure">{formatShare(figures.cachedInputTokens, input)}</td>
      <td className="figure">
        {failedCalls === 0
          ? '0'
          : `${formatCount(failedCalls)} (${formatShare(failedCalls, calls)})`}
      </td>
    </tr>
  );
}
