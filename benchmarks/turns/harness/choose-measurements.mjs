/** In charge of the words after a benchmark's name: its flags, and which measurements are meant. */

/**
 * Ends the process with status 2, saying what there is, when a word is neither.
 *
 * @template Measure
 * @param {Map<string, Measure>} measurements all that the benchmark has
 * @param {string[]} known its flags, with their dashes
 * @returns {{ flags: string[], chosen: [string, Measure][] }} without a name, every measurement
 */
export function chooseMeasurements(measurements, known) {
  const words = process.argv.slice(2);
  const flags = words.filter((word) => word.startsWith('--'));
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = [
    ...flags.filter((flag) => !known.includes(flag)),
    ...names.filter((name) => !measurements.has(name)),
  ];
  if (unknown.length > 0) {
    const all = [...known, ...measurements.keys()].join(', ');
    console.error(`Not known: ${unknown.join(', ')}. There are ${all}.`);
    process.exit(2);
  }
  const chosen = [...measurements].filter(([name]) => names.length === 0 || names.includes(name));
  return { flags, chosen };
}
