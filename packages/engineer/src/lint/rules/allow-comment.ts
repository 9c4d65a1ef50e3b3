/** In charge of the rule about allow comments that say nothing, or that nothing needs. */
import { findAllowances } from '../allow/find-allowances.ts';
import type { LintRule } from '../rule.ts';

export const allowComment: LintRule = {
  name: 'allow-comment',
  title: 'An allow comment is incomplete, or nothing needs it',
  file: (file) =>
    findAllowances(file)
      .filter(({ problem }) => problem !== undefined)
      .map(({ problem = '', offset }) => ({
        level: 'error',
        object: null,
        message: problem,
        hint: 'Write -- catb-lint: allow <rule>: <reason>, above the statement or at the end of its line.',
        offset,
      })),
};
