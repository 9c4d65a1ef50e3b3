/**
 * In charge of telling somebody that a budget is nearly or wholly spent: every server looks every few
 * seconds, and the database gives each alert to one of them.
 */
import { claimBudgetAlert, finishBudgetAlert, type Database } from '@catb/database';
import type { Logger } from 'pino';
import { describeError } from '../http/log-requests.ts';
import { describeBudgetAlert } from './describe-budget-alert.ts';
import { postWebhook, type Webhook } from './post-webhook.ts';

/** A watch that goes on. */
export interface BudgetWatch {
  /** Ends it; what is being told right now is cut off, and told by the next server that looks. */
  stop(): Promise<void>;
}

/** Looks now, and then again and again. Without a webhook the log is what is told. */
export function startBudgetWatch(options: {
  database: Database;
  webhook: Webhook | null;
  log: Logger;
  /** Milliseconds between two looks; default 5,000. */
  everyMs?: number;
}): BudgetWatch {
  const { database, webhook, log, everyMs = 5_000 } = options;
  const stopping = new AbortController();

  /** Until nothing is left to tell: 80 % and 100 % may come at once. */
  async function look(): Promise<void> {
    while (!stopping.signal.aborted) {
      const alert = await claimBudgetAlert(database);
      if (alert === null) return;
      const body = describeBudgetAlert(alert);
      if (alert.attempts === 1) log.warn({ budget: body }, 'a budget has reached a threshold');
      const failure = webhook && (await postWebhook(webhook, body, stopping.signal));
      if (failure !== null) {
        const { id, attempts } = alert;
        log.warn({ alert: id, attempts, failure }, 'the budget webhook was not reached');
      }
      await finishBudgetAlert(database, alert, failure === null);
    }
  }

  let looking: Promise<void> | null = null;
  const begin = () => {
    // A receiver that is slow holds up the next look, and not a second one beside it.
    looking ??= look()
      .catch((error: unknown) => {
        log.warn({ error: describeError(error) }, 'the budgets could not be looked at');
      })
      .finally(() => (looking = null));
  };
  begin();
  const timer = setInterval(begin, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
    },
  };
}
