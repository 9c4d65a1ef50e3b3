/** `catb admin-key`: the keys of /analytics and /metrics. */
import {
  CatbError,
  createAdminKey,
  isServerRoleUrl,
  listAdminKeys,
  openDatabase,
  revokeAdminKey,
  rotateAdminKey,
  type AdminKey,
  type Database,
} from '@catb/database';
import { InvalidArgumentError, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';

interface KeyOptions extends DatabaseOption {
  expires?: Date;
}

/** Adds `admin-key create`, `list`, `rotate` and `revoke`. */
export function addAdminKeyCommand(program: Command): void {
  const keys = program
    .command('admin-key')
    .description('make, list, replace and take back the keys of /analytics and /metrics');
  const add = (usage: string, description: string, example: string, findings: string | null) =>
    explain(withDatabaseOption(keys.command(usage).description(description)), {
      example,
      exits: { findings },
    });
  const withExpiry = (command: Command) =>
    command.option(
      '--expires <when>',
      'refuse the key from then on: a date (its midnight in UTC) or a time with offset (default: never, or as before)',
      parseTime,
    );

  withExpiry(
    add(
      'create <name>',
      'make a key and print it, this once',
      'catb admin-key create dashboard --expires 2027-01-01',
      'there is a key of this name',
    ),
  ).action(async (name: string, options: KeyOptions) => {
    const { expires: expiresAt } = options;
    show(
      name,
      await asOwner(options, (owner) => createAdminKey(owner, { name, expiresAt })),
      options,
    );
  });

  add('list', 'list every key there ever was', 'catb admin-key list --json', null).action(
    async (options: DatabaseOption) => {
      const all = await asOwner(options, listAdminKeys);
      if (options.json) console.log(JSON.stringify(all));
      else if (all.length === 0) console.log('There is none. Make one with: catb admin-key create');
      else console.log(all.map(describe).join('\n'));
    },
  );

  withExpiry(
    add(
      'rotate <name>',
      'replace a key and print the new one; the old one is refused at once',
      'catb admin-key rotate dashboard',
      'there is no such key, or it is revoked or expired',
    ),
  ).action(async (name: string, options: KeyOptions) => {
    const { expires: expiresAt } = options;
    show(
      name,
      await asOwner(options, (owner) => rotateAdminKey(owner, { name, expiresAt })),
      options,
    );
  });

  add(
    'revoke <name>',
    'take a key back, for good and at once',
    'catb admin-key revoke dashboard',
    'there is no such key',
  ).action(async (name: string, options: DatabaseOption) => {
    const revokedAt = await asOwner(options, (owner) => revokeAdminKey(owner, name));
    if (options.json) console.log(JSON.stringify({ name, revokedAt }));
    else console.log(`The key ${name} is revoked since ${revokedAt.toISOString()}.`);
  });
}

/** The role of the server checks keys; only the owner makes them. */
async function asOwner<Result>(
  options: DatabaseOption,
  run: (owner: Database) => Promise<Result>,
): Promise<Result> {
  return await withDatabase(options, async ({ url }) => {
    if (isServerRoleUrl(url)) {
      throw new CatbError({
        code: 'DATABASE_ROLE_UNUSABLE',
        message: 'The role catb_server may not keep admin keys.',
        hint: "Give the owner's address with --db-url.",
      });
    }
    const owner = openDatabase({ url, max: 1 });
    try {
      return await run(owner);
    } finally {
      await owner.close();
    }
  });
}

/** The key alone on standard output, so that it can be piped. */
function show(name: string, key: string, { json, expires }: KeyOptions): void {
  if (json) console.log(JSON.stringify({ name, key, expiresAt: expires ?? null }));
  else {
    console.error(`The key ${name}, shown this once:`);
    console.log(key);
  }
}

function describe({ name, state, createdAt, expiresAt, lastUsedAt }: AdminKey): string {
  const day = (time: Date) => time.toISOString().slice(0, 10);
  return [
    name.padEnd(24),
    state.padEnd(8),
    `created ${day(createdAt)}`,
    lastUsedAt === null ? 'never used' : `last used ${day(lastUsedAt)}`,
    ...(expiresAt === null ? [] : [`expires ${expiresAt.toISOString()}`]),
  ].join('  ');
}

function parseTime(text: string): Date {
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const time = new Date(text);
  if (!isTime || Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError('a date such as 2027-01-01, or a time with its offset');
  }
  return time;
}
