/** In charge of the list of who takes part, catb first. */
import { findPgbench } from './find-pgbench.mjs';
import { isolate } from './isolated-contestant.mjs';

/**
 * @typedef {object} Entrant
 * @property {ReturnType<typeof isolate>} contestant
 * @property {string} database where it lives
 * @property {boolean} ownSchema whether it makes its own tables; otherwise it runs on catb's
 */

const ENTRIES = [
  { name: 'catb', module: 'catb', create: 'createCatb' },
  { name: 'pgbench', module: 'pgbench', create: 'createPgbench' },
  { name: 'LangGraph JS', module: 'langgraph', create: 'createLangGraph' },
  { name: 'Mastra memory', module: 'mastra', create: 'createMastra' },
  { name: 'Mastra agent', module: 'mastra-agent', create: 'createMastraAgent' },
  { name: 'LangChain history', module: 'langchain-history', create: 'createLangChainHistory' },
];

/**
 * Starts a process for each.
 *
 * @returns {Entrant[]} without pgbench where it is not installed; each contestant is to be ended
 */
export const listEntrants = () =>
  ENTRIES.filter(({ name }) => name !== 'pgbench' || findPgbench() !== undefined).map(
    ({ name, module, create }) => ({
      contestant: isolate({ name, module: `../contestants/${module}.mjs`, create }),
      database: `turns_${module.replaceAll('-', '_')}`,
      ownSchema: name !== 'catb' && name !== 'pgbench',
    }),
  );
