/** In charge of what a command's help and its page say beside its options: exit statuses, an example. */
import type { Command } from 'commander';
import { exitCodes } from './report-error.ts';

/** What there is to say about a command. */
export interface Explanation {
  /** A command line that can be copied. */
  example: string;
  /** What an exit status means here, where it means more than usual; null where it never comes. */
  exits?: Partial<Record<keyof typeof exitCodes, string | null>>;
}

/** An exit status of a command. */
export interface ExitStatus {
  status: number;
  meaning: string;
}

const usual: Record<keyof typeof exitCodes, string> = {
  fine: 'it worked',
  findings: 'it failed',
  wrongUse: 'wrong use: an unknown option, or a value that can not be',
  unreachable: 'the database could not be reached',
};

const explanations = new WeakMap<Command, { example: string; exits: ExitStatus[] }>();

/** Adds them to the command's help, and keeps them for its page. */
export function explain(command: Command, { example, exits = {} }: Explanation): Command {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  const statuses = names.flatMap((name) => {
    const meaning = exits[name] === undefined ? usual[name] : exits[name];
    return meaning === null ? [] : [{ status: exitCodes[name], meaning }];
  });
  explanations.set(command, { example, exits: statuses });
  const lines = statuses.map(({ status, meaning }) => `  ${status}  ${meaning}`);
  return command.addHelpText(
    'after',
    `\nExit status:\n${lines.join('\n')}\n\nExample:\n  ${example}`,
  );
}

/** What explain() was told about the command. */
export function explanationOf(
  command: Command,
): { example: string; exits: ExitStatus[] } | undefined {
  return explanations.get(command);
}
