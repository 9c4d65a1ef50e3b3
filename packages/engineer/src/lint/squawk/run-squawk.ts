/** In charge of running squawk on one file's text. */
import { spawn } from 'node:child_process';
import { devNull, tmpdir } from 'node:os';
import { z } from 'zod';
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

/** A failure is said in squawk's words: a file may be more than it can take. */
export type SquawkAnswer =
  { violations: SquawkViolation[]; failure?: never } | { violations?: never; failure: string };

/** Ten megabytes take it about 3 s on one core. */
const deadlineMs = 30_000;

/**
 * Runs the binary itself, without a shell, with none of our environment (it knows tokens for GitHub)
 * and without a configuration file, so that a run means the same everywhere. Its linter opens no
 * connection.
 *
 * @param options.major the PostgreSQL version that the file is meant for
 * @param options.inTransaction whether the migrator puts a transaction around the file
 * @throws EngineerError SQUAWK_UNAVAILABLE
 */
export async function runSquawk(
  text: string,
  options: { major: number; inTransaction: boolean },
): Promise<SquawkAnswer> {
  const args = [
    ...['--reporter', 'json', '--config', devNull, '--stdin-filepath', 'migration.sql'],
    ...['--pg-version', String(options.major)],
    options.inTransaction ? '--assume-in-transaction' : '--no-assume-in-transaction',
  ];
  const { output, failure } = await runBinary(findSquawk(), args, text);
  if (failure !== undefined) return { failure };
  try {
    return { violations: violations.parse(JSON.parse(output)) };
  } catch {
    return { failure: 'What it printed is not what this version of catb knows.' };
  }
}

function runBinary(
  binary: string,
  args: string[],
  text: string,
): Promise<{ output: string; failure?: string }> {
  return new Promise((resolve) => {
    const fail = (failure: string) => resolve({ output: '', failure });
    const child = spawn(binary, args, {
      cwd: tmpdir(),
      env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`It had not finished after ${deadlineMs / 1000} s.`);
    }, deadlineMs);
    const chunks: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(0, 2_000);
    });
    // A child that ended early closes the pipe that is still being written to.
    child.stdin.on('error', () => undefined);
    child.on('error', ({ message }) => fail(message));
    child.on('close', (code, signal) => {
      clearTimeout(late);
      // 1 says that it found something.
      if (code === 0 || code === 1) resolve({ output: Buffer.concat(chunks).toString() });
      else fail(complaint.trim().split('\n')[0] || `It ended with ${signal ?? `status ${code}`}.`);
    });
    child.stdin.end(text);
  });
}
