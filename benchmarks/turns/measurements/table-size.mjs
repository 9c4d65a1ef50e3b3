/** The whole turn against the size of the tables: two databases on one server, taking turns. */
import { performance } from 'node:perf_hooks';
import { begin, finish, openAsServer } from '../harness/catb-turn.mjs';
import { takeRoundAndRound } from '../harness/contestant.mjs';
import { takeInTurn } from '../harness/dialogues.mjs';
import { generateMessages, pickTokens } from '../harness/generate-messages.mjs';
import { quantile } from '../harness/statistics.mjs';

/**
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureTableSize({ server, report, quick }) {
  report.begin('The whole turn against the size of the tables, 1 connection');
  const [small, large] = quick ? [10_000, 100_000] : [100_000, 10_000_000];
  const rounds = quick ? 150 : 1_000;
  const smallUrl = await server.createCatbDatabase('table_small');
  const largeUrl = await server.createCatbDatabase('table_large');
  const inSmall = await generateMessages(server.asSuperuser(smallUrl), small);
  const inLarge = await generateMessages(server.asSuperuser(largeUrl), large);
  report.note(`${inSmall.toLocaleString('en')} and ${inLarge.toLocaleString('en')} messages`);

  // Ids begin with their time, so the sessions in use lie together: as many of the newest sessions
  // of the large table as the small one has in all. Then the hardest case, any session of all.
  const inUse = Math.floor(inSmall / 10);
  for (const { among, newest, target } of [
    { among: 'the sessions in use', newest: inUse, target: true },
    { among: 'all sessions ever', newest: 2_147_483_647, target: false },
  ]) {
    const urls = [smallUrl, largeUrl];
    const [few, many] = await alternate({ server, urls, newest, rounds });
    const p50 = { few: quantile(few ?? [], 0.5), many: quantile(many ?? [], 0.5) };
    report.add({
      figure: `turn p50, ${inSmall.toLocaleString('en')} messages, among ${among}`,
      value: p50.few,
      unit: 'ms',
    });
    report.add({
      figure: `turn p50, ${inLarge.toLocaleString('en')} messages, among ${among}`,
      value: p50.many,
      unit: 'ms',
    });
    report.add({
      figure: `turn p50, large beside small, among ${among}`,
      value: p50.many / p50.few,
      unit: 'x',
      ...(target ? { atMost: 1.3 } : {}),
    });
  }
  if (quick) report.note('quick: the sizes of the target are 100 thousand and 10 million');
}

/** @returns {Promise<number[][]>} milliseconds of each turn, by database */
async function alternate(
  /** @type {{ server: import('../harness/server.mjs').Server, urls: string[], newest: number, rounds: number }} */
  { server, urls, newest, rounds },
) {
  const nextMessage = takeInTurn();
  const sides = await Promise.all(
    urls.map(async (url) => ({
      database: await openAsServer(url, 1),
      nextToken: takeRoundAndRound(
        await pickTokens(server.asSuperuser(url), { newest, count: rounds + 20 }),
      ),
      times: /** @type {number[]} */ ([]),
    })),
  );
  for (let round = -20; round < rounds; round += 1) {
    for (const { database, nextToken, times } of sides) {
      const message = nextMessage('user').content;
      const start = performance.now();
      await finish(database, await begin(database, nextToken(), message));
      if (round >= 0) times.push(performance.now() - start);
    }
  }
  await Promise.all(sides.map(({ database }) => database.close()));
  return sides.map(({ times }) => times);
}
