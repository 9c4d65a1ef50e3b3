/** In charge of running squawk on one file's text. */
import { spawn } from 'node:child_process';
import { devNull, tmpdir } from 'node:os';
import { z } from 'zod';
import { EngineerError } from '../../errors.ts';
import { findSquawk } from './find-squawk.ts';

const violations = z.array(
  z.object({
    /** From 0. */
    line: z.number(),
    /** In bytes of UTF-8, from 0. */
    column: z.number(),
    message: z.string(),
    help: z.string().nullable(),
    rule_name: z.string(),
  }),
);

/** What squawk says about one place. */
export type SquawkViolation = z.infer<typeof violations>[number];

/** Ten megabytes take it about 3 s on one core. */
const deadlineMs = 60_000;

/**
 * Runs the binary itself, without a shell, with none of our environment (it knows tokens for GitHub)
 * and without a configuration file, so that a run means the same everywhere. Its linter opens no
 * connection.
 *
 * @param options.major the PostgreSQL version that the file is meant for
 * @param options.inTransaction whether the migrator puts a transaction around the file
 * @throws EngineerError SQUAWK_UNAVAILABLE, SQUAWK_FAILED
 */
export async function runSquawk(
  text: string,
  options: { major: number; inTransaction: boolean },
): Promise<SquawkViolation[]> {
  const output = await runBinary(text, [
    ...['--reporter', 'json', '--config', devNull, '--stdin-filepath', 'migration.sql'],
    ...['--pg-version', String(options.major)],
    options.inTransaction ? '--assume-in-transaction' : '--no-assume-in-transaction',
  ]);
  try {
    return violations.parse(JSON.parse(output));
  } catch (cause) {
    throw failed('What it printed is not what this version of catb knows.', cause);
  }
}

function runBinary(text: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(findSquawk(), args, {
      cwd: tmpdir(),
      env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(failed(`It had not finished after ${deadlineMs / 1000} s.`));
    }, deadlineMs);
    const chunks: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(0, 2_000);
    });
    // A child that ended early closes the pipe that is still being written to.
    child.stdin.on('error', () => undefined);
    child.on('error', (cause) => reject(failed(cause.message, cause)));
    child.on('close', (code) => {
      clearTimeout(late);
      // 1 says that it found something.
      if (code === 0 || code === 1) resolve(Buffer.concat(chunks).toString());
      else reject(failed(complaint.split('\n')[0] ?? ''));
    });
    child.stdin.end(text);
  });
}

function failed(details: string, cause?: unknown): EngineerError {
  return new EngineerError({
    code: 'SQUAWK_FAILED',
    message: 'squawk could not check the file.',
    details,
    hint: 'Leave it out with --no-squawk, and tell the makers of catb.',
    cause,
  });
}
