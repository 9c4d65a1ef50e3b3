/** In charge of knowing a transaction pooler by its address. */

/** A connection string, and whether a transaction pooler answers there. */
export interface PoolerAddress {
  /** Without the parameter that only says what is there. */
  url: string;
  isTransactionPooler: boolean;
}

/**
 * Whether this address is a transaction pooler: Supabase's is on port 6543; for others the usual
 * parameter `pgbouncer=true` says so (as in Prisma's connection strings).
 */
export function poolerOf(url: string): PoolerAddress {
  const parsed = new URL(url);
  const said = parsed.searchParams.get('pgbouncer');
  parsed.searchParams.delete('pgbouncer');
  return {
    url: said === null ? url : parsed.toString(),
    isTransactionPooler: said === 'true' || (said === null && parsed.port === '6543'),
  };
}
