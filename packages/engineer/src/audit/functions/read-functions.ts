/** In charge of reading the source of the functions that a database has. */
import { loadModule } from 'libpg-query';
import type { AskCatalog } from '../policies/read-policies.ts';
import { sql } from './sql.generated.ts';

/** A function written in SQL or PL/pgSQL. */
export interface FunctionSource {
  schema: string;
  name: string;
  /** With its schema and its argument types. */
  object: string;
  language: 'sql' | 'plpgsql';
  volatility: 'immutable' | 'stable' | 'volatile';
  givesBoolean: boolean;
  securityDefiner: boolean;
  body: string;
  /** The whole `create function`, for PL/pgSQL that is audited. */
  definition: string | null;
  /** The names of the arguments that can hold any text; empty for one without a name. */
  freeArguments: readonly string[];
  /** False for what belongs to Supabase: it is known, and not judged. */
  audited: boolean;
}

/** All of them, by name. */
export async function readFunctions(ask: AskCatalog): Promise<FunctionSource[]> {
  await loadModule();
  return await ask<FunctionSource>(sql.readFunctions);
}
