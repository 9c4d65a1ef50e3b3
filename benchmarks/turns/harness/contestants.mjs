/** In charge of the list of who takes part, catb first. */
import { createCatb } from '../contestants/catb.mjs';
import { createLangChainHistory } from '../contestants/langchain-history.mjs';
import { createLangGraph } from '../contestants/langgraph.mjs';
import { createMastraAgent } from '../contestants/mastra-agent.mjs';
import { createMastra } from '../contestants/mastra.mjs';
import { createPgbench, findPgbench } from '../contestants/pgbench.mjs';

/**
 * @typedef {object} Entrant
 * @property {import('./contestant.mjs').Contestant} contestant
 * @property {string} database where it lives
 * @property {boolean} ownSchema whether it makes its own tables; otherwise it runs on catb's
 */

/**
 * @returns {Entrant[]} without pgbench where it is not installed
 */
export function listEntrants() {
  const pgbench = findPgbench();
  return [
    { contestant: createCatb(), database: 'turns_catb', ownSchema: false },
    ...(pgbench === undefined
      ? []
      : [{ contestant: createPgbench(pgbench), database: 'turns_pgbench', ownSchema: false }]),
    { contestant: createLangGraph(), database: 'turns_langgraph', ownSchema: true },
    { contestant: createMastra(), database: 'turns_mastra', ownSchema: true },
    { contestant: createMastraAgent(), database: 'turns_mastra_agent', ownSchema: true },
    { contestant: createLangChainHistory(), database: 'turns_langchain', ownSchema: true },
  ];
}
