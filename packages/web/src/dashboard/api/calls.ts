/** The calls of the dashboard, one function to each. All carry the admin key. */
import { readJson, request } from '../../api/request.ts';
import { ApiError } from '../../api/errors.ts';
import { adminKeyStore } from '../state/admin-key.ts';
import type { View } from '../state/view.ts';
import { analyticsPath } from './analytics-path.ts';
import type { AnalyticsName, Answers, Budget, Summary } from './contract.ts';

/** `GET /analytics/<name>` for the view. */
export async function fetchAnalytics<Name extends AnalyticsName>(
  name: Name,
  view: View,
  signal: AbortSignal,
): Promise<Answers[Name]> {
  const response = await requestAsAdmin(analyticsPath(name, view, new Date()), { signal });
  return readJson<Answers[Name]>(response);
}

/** The same as CSV. */
export async function fetchCsv(name: AnalyticsName, view: View): Promise<Blob> {
  const path = `${analyticsPath(name, view, new Date())}&format=csv`;
  return (await requestAsAdmin(path, { accept: 'text/csv' })).blob();
}

/** What goes on now: the summary of the shortest range, which is the cheapest. */
export async function fetchNow(signal: AbortSignal): Promise<Summary> {
  return readJson<Summary>(await requestAsAdmin(nowPath(), { signal }));
}

/** Tries a key on the cheapest question. */
export async function tryKey(key: string): Promise<void> {
  await request(nowPath(), { token: key });
}

/** `GET /analytics/budgets`; none where the server has no budgets. */
export async function fetchBudgets(signal: AbortSignal): Promise<Budget[]> {
  try {
    const response = await requestAsAdmin('analytics/budgets', { signal });
    return (await readJson<{ budgets: Budget[] }>(response)).budgets;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

function nowPath(): string {
  const from = new Date(Date.now() - 15 * 60_000).toISOString();
  return `analytics/summary?${new URLSearchParams({ from, bucket: 'hour' })}`;
}

function requestAsAdmin(path: string, options: { signal?: AbortSignal; accept?: string }) {
  const { key } = adminKeyStore.get();
  return request(path, { ...options, ...(key === null ? {} : { token: key }) });
}
