/**
 * Knows which statements can't share a transaction with the history row, and which ones would end
 * that transaction under our feet.
 *
 * Source: the "cannot be executed within a transaction block" notes of PostgreSQL's command pages.
 * `alter type … add value` is not among them since PostgreSQL 12, nor is
 * `refresh materialized view concurrently`.
 */
import type { SqlStatement } from './split-statements.ts';

export type StatementClass =
  | 'transactional'
  | 'create-index-concurrently'
  | 'drop-index-concurrently'
  /** Repeatable as it is: reindex, vacuum, cluster, alter system … */
  | 'outside-transaction'
  /** Begins or ends a transaction, which is the migrator's to do. */
  | 'transaction-control';

const outsideTransaction = new Set(['vacuum', 'cluster']);
const outsideTransactionPairs = new Set([
  'alter system',
  'create database',
  'drop database',
  'create tablespace',
  'drop tablespace',
  'create subscription',
  'drop subscription',
  'reindex database',
  'reindex system',
  'reindex schema',
]);
const transactionControl = new Set(['begin', 'commit', 'abort', 'end']);
const transactionControlPairs = new Set(['start transaction', 'prepare transaction']);

function classifyRollback(words: readonly string[]): StatementClass {
  // "rollback to [savepoint] x" stays inside the transaction.
  return words.includes('to') ? 'transactional' : 'transaction-control';
}

/** Says how a statement has to be run. */
export function classifyStatement(statement: SqlStatement): StatementClass {
  const words = statement.words;
  const first = words[0] ?? '';
  const pair = words.slice(0, 2).join(' ');
  if (transactionControl.has(first) || transactionControlPairs.has(pair)) {
    return 'transaction-control';
  }
  if (first === 'rollback') return classifyRollback(words);
  if (outsideTransaction.has(first) || outsideTransactionPairs.has(pair)) {
    return 'outside-transaction';
  }
  if (!words.includes('concurrently')) return 'transactional';
  if (first === 'create') return 'create-index-concurrently';
  if (pair === 'drop index') return 'drop-index-concurrently';
  const detaches = first === 'alter' && words.includes('detach');
  return first === 'reindex' || detaches ? 'outside-transaction' : 'transactional';
}
