/** Which filter narrows what: a call has a model, a message has a triage category. */
import type { AnalyticsName } from '../api/contract.ts';
import type { View } from './view.ts';

const byModel: readonly AnalyticsName[] = ['summary', 'cost', 'latency', 'models'];
const byTriage: readonly AnalyticsName[] = ['usage', 'triage', 'feedback'];

/** The filters of the view that the endpoint knows, as its query parameters. */
export function filtersFor(name: AnalyticsName, view: View): Record<string, string> {
  return {
    ...(view.model !== null && byModel.includes(name) ? view.model : {}),
    ...(view.triage !== null && byTriage.includes(name) ? { triage: view.triage } : {}),
  };
}

/** What to say where a filter of the view does not narrow this; null where all of them do. */
export function describeUnfiltered(name: AnalyticsName, view: View): string | null {
  const models = view.model !== null && !byModel.includes(name);
  const categories = view.triage !== null && !byTriage.includes(name);
  if (models && categories) return 'Of all models and categories';
  if (models) return 'Of all models';
  return categories ? 'Of all categories' : null;
}
