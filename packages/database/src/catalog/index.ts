/** Pictures of a database's catalog and rows, and how two of them differ. */
export type { RowDigest } from './digest-rows.ts';
export { diffSnapshots, type RowComparison } from './diff-snapshots.ts';
export {
  readCatalog,
  readSnapshot,
  takeSnapshot,
  type CatalogSnapshot,
  type SnapshotOptions,
} from './snapshot.ts';
