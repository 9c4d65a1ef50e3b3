/** Lets axe judge a page: https://github.com/dequelabs/axe-core. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type Run = (options: { resultTypes: string[] }) => Promise<AxeResult>;

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Lets axe look at the page as it is; a finding is named with where it is. */
export async function axeMustFindNothing(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: Run } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  });
  expect(found).toEqual([]);
}
