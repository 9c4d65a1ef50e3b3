/** In charge of what `catb start` prints when everything runs. */
import type { ResolvedDatabase } from '@catb/database';
import type { RunningServer } from './start-server.ts';

/** A few lines, for a person. Of a database given by its address, only the host is named. */
export function describeGreeting(server: RunningServer, database: ResolvedDatabase): string {
  const { model, url } = server;
  const answers = model.isOffline
    ? 'the built-in offline guide (no model: set ANTHROPIC_API_KEY or OPENAI_BASE_URL)'
    : `${model.name} (${model.provider})`;
  return [
    '',
    '  Mu is awake.',
    '',
    `  Chat page   ${url}/`,
    `  Dashboard   ${url}/dashboard`,
    `  API         ${url}/docs   (OpenAPI: ${url}/openapi.json)`,
    `  Database    ${describeDatabase(database)}`,
    `  Answers     ${answers}`,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function describeDatabase({ embedded, url }: ResolvedDatabase): string {
  return embedded === null
    ? `PostgreSQL at ${new URL(url).host}`
    : `psql '${url}'   (PostgreSQL ${embedded.version}, embedded)`;
}
