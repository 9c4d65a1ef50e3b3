/** The analytics: figures about conversations, never what was said in them. */
import type { Endpoint } from '../http/endpoint.ts';
import type { AnalyticsDependencies } from './analytics-endpoint.ts';
import { getAnalyticsCostEndpoint } from './get-analytics-cost.ts';
import { getAnalyticsFeedbackEndpoint } from './get-analytics-feedback.ts';
import { getAnalyticsLatencyEndpoint } from './get-analytics-latency.ts';
import { getAnalyticsModelsEndpoint } from './get-analytics-models.ts';
import { getAnalyticsRetentionEndpoint } from './get-analytics-retention.ts';
import { getAnalyticsSummaryEndpoint } from './get-analytics-summary.ts';
import { getAnalyticsTriageEndpoint } from './get-analytics-triage.ts';
import { getAnalyticsUsageEndpoint } from './get-analytics-usage.ts';

export type { AnalyticsDependencies } from './analytics-endpoint.ts';

/** Every endpoint below `/analytics`. */
export function listAnalyticsEndpoints(dependencies: AnalyticsDependencies): Endpoint[] {
  return [
    getAnalyticsSummaryEndpoint(dependencies),
    getAnalyticsUsageEndpoint(dependencies),
    getAnalyticsCostEndpoint(dependencies),
    getAnalyticsLatencyEndpoint(dependencies),
    getAnalyticsTriageEndpoint(dependencies),
    getAnalyticsFeedbackEndpoint(dependencies),
    getAnalyticsRetentionEndpoint(dependencies),
    getAnalyticsModelsEndpoint(dependencies),
  ];
}
