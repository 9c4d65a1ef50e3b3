#!/usr/bin/env node
/** The command line `catb`: the one place where an error ends a command. */
import { CatbError } from '@catb/database';
import { CommanderError } from 'commander';
import { buildProgram } from './program.ts';
import { exitCodes, reportError } from './report-error.ts';

// `catb … | head` has read enough: that is no failure, and nobody is left to be told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const asJson = process.argv.includes('--json');
try {
  await (await buildProgram(process.argv[2])).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.exitCode = reportError(error, asJson);
  // Commander throws too when it has shown the help, and has told people of everything else.
  else if (error.exitCode === 0) process.exitCode = exitCodes.fine;
  else {
    process.exitCode = exitCodes.wrongUse;
    const message = error.message.replace(/^error: /, '');
    if (asJson) reportError(new CatbError({ code: 'COMMAND_INVALID', message }), asJson);
  }
}
