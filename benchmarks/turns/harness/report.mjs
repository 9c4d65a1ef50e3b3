/** In charge of what is printed: figures as they come, as JSON lines or as a table to read. */

/**
 * @typedef {object} Figure
 * @property {string} figure what was measured
 * @property {number} value
 * @property {string} unit
 * @property {number} [atLeast] the target, when more is better
 * @property {number} [atMost] the target, when less is better
 *
 * @typedef {object} Report
 * @property {(heading: string) => void} begin a new part of the table
 * @property {(figure: Figure) => void} add
 * @property {(text: string) => void} note something to know when reading the figures
 * @property {() => string} end says how many targets were met, and gives the whole table
 */

/**
 * Prints the machine first, then each figure when it is there. With `json` each line of stdout is
 * one object, and notes go to stderr.
 *
 * @param {{ json: boolean, machine: Record<string, string | number | boolean> }} options
 * @returns {Report}
 */
export function createReport({ json, machine }) {
  /** @type {string[]} */
  const table = [];
  const met = { yes: 0, of: 0 };
  const tell = (/** @type {string} */ line) => {
    table.push(line);
    if (!json) console.log(line);
  };

  if (json) console.log(JSON.stringify(machine));
  for (const [name, value] of Object.entries(machine)) tell(`${name.padEnd(42)} ${value}`);
  return {
    begin: (heading) => tell(`\n${heading}`),
    add: (figure) => {
      const row = judge(figure);
      if (row.target !== null) met.of += 1;
      if (row.met) met.yes += 1;
      tell(formatRow(row));
      if (json) console.log(JSON.stringify(row));
    },
    note: (text) => {
      tell(`  ${text}`);
      if (json) console.error(text);
    },
    end: () => {
      tell(`\n${met.yes} of ${met.of} targets met`);
      return table.join('\n');
    },
  };
}

/** A row as it is printed: what is compared with the target is the value that one can read. */
function judge(/** @type {Figure} */ { figure, value, unit, atLeast, atMost }) {
  const shown = Number(value.toPrecision(Math.abs(value) >= 1_000 ? 6 : 4));
  if (atLeast !== undefined) {
    return { figure, value: shown, unit, target: `>= ${atLeast}`, met: shown >= atLeast };
  }
  if (atMost !== undefined) {
    return { figure, value: shown, unit, target: `<= ${atMost}`, met: shown <= atMost };
  }
  return { figure, value: shown, unit, target: null, met: null };
}

/** @returns {string} */
function formatRow(/** @type {ReturnType<typeof judge>} */ { figure, value, unit, target, met }) {
  const verdict = target === null ? '' : `${target.padEnd(9)} ${met ? 'met' : 'NOT MET'}`;
  const measured = `${value.toLocaleString('en', { maximumFractionDigits: 4 }).padStart(10)} ${unit}`;
  return `  ${figure.padEnd(60)} ${measured.padEnd(24)} ${verdict}`.trimEnd();
}
