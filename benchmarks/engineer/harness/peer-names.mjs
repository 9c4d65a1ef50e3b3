/**
 * In charge of what the peers call the faults that the fixtures plant: the lints of Supabase's
 * splinter, and the rules of squawk. A rule that is not named here has no counterpart.
 */

/** @type {Readonly<Record<string, string[]>>} */
export const SPLINTER_NAMES = {
  'auth-users-exposed': ['auth_users_exposed'],
  'definer-function-for-anyone': ['anon_security_definer_function_executable'],
  'definer-function-for-signed-in': ['authenticated_security_definer_function_executable'],
  'duplicate-index': ['duplicate_index'],
  'extension-in-public': ['extension_in_public'],
  'extension-outdated': ['extension_versions_outdated'],
  'foreign-key-to-auth-unique': ['fkey_to_auth_unique'],
  'foreign-table-exposed': ['foreign_table_in_api'],
  'materialized-view-exposed': ['materialized_view_in_api'],
  'mutable-search-path': ['function_search_path_mutable'],
  'no-primary-key': ['no_primary_key'],
  'overlapping-index': ['duplicate_index'],
  'policies-without-rls': ['policy_exists_rls_disabled'],
  'policy-always-true': ['rls_policy_always_true'],
  'policy-calls-per-row': ['auth_rls_initplan'],
  'policy-for-any-signed-in': ['rls_policy_always_true'],
  'policy-open-when-signed-out': ['rls_policy_always_true'],
  'policy-trusts-user-metadata': ['rls_references_user_metadata'],
  'policy-wrapper-per-row': ['auth_rls_initplan'],
  'queue-exposed': ['insecure_queue_exposed_in_api'],
  'rls-disabled': ['rls_disabled_in_public'],
  'rls-without-policy': ['rls_enabled_no_policy'],
  'security-definer-view': ['security_definer_view'],
  'security-invoker-lost': ['security_definer_view'],
  'sensitive-column-exposed': ['sensitive_columns_exposed', 'rls_disabled_in_public'],
  'several-permissive-policies': ['multiple_permissive_policies'],
  'table-bloat': ['table_bloat'],
  'unindexed-foreign-key': ['unindexed_foreign_keys'],
  'unsafe-search-path': ['function_search_path_mutable'],
  'unused-index': ['unused_index'],
  'upgrade-blocking-type': ['unsupported_reg_types'],
};

/** @type {Readonly<Record<string, string[]>>} */
export const SQUAWK_NAMES = {
  'constraint-not-validated': ['constraint-missing-not-valid'],
  'foreign-key-type-mismatch': ['prefer-bigint-over-int', 'prefer-big-int'],
  'no-primary-key': ['require-table-primary-key'],
  'sequence-near-end': ['prefer-bigint-over-int', 'prefer-big-int', 'prefer-identity'],
  'unlogged-table': ['ban-unlogged-table'],
};
