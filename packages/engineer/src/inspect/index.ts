/** Looking at a database: what it consists of, what goes on in it, and how it differs. */
export { compareObjects, renderDifference, type ObjectDifference } from './compare-objects.ts';
export { findDrift, type Drift, type DriftOptions } from './find-drift.ts';
export { findRelation } from './find-relation.ts';
export { createPaint, type Paint } from './format-text.ts';
export { inspectDatabase } from './inspect-database.ts';
export type * from './inspection.ts';
export { listObjects } from './list-objects.ts';
export { readActivity, type Activity } from './read-activity.ts';
export type * from './relation-inspection.ts';
export { renderActivity } from './render-activity.ts';
export { renderRelation } from './render-relation.ts';
export { renderSummary } from './render-summary.ts';
export {
  readSnapshotFile,
  serializeSnapshot,
  toSnapshot,
  type InspectionSnapshot,
} from './to-snapshot.ts';
