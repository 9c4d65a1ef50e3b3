/** In charge of the numbers that Prometheus reads. Labels are codes and names, never content. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { analyticsBudgets, type Database } from '@catb/database';
import type { ModelReply } from '../models/index.ts';

/** What turns report. */
export interface TurnMetrics {
  answered(reply: ModelReply): void;
  failed(code: string): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  contentType: string;
}

/** The numbers of one server. */
export function createTurnMetrics(database: Database): TurnMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const turns = new Counter({
    name: 'catb_turns_total',
    help: 'Turns by how they ended: answered, or the code of the model error.',
    labelNames: ['outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'catb_model_latency_seconds',
    help: 'From the call of the model to the end of its answer.',
    labelNames: ['provider'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64],
    registers,
  });
  const tokens = new Counter({
    name: 'catb_tokens_total',
    help: 'Tokens by bucket; the buckets never overlap.',
    labelNames: ['bucket'],
    registers,
  });
  new Gauge({
    name: 'catb_pool_connections',
    help: 'Connections to the database by state.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, database.pool.idleCount);
      this.set({ state: 'busy' }, database.pool.totalCount - database.pool.idleCount);
      this.set({ state: 'waited_for' }, database.pool.waitingCount);
    },
  });
  new Gauge({
    name: 'catb_budget_spent_ratio',
    help: 'Spent of the budget of the period that is on; 1 is all of it. Absent without a budget.',
    labelNames: ['period'],
    registers,
    async collect() {
      // While the database is away the other numbers matter all the more: this one is absent, not zero.
      const budgets = await analyticsBudgets(database).catch(() => []);
      // Nor is a budget that was removed at its last share for ever.
      this.reset();
      for (const { period, share } of budgets) this.set({ period }, share);
    },
  });
  return {
    answered(reply) {
      turns.inc({ outcome: 'answered' });
      latency.observe({ provider: reply.provider }, reply.latencyMs / 1_000);
      tokens.inc({ bucket: 'input' }, reply.usage.inputTokens);
      tokens.inc({ bucket: 'cached_input' }, reply.usage.cachedInputTokens);
      tokens.inc({ bucket: 'cache_write' }, reply.usage.cacheWriteTokens);
      tokens.inc({ bucket: 'output' }, reply.usage.outputTokens);
    },
    failed: (code) => turns.inc({ outcome: code.toLowerCase() }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
