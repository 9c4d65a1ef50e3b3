/** In charge of what a turn needs from its server. */
import type { Database, Settings } from '@catb/database';
import type { Logger } from 'pino';
import type { Model } from '../models/index.ts';
import type { TurnMetrics } from '../health/turn-metrics.ts';
import type { TriageRulesCache } from '../triage/triage-rules-cache.ts';
import type { BackgroundJobs } from './background-jobs.ts';

/** What a turn is answered with. */
export interface TurnDependencies {
  database: Database;
  model: Model;
  triageRules: TriageRulesCache;
  metrics: TurnMetrics;
  jobs: BackgroundJobs;
  log: Logger;
  settings: Pick<
    Settings,
    | 'CATB_CONTEXT_TOKENS'
    | 'CATB_CONTEXT_MESSAGES'
    | 'CATB_TURNS_PER_MINUTE'
    | 'CATB_MODEL_DEADLINE_SECONDS'
  >;
}
