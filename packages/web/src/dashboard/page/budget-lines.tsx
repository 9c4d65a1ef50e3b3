/** How much of what may be spent is spent. */
import { useBudgets } from '../api/use-analytics.ts';
import type { Budget } from '../api/contract.ts';
import { formatUsd } from '../format/format-money.ts';
import { count, formatShare } from '../format/format-number.ts';

const periods = { day: 'Today', month: 'This month' } as const;

const atLimit: Record<Budget['atLimit'], string> = {
  warn: 'at the limit there is a warning',
  'offline-guide': 'at the limit the built-in guide answers',
  refuse: 'at the limit no more is answered',
};

/** Where four fifths are spent, it is time to look. */
const NEAR = 0.8;

/** Nothing where there are no budgets. */
export function BudgetLines() {
  const { data } = useBudgets();
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="budgets" aria-label="Budgets">
      {data.map((budget) => (
        <BudgetLine key={`${budget.period} ${budget.timezone}`} budget={budget} />
      ))}
    </section>
  );
}

function BudgetLine({ budget }: { budget: Budget }) {
  const { period, limitUsd, spentUsd, share, unknownCalls, timezone } = budget;
  const state = share >= 1 ? 'over' : share >= NEAR ? 'near' : 'fine';
  return (
    <div className={`budget ${state}`}>
      <p>
        <b>{periods[period]}</b> {formatUsd(spentUsd)} of {formatUsd(limitUsd)} spent (
        {formatShare(share, 1)}){state === 'over' && <strong> The limit is reached.</strong>}
      </p>
      <span className="track" aria-hidden="true">
        <span style={{ width: `${Math.min(100, 100 * share)}%` }} />
      </span>
      <p className="budget-remark">
        {timezone} days; {atLimit[budget.atLimit]}
        {unknownCalls > 0 && `; ${count(unknownCalls, 'call')} without a known price not in it`}
      </p>
    </div>
  );
}
