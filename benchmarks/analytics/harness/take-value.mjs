/** In charge of flags that have a value: the words that are left are flags without and names. */

/**
 * Takes the flag and its number out of the command line. Ends the process with status 2 when it has none.
 *
 * @param {string} flag with its dashes; both `--flag 5` and `--flag=5` are understood
 * @returns {number | undefined} undefined when the flag is not there
 */
export function takeNumber(flag) {
  const text = takeText(flag, 'a whole number', '200000');
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  return refuse(flag, 'a whole number', '200000');
}

/**
 * The same for a flag that names a folder.
 *
 * @param {string} flag
 * @returns {string | undefined} undefined when the flag is not there
 */
export const takeFolder = (flag) => takeText(flag, 'a folder', '/tmp/year');

function takeText(
  /** @type {string} */ flag,
  /** @type {string} */ wanted,
  /** @type {string} */ example,
) {
  const at = process.argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (at === -1) return undefined;
  const [word = ''] = process.argv.splice(at, 1);
  const text = word === flag ? process.argv.splice(at, 1)[0] : word.slice(flag.length + 1);
  return text === undefined || text === '' || text.startsWith('--')
    ? refuse(flag, wanted, example)
    : text;
}

/** @returns {never} */
function refuse(
  /** @type {string} */ flag,
  /** @type {string} */ wanted,
  /** @type {string} */ example,
) {
  console.error(`${flag} wants ${wanted}, such as ${flag} ${example}.`);
  process.exit(2);
}
