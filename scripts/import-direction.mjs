/**
 * An ESLint rule in charge of the direction of imports between the folders of the project. Which
 * folder may import which stands in one table, in eslint.config.js.
 */
import { dirname, relative, resolve, sep } from 'node:path';

const IS_TEST = /\.test\.tsx?$|(^|\/)(tests|testing)\//;

/**
 * @typedef {object} Direction
 * @property {string} root the project's folder
 * @property {Record<string, string[] | '*'>} mayImport folder to the folders that it may import
 */

/**
 * The folder of the project that a file belongs to: a package's name, or a top folder's.
 *
 * @param {string} root
 * @param {string} path absolute
 * @returns {{ owner: string, inside: string, isPackage: boolean } | undefined} nothing outside the
 *   project
 */
function locate(root, path) {
  const [top = '', second = '', ...rest] = relative(root, path).split(sep);
  if (top === '..') return undefined;
  if (top === 'packages') return { owner: second, inside: rest.join('/'), isPackage: true };
  return { owner: top, inside: [second, ...rest].join('/'), isPackage: false };
}

/**
 * What is wrong with one import, or undefined when it is allowed.
 *
 * @param {Direction} direction
 * @param {string} file absolute path of the importing file
 * @param {string} source what it imports, as written
 * @returns {string | undefined}
 */
export function findWrongImport({ root, mayImport }, file, source) {
  const from = locate(root, file);
  const allowed = from && mayImport[from.owner];
  if (!from || !allowed || allowed === '*') return undefined;

  const byName = source.match(/^@catb\/([^/]+)(?:\/(.*))?$/);
  const isRelative = /^\.{1,2}(\/|$)/.test(source);
  const to = byName
    ? { owner: byName[1] ?? '', inside: byName[2] ?? '', isPackage: true }
    : isRelative
      ? locate(root, resolve(dirname(file), source))
      : source === 'catb'
        ? { owner: 'cli', inside: '', isPackage: true }
        : undefined;
  if (!to) return isRelative ? 'it leads out of the project' : undefined;

  const isTest = IS_TEST.test(from.inside) || from.owner === 'supabase';
  if (/(^|\/)testing(\/|$)/.test(to.inside) && !isTest) {
    return 'what is made for tests is imported by tests only';
  }
  if (to.owner === from.owner) return undefined;
  if (!allowed.includes(to.owner)) {
    return `${from.owner} may import ${allowed.join(', ') || 'no other folder'}, not ${to.owner}`;
  }
  if (isRelative && to.isPackage) {
    return `another package is imported by its name, @catb/${to.owner}`;
  }
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports between folders follow the table in eslint.config.js' },
    schema: [{ type: 'object' }],
    messages: { wrongImport: 'Do not import {{ source }} here: {{ reason }}.' },
  },
  create(context) {
    const check = (/** @type {{ source?: unknown }} */ { source }) => {
      const literal = /** @type {import('estree').Literal | null | undefined} */ (source);
      if (typeof literal?.value !== 'string') return;
      const reason = findWrongImport(context.options[0], context.filename, literal.value);
      if (reason) {
        const data = { source: literal.value, reason };
        context.report({ node: literal, messageId: 'wrongImport', data });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};
