/**
 * In charge of what a dashboard asks: each question as the API asks it, and the same answered from the
 * rows, written apart from what the rollups are made by.
 */
import { QUESTIONS_BY_DAY } from './questions-by-day.mjs';
import { QUESTIONS_BY_TIME } from './questions-by-time.mjs';

/**
 * @typedef {object} Range
 * @property {string} from
 * @property {string} to
 * @property {string} bucket
 * @property {string} timezone
 *
 * @typedef {object} Question
 * @property {string} name of the function in schema catb
 * @property {string} asked the statement of the API
 * @property {string} [raw] the same answer from the rows; none where the function reads rows itself
 * @property {(range: Range) => unknown[]} values of both statements
 */

/** @type {Question[]} */
export const QUESTIONS = [...QUESTIONS_BY_TIME, ...QUESTIONS_BY_DAY];
