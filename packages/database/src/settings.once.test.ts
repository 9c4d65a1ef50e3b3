import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatbError } from './errors.ts';
import { readSettings, settingsSchema } from './settings.ts';

describe('the settings', () => {
  it('have their defaults where nothing is set', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3_000,
      CATB_HOST: '127.0.0.1',
      CATB_DATA_DIR: '.catb',
      CATB_TURNS_PER_MINUTE: 10,
      CATB_REQUESTS_PER_MINUTE: 60,
      CATB_SESSIONS_PER_HOUR: 60,
    });
    expect(readSettings({}).DATABASE_URL).toBeUndefined();
  });

  it('read numbers, and count an empty one as absent', () => {
    const settings = readSettings({ PORT: '0', CATB_POOL_SIZE: '20', CATB_MODEL: '' });
    expect(settings).toMatchObject({ PORT: 0, CATB_POOL_SIZE: 20 });
    expect(settings.CATB_MODEL).toBeUndefined();
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['CATB_TURNS_PER_MINUTE', '-1'],
    ['CATB_LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://localhost/secret'],
    ['DATABASE_URL', 'secret'],
    ['OPENAI_BASE_URL', 'ftp://secret'],
  ])('refuse %s=%s by its name, without its value', (name, value) => {
    const error = errorOf(() => readSettings({ [name]: value }));
    expect(error).toMatchObject({ code: 'SETTINGS_INVALID' });
    expect(error.message).toContain(name);
    expect(error.message + error.hint).not.toContain('secret');
  });

  it('are told together when several are wrong', () => {
    const { message } = errorOf(() => readSettings({ PORT: 'x', CATB_POOL_SIZE: '0' }));
    expect(message).toContain('PORT');
    expect(message).toContain('CATB_POOL_SIZE');
  });

  it('are all in the reference', () => {
    const page = readFileSync(
      new URL('../../../docs/reference/settings.md', import.meta.url),
      'utf8',
    );
    for (const name of Object.keys(settingsSchema.shape)) expect(page).toContain(`\`${name}\``);
  });
});

function errorOf(run: () => unknown): CatbError {
  try {
    run();
  } catch (error) {
    if (error instanceof CatbError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}
