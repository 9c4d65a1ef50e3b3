/** In charge of rows that a backup has to carry: everything that COPY escapes, and what a turn writes. */
import { createSession, importConversations, openDatabase } from '@catb/database';
import { converse, sampleLine, type TestDatabase } from '@catb/database/testing';

/** Fills a migrated database with imported conversations and one that was held. */
export async function fillDatabase(database: TestDatabase, conversations = 5): Promise<void> {
  await importConversations({ url: database.url, input: asInput(conversations) });
  const owner = openDatabase({ url: database.url, max: 2 });
  try {
    const { sessionToken } = await createSession(owner);
    await converse(owner, sessionToken, 'Is this bad?', 'No.');
  } finally {
    await owner.close();
  }
}

async function* asInput(conversations: number): AsyncGenerator<Buffer> {
  await Promise.resolve();
  for (let index = 0; index < conversations; index += 1) {
    yield Buffer.from(`${sampleLine(`c${index}`)}\n`);
  }
}
