/**
 * What a measurement of this benchmark is given.
 *
 * @typedef {object} Context
 * @property {import('../../turns/harness/server.mjs').Server} server
 * @property {import('../../turns/harness/report.mjs').Report} report
 * @property {import('../harness/open-year.mjs').Year} year the database with a year in it, as the superuser and as its
 *   owner; measurements add a few turns to it, and what changes more takes a copy
 * @property {boolean} quick
 */

export {};
