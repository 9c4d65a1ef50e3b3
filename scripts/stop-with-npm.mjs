/** In charge of `npm start` stopping when only npm is told to. */
const LOOK_EVERY_MS = 250;

/**
 * Stops this process, as SIGTERM does, when the one that started it is gone. npm passes a signal on
 * to the shell that it runs a script in, and the shell dies of it without telling the script, which
 * would serve on with nobody to stop it. Does nothing when this process was not started by npm.
 */
export function stopWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  looking.unref();
}
