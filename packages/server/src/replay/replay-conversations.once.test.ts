import { afterEach, describe, expect, it } from 'vitest';
import { replayConversations, type ReplayOptions } from './replay-conversations.ts';
import { startStandInApi, type Fault, type StandInApi } from './stand-in-api.ts';

let api: StandInApi | undefined;
afterEach(() => api?.close());

/** A conversation in which the person speaks so many times, twice in a row at the start. */
function line(id: string, turns: number): string {
  const person = Array.from({ length: turns }, (_, index) => ({
    role: 'user',
    content: `${id} says ${index}, "é" 🐈\n`,
  }));
  const messages = [person[0], { role: 'assistant', content: 'So?' }, ...person.slice(1)]
    .filter((message) => message !== undefined)
    .map((message, index) => ({ seq: index + 1, ...message }));
  return JSON.stringify({ conversation_id: id, source: 'test', messages });
}

async function replay(lines: string[], fault?: Fault, options: Partial<ReplayOptions> = {}) {
  api = await startStandInApi(fault);
  async function* input() {
    yield Buffer.from(lines.join('\n'));
  }
  return await replayConversations({
    baseUrl: api.url,
    input: input(),
    longestWaitMs: 2_000,
    ...options,
  });
}

const lines = (count: number, turns = 4) =>
  Array.from({ length: count }, (_, index) => line(`c${index}`, turns));

describe('a replay', () => {
  it('sends what the person said, in order, and finds it stored', async () => {
    const report = await replay([...lines(20), line('mute', 0), 'secret']);
    expect(report).toMatchObject({
      conversations: 20,
      answered: 80,
      failed: 0,
      badLines: 1,
      failures: {},
      retries: {},
      checked: { conversations: 20, messages: 160 },
      differenceCount: 0,
      hint: null,
    });
    const { p50, p95, p99, max } = report.latencyMs;
    expect([p50, p95, p99, max]).toEqual([p50, p95, p99, max].toSorted((a, b) => a! - b!));
    expect(p50).toBeGreaterThan(0);
    const sent = [...api!.sessions.values()].map((stored) =>
      stored.filter(({ role }) => role === 'user').map(({ content }) => content),
    );
    expect(sent.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, c) =>
        [0, 1, 2, 3].map((index) => `c${c} says ${index}, "é" 🐈\n`),
      ).toSorted(),
    );
  });

  it('stops at its limit', async () => {
    expect(await replay(lines(20), undefined, { limit: 5, concurrency: 3 })).toMatchObject({
      conversations: 5,
      answered: 20,
    });
  });

  it('comes back when it is told to, as often as needed and no sooner', async () => {
    const busy: Fault = (path, call) =>
      path === '/chat' && call <= 3
        ? [
            { status: 429, code: 'turn_quota_exceeded', retryAfter: '1' },
            { status: 503, code: 'database_busy' },
            { status: 409, code: 'turn_in_progress', retryAfter: '0' },
          ][call - 1]
        : undefined;
    const report = await replay(lines(1), busy);
    expect(report).toMatchObject({ answered: 4, failed: 0, differenceCount: 0 });
    expect(report.retries).toEqual({
      turn_quota_exceeded: 1,
      database_busy: 1,
      turn_in_progress: 1,
    });
    expect(report.seconds).toBeGreaterThan(1);
    expect(report.hint).toContain('CATB_TURNS_PER_MINUTE=0');
  });

  it('gives up where waiting is too long or of no use, and goes on with the next turn', async () => {
    const wrong: Fault = (path, call) =>
      path === '/chat'
        ? [
            { status: 429, code: 'rate_limited', retryAfter: '3600' },
            { status: 409, code: 'idempotency_key_reused' },
            { status: 400, code: 'message <b> too long' },
            'no JSON' as const,
          ][call - 1]
        : undefined;
    const report = await replay(lines(1, 6), wrong);
    expect(report).toMatchObject({ answered: 2, failed: 4, retries: {}, differenceCount: 0 });
    expect(report.failures).toEqual({
      'turn: rate_limited': 1,
      'turn: idempotency_key_reused': 1,
      'turn: http_400': 1,
      'turn: answer_malformed': 1,
    });
  });

  it('repeats a turn whose answer was lost, and stops after so many times', async () => {
    const lost: Fault = (path, call) => (path === '/chat' && call <= 2 ? 'hang up' : undefined);
    expect(await replay(lines(1), lost)).toMatchObject({
      answered: 4,
      retries: { no_answer: 2 },
    });
    await api?.close();
    const dead: Fault = (path) => (path === '/chat' ? 'hang up' : undefined);
    expect(await replay(lines(1, 1), dead, { attempts: 2 })).toMatchObject({
      answered: 0,
      failures: { 'turn: no_answer': 1 },
      retries: { no_answer: 1 },
    });
  });

  it('without sessions has sent nothing, and says why', async () => {
    const full: Fault = (path) =>
      path === '/session/create'
        ? { status: 429, code: 'session_limit_reached', retryAfter: '3600' }
        : undefined;
    const report = await replay(lines(3), full);
    expect(report.failures).toEqual({ 'session: session_limit_reached': 3 });
    expect(report.hint).toContain('CATB_SESSIONS_PER_HOUR=0');
    expect(api?.calls['/chat']).toBeUndefined();
  });

  it('tells what is not stored as it was sent, and quotes nothing of it', async () => {
    const forgetful: Fault = (path, call) => {
      if (path === '/session/history' && call === 1) {
        for (const stored of api!.sessions.values()) stored[2]!.content = 'changed';
      }
      return undefined;
    };
    const report = await replay(lines(1), forgetful);
    expect(report.differences).toEqual([
      { line: 1, seq: 3, problem: 'its content is not what was sent' },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/says|changed/);
  });
});

describe('the address of a replay', () => {
  const at = (baseUrl: string, options: Partial<ReplayOptions> = {}) =>
    replayConversations({ baseUrl, input: (async function* () {})(), attempts: 1, ...options });

  it.each([
    'http://192.0.2.1:3000',
    'https://catb.example',
    'http://127.0.0.1.example:3000',
    'http://0.0.0.0:1',
  ])('%s is not this machine', async (address) => {
    await expect(at(address)).rejects.toMatchObject({ code: 'REPLAY_ADDRESS_REMOTE' });
  });

  it.each(['', 'nonsense', 'file:///tmp', 'ftp://127.0.0.1', 'http://127.0.0.1/?a=b'])(
    '%j is none of HTTP',
    async (address) => {
      await expect(at(address)).rejects.toMatchObject({ code: 'REPLAY_ADDRESS_INVALID' });
    },
  );

  it('at which nothing of catb answers ends the replay before it begins', async () => {
    await expect(at('http://127.0.0.1:1')).rejects.toMatchObject({
      code: 'REPLAY_SERVER_UNREACHABLE',
    });
    api = await startStandInApi(() => 'no JSON');
    await expect(at(api.url)).rejects.toMatchObject({ code: 'REPLAY_SERVER_UNREACHABLE' });
  });

  it('may be elsewhere when somebody says so', async () => {
    const far = at('http://0.0.0.0:1', { allowRemote: true });
    await expect(far).rejects.toMatchObject({ code: 'REPLAY_SERVER_UNREACHABLE' });
  });
});
