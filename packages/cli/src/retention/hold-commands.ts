/** `catb retention hold`, `release` and `holds`: legal holds. */
import { CatbError, listHolds, placeHold, releaseHold, type LegalHold } from '@catb/database';
import type { Command } from 'commander';
import { asOwner } from '../as-owner.ts';
import { withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { connection } from './connection.ts';

interface ReasonOption extends DatabaseOption {
  reason: string;
}

/** Adds the three. */
export function addHoldCommands(retention: Command): void {
  const hold = withDatabaseOption(
    retention
      .command('hold')
      .description('keep a session from every erasure, by policy, by hand and on request')
      .argument('<session>', 'its id', parseUuid)
      .requiredOption('--reason <text>', 'why: 10 to 1,000 characters, for the audit log'),
  );
  explain(hold, {
    example: 'catb retention hold 0199… --reason "letter of the court of 3 November"',
    exits: { fine: 'it is on hold', findings: 'there is no such session, or it failed' },
  });
  hold.action((sessionId: string, { reason, ...options }: ReasonOption) =>
    asOwner(options, connection, async (database) => {
      const holdId = await placeHold(database, sessionId, reason);
      console.log(
        options.json
          ? JSON.stringify({ holdId })
          : `On hold. To release it: catb retention release ${holdId}`,
      );
    }),
  );

  const release = withDatabaseOption(
    retention
      .command('release')
      .description('release a legal hold')
      .argument('<hold>', 'the id that hold printed, and holds lists', parseUuid)
      .requiredOption('--reason <text>', 'why: 10 to 1,000 characters, for the audit log'),
  );
  explain(release, {
    example: 'catb retention release 0199… --reason "case closed on 3 November"',
    exits: { fine: 'it is released', findings: 'there is no such hold, or it failed' },
  });
  release.action((holdId: string, { reason, ...options }: ReasonOption) =>
    asOwner(options, connection, async (database) => {
      const releasedAt = await releaseHold(database, holdId, reason);
      console.log(options.json ? JSON.stringify({ releasedAt }) : 'Released.');
    }),
  );

  const holds = withDatabaseOption(
    retention.command('holds').description('list what is on hold').option('--all', 'and what was'),
  );
  explain(holds, { example: 'catb retention holds', exits: { fine: 'they are listed' } });
  holds.action(({ all, ...options }: DatabaseOption & { all?: boolean }) =>
    asOwner(options, connection, async (database) => {
      const listed = await listHolds(database, { released: all ?? false });
      if (options.json) console.log(JSON.stringify({ holds: listed }));
      else if (listed.length === 0) console.log('Nothing is on hold.');
      else for (const one of listed) console.log(describe(one));
    }),
  );
}

function describe(hold: LegalHold): string {
  const { id, sessionId, placedAt, placedBy, reason, releasedAt, releasedBy, releaseReason } = hold;
  const placed = `${id}: ${sessionId ?? 'a session'} since ${placedAt.toISOString()} by ${placedBy}: ${reason}`;
  if (releasedAt === null) return placed;
  return `${placed}; released ${releasedAt.toISOString()} by ${releasedBy}: ${releaseReason}`;
}

function parseUuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text;
  throw new CatbError({
    code: 'COMMAND_INVALID',
    message: `${JSON.stringify(text)} is not an id.`,
    hint: 'It is a UUID.',
  });
}
