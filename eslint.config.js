import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirection } from './scripts/import-direction.mjs';

const root = import.meta.dirname;

/**
 * Which folder may import which: supabase → database → engineer | operations → server | cli. This
 * is the one place that says so. A folder that is not named here is not allowed to exist under
 * packages/ without a line of its own (scripts/import-direction.once.test.ts sees to it).
 */
export const mayImport = {
  supabase: ['database'], // its tests, written in TypeScript, run on a database; its SQL imports nothing
  database: ['supabase'],
  engineer: ['supabase', 'database'],
  operations: ['supabase', 'database'],
  server: ['supabase', 'database', 'engineer', 'operations'],
  cli: ['supabase', 'database', 'engineer', 'operations', 'server'],
  web: [], // it speaks HTTP only
  scripts: '*',
  benchmarks: '*',
  examples: '*',
};

/** Where a tsconfig.json covers the files, so that rules may ask for types. */
const typed = {
  files: ['packages/*/src/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}'],
  ignores: ['packages/web/**/*.test.{ts,tsx}'],
};

/** What Node defines, as this Node has it. */
const nodeGlobals = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']),
);

export default defineConfig(
  { ignores: ['**/dist/', '**/.catb/', 'coverage/', 'benchmarks/*/results/', '**/*.generated.*'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { catb: { rules: { 'import-direction': importDirection } } },
    rules: {
      'catb/import-direction': ['error', { root, mayImport }],
      'max-lines': ['error', { max: 250 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' },
        { selector: 'TSParameterProperty', message: 'Declare the property and assign it.' },
      ],
      // Off: TypeScript reports a name that does not exist, in the scripts too. On again below for
      // what no tsconfig.json covers.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    ...typed,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    // Not the whole of recommendedTypeChecked: its no-unsafe-* rules repeat, at every row that the
    // driver returns as `any`, what the row types say once at the boundary.
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['benchmarks/**/*.{js,mjs}', 'examples/**/*.{js,mjs}'],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-undef': 'error' },
  },
  {
    files: ['packages/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: {
      // Off in tests: where a value is missing the test fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
);
