export {
  refreshUsage,
  type UsageRefreshOptions,
  type UsageRefreshReport,
} from './refresh-usage.ts';
export {
  verifyUsage,
  type UsageDifference,
  type UsageVerification,
  type UsageVerifyOptions,
} from './verify-usage.ts';
