/** In charge of the list of rules. Each is a file here, with its test, its page and its fixture. */
import type { LintRule } from '../rule.ts';
import { addColumnRewrite } from './add-column-rewrite.ts';
import { addRequiredColumn } from './add-required-column.ts';
import { allowComment } from './allow-comment.ts';
import { alterColumnType } from './alter-column-type.ts';
import { broadGrant } from './broad-grant.ts';
import { concurrentStatementNotAlone } from './concurrent-statement-not-alone.ts';
import { constraintWithoutNotValid } from './constraint-without-not-valid.ts';
import { definerWithoutSearchPath } from './definer-without-search-path.ts';
import { deleteWithoutWhere } from './delete-without-where.ts';
import { dropCascade } from './drop-cascade.ts';
import { dropLosesData } from './drop-loses-data.ts';
import { emptyMigration } from './empty-migration.ts';
import { enumValueUsedAtOnce } from './enum-value-used-at-once.ts';
import { indexWithoutConcurrently } from './index-without-concurrently.ts';
import { lockTable } from './lock-table.ts';
import { nestedCodeUnread } from './nested-code-unread.ts';
import { policyDropped } from './policy-dropped.ts';
import { policyLoosened } from './policy-loosened.ts';
import { psqlCommand } from './psql-command.ts';
import { refreshWithoutConcurrently } from './refresh-without-concurrently.ts';
import { renameBreaksClients } from './rename-breaks-clients.ts';
import { rollbackMissing } from './rollback-missing.ts';
import { rowLevelSecurityWeakened } from './row-level-security-weakened.ts';
import { searchPathDropped } from './search-path-dropped.ts';
import { setNotNull } from './set-not-null.ts';
import { storageChangeRewrites } from './storage-change-rewrites.ts';
import { syntaxError } from './syntax-error.ts';
import { tableWithoutPolicy } from './table-without-policy.ts';
import { transactionControl } from './transaction-control.ts';
import { triggersDisabled } from './triggers-disabled.ts';
import { truncateTable } from './truncate-table.ts';
import { uniqueConstraintWithoutIndex } from './unique-constraint-without-index.ts';
import { unreadableFile } from './unreadable-file.ts';
import { updateWithoutWhere } from './update-without-where.ts';
import { vacuumFullOrCluster } from './vacuum-full-or-cluster.ts';
import { validateInSameTransaction } from './validate-in-same-transaction.ts';
import { writePolicyAlwaysTrue } from './write-policy-always-true.ts';

export const lintRules: readonly LintRule[] = [
  addColumnRewrite,
  addRequiredColumn,
  allowComment,
  alterColumnType,
  broadGrant,
  concurrentStatementNotAlone,
  constraintWithoutNotValid,
  definerWithoutSearchPath,
  deleteWithoutWhere,
  dropCascade,
  dropLosesData,
  emptyMigration,
  enumValueUsedAtOnce,
  indexWithoutConcurrently,
  lockTable,
  nestedCodeUnread,
  policyDropped,
  policyLoosened,
  psqlCommand,
  refreshWithoutConcurrently,
  renameBreaksClients,
  rollbackMissing,
  rowLevelSecurityWeakened,
  searchPathDropped,
  setNotNull,
  storageChangeRewrites,
  syntaxError,
  tableWithoutPolicy,
  transactionControl,
  triggersDisabled,
  truncateTable,
  uniqueConstraintWithoutIndex,
  unreadableFile,
  updateWithoutWhere,
  vacuumFullOrCluster,
  validateInSameTransaction,
  writePolicyAlwaysTrue,
];
