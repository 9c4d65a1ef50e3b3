/** What the cards read: the answers for the view, kept fresh. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '../../api/errors.ts';
import { useStore } from '../../stores/create-store.ts';
import { viewStore } from '../state/view-store.ts';
import { analyticsPath } from './analytics-path.ts';
import { fetchAnalytics, fetchBudgets, fetchNow } from './calls.ts';
import type { AnalyticsName, Answers, Budget, Summary } from './contract.ts';

const NOW_EVERY_MS = 5_000;
const REST_EVERY_MS = 30_000;

/** `/analytics/<name>` for the view, every 30 s. While another view loads, the last one stays. */
export function useAnalytics<Name extends AnalyticsName>(
  name: Name,
): UseQueryResult<Answers[Name]> {
  const view = useStore(viewStore);
  return useQuery<Answers[Name]>({
    // The address says what is asked, and changes at midnight by itself.
    queryKey: ['analytics', analyticsPath(name, view, new Date())],
    queryFn: ({ signal }) => fetchAnalytics(name, view, signal),
    refetchInterval: ({ state }) => pollEvery(REST_EVERY_MS, state.error),
    placeholderData: keepPreviousData,
  });
}

/** The present moment, every 5 s. */
export function useNowFigures(): UseQueryResult<Summary> {
  return useQuery({
    queryKey: ['now'],
    queryFn: ({ signal }) => fetchNow(signal),
    refetchInterval: ({ state }) => pollEvery(NOW_EVERY_MS, state.error),
  });
}

/** The budgets, every 30 s. */
export function useBudgets(): UseQueryResult<Budget[]> {
  return useQuery({
    queryKey: ['budgets'],
    queryFn: ({ signal }) => fetchBudgets(signal),
    refetchInterval: ({ state }) => pollEvery(REST_EVERY_MS, state.error),
  });
}

/** Whoever is told to wait waits. */
function pollEvery(usually: number, error: unknown): number {
  const wait = error instanceof ApiError ? (error.retryAfter ?? 0) * 1_000 : 0;
  return Math.max(usually, wait);
}
