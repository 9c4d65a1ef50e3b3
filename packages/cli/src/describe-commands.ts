/** In charge of telling what each command takes, as plain data: the reference is made from here. */
import type { Command, Option } from 'commander';
import { explanationOf, type ExitStatus } from './explain-command.ts';
import { buildProgram } from './program.ts';

// With the module and not at a call: whoever imports it from a generator can load nothing later.
const program = await buildProgram();

/** An option of a command. */
export interface OptionDescription {
  /** As it is written: `--to <file>`. */
  flags: string;
  description: string;
  /** What holds without it; undefined for an option that takes no value. */
  default: string | undefined;
}

/** A command, and those below it. One with others below it has no options, exits or example. */
export interface CommandDescription {
  /** With those above it: `migrate up`. */
  name: string;
  usage: string;
  description: string;
  options: OptionDescription[];
  exits: ExitStatus[];
  example: string;
  commands: CommandDescription[];
}

/**
 * Every command in the order of the help.
 *
 * @throws Error where a command has no description, or nobody said what its exit statuses mean
 */
export function describeCommands(): CommandDescription[] {
  return program.commands.map((command) => describe(command, ''));
}

function describe(command: Command, above: string): CommandDescription {
  const name = `${above}${command.name()}`;
  const help = command.createHelp();
  const explanation = explanationOf(command);
  const commands = command.commands.map((one) => describe(one, `${name} `));
  if (command.description() === '') throw new Error(`Nothing describes the command ${name}`);
  if (explanation === undefined && commands.length === 0) {
    throw new Error(`No explain() says what ${name} exits with, and gives an example`);
  }
  return {
    name,
    usage: help.commandUsage(command),
    description: command.description(),
    options: command.options.map(describeOption),
    exits: explanation?.exits ?? [],
    example: explanation?.example ?? '',
    commands,
  };
}

/** A default that is no constant stands in the words of the option. */
const saidInWords = /\s*\(default: ([^)]+)\)$/;

function describeOption({ flags, description, defaultValue, required }: Option): OptionDescription {
  const said = saidInWords.exec(description)?.[1];
  const preset: unknown = defaultValue;
  const given = preset === undefined ? said : String(preset);
  return {
    flags,
    description: description.replace(saidInWords, ''),
    default: required ? (given ?? 'none') : undefined,
  };
}
