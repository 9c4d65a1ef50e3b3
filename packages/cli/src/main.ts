#!/usr/bin/env node
/** The command line `catb`: the one place where an error ends a command. */
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { exitCodes, reportError } from './report-error.ts';

try {
  await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUse;
  } else {
    process.exitCode = reportError(error, process.argv.includes('--json'));
  }
}
