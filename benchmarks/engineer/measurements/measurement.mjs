/**
 * What a measurement is given, and what it may give back: a table for the documentation.
 *
 * @typedef {object} Measurement
 * @property {import('../../turns/harness/server.mjs').Server} server
 * @property {import('../../turns/harness/report.mjs').Report} report
 * @property {boolean} quick for a look, not for figures
 */
export {};
