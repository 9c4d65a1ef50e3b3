/** In charge of what a report says of the year that everything was measured on. */

/**
 * @param {import('../../turns/harness/report.mjs').Report} report
 * @param {import('./open-year.mjs').Year} year
 */
export function reportYear(report, { messages, seconds, rolledUpIn, isReused }) {
  report.begin('A year of conversations');
  report.add({ figure: 'messages', value: messages, unit: 'messages' });
  if (isReused)
    report.note('filled by an earlier run, kept and used again; what follows is of then');
  report.add({ figure: 'filled in', value: seconds, unit: 's' });
  report.add({ figure: 'rolled up from nothing in', value: rolledUpIn, unit: 's' });
}
