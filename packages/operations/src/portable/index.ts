/** Portable backups: an archive that restores into any PostgreSQL 15 or newer. */
export type { ArchiveFile, Manifest } from './archive/manifest.ts';
export type { Archive } from './archive/open-archive.ts';
export { decryptWith, type Step } from './archive/encryption.ts';
export { createBackup, type CreateOptions } from './create/create-backup.ts';
export { findBackup, listBackups, type ListedBackup } from './list-backups.ts';
export { chooseKept, type KeepPolicy, type PrunableBackup } from './prune/choose-kept.ts';
export { pruneBackups, type PruneOptions, type PruneReport } from './prune/prune-backups.ts';
export {
  restoreBackup,
  type RestoreOptions,
  type RestoreReport,
} from './restore/restore-backup.ts';
export type { BackupStore, StoredFile } from './store/backup-store.ts';
export { openStore } from './store/open-store.ts';
export type { Problem } from './verify/check-files.ts';
export {
  verifyBackup,
  type RestoredCopy,
  type VerifyOptions,
  type VerifyReport,
} from './verify/verify-backup.ts';
