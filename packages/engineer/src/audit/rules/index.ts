/** In charge of the list of rules. A rule is a file here, named as its page and its fixture are. */
import type { Rule } from '../rule.ts';
import { allStatementsLogged } from './all-statements-logged.ts';
import { authUsersExposed } from './auth-users-exposed.ts';
import { autovacuumOff } from './autovacuum-off.ts';
import { columnGrantWithoutPolicy } from './column-grant-without-policy.ts';
import { constraintNotValidated } from './constraint-not-validated.ts';
import { definerFunctionForAnyone } from './definer-function-for-anyone.ts';
import { definerFunctionForSignedIn } from './definer-function-for-signed-in.ts';
import { definerOwnedBySuperuser } from './definer-owned-by-superuser.ts';
import { duplicateIndex } from './duplicate-index.ts';
import { dynamicSqlFromArguments } from './dynamic-sql-from-arguments.ts';
import { extensionInPublic } from './extension-in-public.ts';
import { extensionOutdated } from './extension-outdated.ts';
import { foreignKeyToAuthUnique } from './foreign-key-to-auth-unique.ts';
import { foreignKeyTypeMismatch } from './foreign-key-type-mismatch.ts';
import { foreignTableExposed } from './foreign-table-exposed.ts';
import { invalidIndex } from './invalid-index.ts';
import { materializedViewExposed } from './materialized-view-exposed.ts';
import { mutableSearchPath } from './mutable-search-path.ts';
import { noPrimaryKey } from './no-primary-key.ts';
import { outsiderBypassesRls } from './outsider-bypasses-rls.ts';
import { overlappingIndex } from './overlapping-index.ts';
import { policiesWithoutRls } from './policies-without-rls.ts';
import { policyAlwaysTrue } from './policy-always-true.ts';
import { policyCallsPerRow } from './policy-calls-per-row.ts';
import { policyCheckWeaker } from './policy-check-weaker.ts';
import { policyForAnySignedIn } from './policy-for-any-signed-in.ts';
import { policyIgnoresParent } from './policy-ignores-parent.ts';
import { policyLetsOwnerChange } from './policy-lets-owner-change.ts';
import { policyOpenWhenSignedOut } from './policy-open-when-signed-out.ts';
import { policyTrustsUserMetadata } from './policy-trusts-user-metadata.ts';
import { policyVolatileFunction } from './policy-volatile-function.ts';
import { policyWrapperPerRow } from './policy-wrapper-per-row.ts';
import { privilegedColumnWritable } from './privileged-column-writable.ts';
import { queueExposed } from './queue-exposed.ts';
import { rlsDisabled } from './rls-disabled.ts';
import { rlsWithoutPolicy } from './rls-without-policy.ts';
import { schemaOpenToCreation } from './schema-open-to-creation.ts';
import { securityDefinerView } from './security-definer-view.ts';
import { securityInvokerLost } from './security-invoker-lost.ts';
import { sensitiveColumnExposed } from './sensitive-column-exposed.ts';
import { sequenceNearEnd } from './sequence-near-end.ts';
import { severalPermissivePolicies } from './several-permissive-policies.ts';
import { tableBloat } from './table-bloat.ts';
import { transactionIdAge } from './transaction-id-age.ts';
import { triggerDisabled } from './trigger-disabled.ts';
import { unindexedForeignKey } from './unindexed-foreign-key.ts';
import { unloggedTable } from './unlogged-table.ts';
import { unsafeSearchPath } from './unsafe-search-path.ts';
import { unusedIndex } from './unused-index.ts';
import { upgradeBlockingType } from './upgrade-blocking-type.ts';

/** Every rule of `catb audit`, by name. */
export const auditRules: readonly Rule[] = [
  allStatementsLogged,
  authUsersExposed,
  autovacuumOff,
  columnGrantWithoutPolicy,
  constraintNotValidated,
  definerFunctionForAnyone,
  definerFunctionForSignedIn,
  definerOwnedBySuperuser,
  duplicateIndex,
  dynamicSqlFromArguments,
  extensionInPublic,
  extensionOutdated,
  foreignKeyToAuthUnique,
  foreignKeyTypeMismatch,
  foreignTableExposed,
  invalidIndex,
  materializedViewExposed,
  mutableSearchPath,
  noPrimaryKey,
  outsiderBypassesRls,
  overlappingIndex,
  policiesWithoutRls,
  policyAlwaysTrue,
  policyCallsPerRow,
  policyCheckWeaker,
  policyForAnySignedIn,
  policyIgnoresParent,
  policyLetsOwnerChange,
  policyOpenWhenSignedOut,
  policyTrustsUserMetadata,
  policyVolatileFunction,
  policyWrapperPerRow,
  privilegedColumnWritable,
  queueExposed,
  rlsDisabled,
  rlsWithoutPolicy,
  schemaOpenToCreation,
  securityDefinerView,
  securityInvokerLost,
  sensitiveColumnExposed,
  sequenceNearEnd,
  severalPermissivePolicies,
  tableBloat,
  transactionIdAge,
  triggerDisabled,
  unindexedForeignKey,
  unloggedTable,
  unsafeSearchPath,
  unusedIndex,
  upgradeBlockingType,
];
