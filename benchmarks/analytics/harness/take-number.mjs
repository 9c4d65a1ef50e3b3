/** In charge of a flag that has a number: the words that are left are flags without and names. */

/**
 * Takes the flag and its number out of the command line. Ends the process with status 2 when it has none.
 *
 * @param {string} flag with its dashes; both `--flag 5` and `--flag=5` are understood
 * @returns {number | undefined} undefined when the flag is not there
 */
export function takeNumber(flag) {
  const at = process.argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (at === -1) return undefined;
  const [word = ''] = process.argv.splice(at, 1);
  const text = word === flag ? process.argv.splice(at, 1)[0] : word.slice(flag.length + 1);
  if (text !== undefined && /^[1-9]\d{0,9}$/.test(text)) return Number(text);
  console.error(`${flag} wants a whole number, such as ${flag} 200000.`);
  process.exit(2);
}
