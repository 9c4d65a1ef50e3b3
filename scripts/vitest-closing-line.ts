/** In charge of the last line of a test run: `N passed, N failed`. */
import type { Reporter, SerializedError, TestModule, TestRunEndReason, Vitest } from 'vitest/node';

/** How a run went, over all projects. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts tests. Whatever else went wrong is a failure too: a file that could not be loaded, a hook
 * that threw, a test that never ended, an error outside of any test, a run that never began.
 *
 * @param reason Vitest's own verdict on the run.
 */
export function tally(
  modules: readonly TestModule[],
  errors: readonly SerializedError[],
  reason: TestRunEndReason,
): Tally {
  const counted: Tally = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    let failed = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counted.passed++;
      else if (state === 'skipped') counted.skipped++;
      else failed++;
    }
    const groups = [module, ...module.children.allSuites()];
    failed += groups.filter((group) => group.errors().length > 0).length;
    counted.failed += failed === 0 && module.state() === 'failed' ? 1 : failed;
  }
  if (reason !== 'passed' && counted.failed === 0) counted.failed = 1;
  return counted;
}

/** Says it in one line; what was skipped is mentioned only when something was. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Comes after the reporter that prints vitest's own summary. */
export default class ClosingLine implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    this.#vitest?.logger.log(closingLine(tally(modules, errors, reason)));
  }
}
