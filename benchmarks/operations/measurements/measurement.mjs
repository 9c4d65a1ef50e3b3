/**
 * What a measurement of this benchmark is given. One that changes more than a few turns do takes a copy of
 * the year (`year.copy`), so that the next one, and the next run with `--keep`, find it as it was.
 *
 * @typedef {import('../../analytics/measurements/measurement.mjs').Context} Context
 */

export {};
