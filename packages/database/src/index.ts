/** The database of catb: embedded PostgreSQL, migrations, connections and the typed operations. */
export * from './catalog/index.ts';
export * from './demo/index.ts';
export * from './embedded/index.ts';
export * from './migrations/index.ts';
export * from './tokens/index.ts';
export { CatbError, type CatbErrorCode, type CatbErrorFields } from './errors.ts';
export { readSettings, settingsSchema, type Settings } from './settings.ts';
export { openDatabase, type Database, type DatabaseOptions } from './connection/pool.ts';
export { holdPresence, type Presence } from './connection/hold-presence.ts';
export { isServerRoleUrl, prepareServerRole } from './connection/server-role.ts';
export { prepareAnalystRole } from './connection/analyst-role.ts';
export { resolveDatabase, type ResolvedDatabase } from './connection/resolve-database.ts';
export { findDatabase, type FoundDatabase } from './connection/find-database.ts';
export { withOwnConnection } from './transfer/connect.ts';
export { toCatbError } from './connection/to-catb-error.ts';
export { DatabaseError } from 'pg';
export { adminKeyName } from './operations/admin-key-name.ts';
export { analyticsBuckets, type BucketBorders } from './operations/analytics-buckets.ts';
export { analyticsCalls, type CallCounts, type CallFilter } from './operations/analytics-calls.ts';
export { analyticsCohorts, type CohortCount } from './operations/analytics-cohorts.ts';
export { analyticsDays, type AnalyticsDays, type DayCounts } from './operations/analytics-days.ts';
export { analyticsFailures, type FailureCount } from './operations/analytics-failures.ts';
export { analyticsFunnel, type SessionFunnel } from './operations/analytics-funnel.ts';
export { analyticsLatency, type Latency } from './operations/analytics-latency.ts';
export { analyticsModels, type ModelLatency } from './operations/analytics-models.ts';
export { analyticsNow, type AnalyticsNow } from './operations/analytics-now.ts';
export {
  analyticsRange,
  type AnalyticsBucket,
  type AnalyticsRange,
} from './operations/analytics-range.ts';
export {
  analyticsSessionLengths,
  type SessionLength,
} from './operations/analytics-session-lengths.ts';
export { analyticsSessions, type SessionCount } from './operations/analytics-sessions.ts';
export { analyticsSlowest, type SlowCall } from './operations/analytics-slowest.ts';
export { analyticsTurns, type TurnCounts, type TurnTriage } from './operations/analytics-turns.ts';
export { analyticsBudgets, type BudgetStanding } from './operations/analytics-budgets.ts';
export { backupAge, type BackupAge } from './operations/backup-age.ts';
export { beginRetention, type RetentionRun } from './operations/begin-retention.ts';
export { beginSummary, type SummaryClaim } from './operations/begin-summary.ts';
export {
  addListPrices,
  addListPricesText,
  type AddedPrices,
  type ListPrice,
} from './operations/add-list-prices.ts';
export { addOwnPrice, type OwnPrice } from './operations/add-own-price.ts';
export {
  beginTurn,
  type AnsweredTurn,
  type BeginTurnInput,
  type OpenTurn,
} from './operations/begin-turn.ts';
export { checkpointTurn } from './operations/checkpoint-turn.ts';
export { createAdminKey } from './operations/create-admin-key.ts';
export { claimBudgetAlert, type BudgetAlert } from './operations/claim-budget-alert.ts';
export { createSession, type SessionToken } from './operations/create-session.ts';
export { eraseSession, type ErasureReceipt } from './operations/erase-session.ts';
export { exportSession } from './operations/export-session.ts';
export { failTurn, type FailTurnInput } from './operations/fail-turn.ts';
export { finishBudgetAlert } from './operations/finish-budget-alert.ts';
export { finishRetention } from './operations/finish-retention.ts';
export { finishSummary } from './operations/finish-summary.ts';
export { finishTurn, type FinishTurnInput, type TurnAttempt } from './operations/finish-turn.ts';
export { getPreferences } from './operations/get-preferences.ts';
export { listAdminKeys, type AdminKey } from './operations/list-admin-keys.ts';
export { listHolds, type LegalHold } from './operations/list-holds.ts';
export { listPrices, type PriceFilter, type StoredPrice } from './operations/list-prices.ts';
export {
  listRetentionPolicies,
  type RetentionPolicy,
} from './operations/list-retention-policies.ts';
export type { ModelCall } from './operations/model-call.ts';
export { placeHold } from './operations/place-hold.ts';
export { planRetention, type PlannedRemoval } from './operations/plan-retention.ts';
export type { Preferences } from './operations/preferences.ts';
export { proveBackup } from './operations/prove-backup.ts';
export { recordBackup, type BackupRun } from './operations/record-backup.ts';
export { recordFeedback } from './operations/record-feedback.ts';
export { recordSupersededCall, type SupersededCall } from './operations/record-superseded-call.ts';
export { refreshSessionDays } from './operations/refresh-session-days.ts';
export { refreshUsageViews } from './operations/refresh-usage-views.ts';
export { revokeAdminKey } from './operations/revoke-admin-key.ts';
export { releaseHold } from './operations/release-hold.ts';
export { removeDue, type BatchInput, type RemovedBatch } from './operations/remove-due.ts';
export { removeRetentionPolicy } from './operations/remove-retention-policy.ts';
export { removeBudget } from './operations/remove-budget.ts';
export { revokeSession } from './operations/revoke-session.ts';
export { rollUpUsage, type UsageRun } from './operations/roll-up-usage.ts';
export { rotateAdminKey } from './operations/rotate-admin-key.ts';
export { rotateSessionToken } from './operations/rotate-session-token.ts';
export {
  sessionHistory,
  type HistoryMessage,
  type HistoryPage,
} from './operations/session-history.ts';
export { setBudget, type BudgetInput } from './operations/set-budget.ts';
export {
  setRetentionPolicy,
  type RetentionCategory,
  type RetentionPolicyInput,
} from './operations/set-retention-policy.ts';
export { setPreferences } from './operations/set-preferences.ts';
export { sweepStuckTurns } from './operations/sweep-stuck-turns.ts';
export { triageRulesCurrent, type StoredTriageRules } from './operations/triage-rules-current.ts';
export type * from './rows.generated.ts';
export * from './transfer/index.ts';
export * from './usage/index.ts';
