/** In charge of how cells are abbreviated, the same in every picture of a matrix. */
import {
  people,
  type AccessCell,
  type AccessMatrix,
  type ObjectAccess,
  type Verb,
  type Who,
} from '../access-matrix.ts';

/** One letter for each verb: small where one's own rows were reached, capital where others' were. */
export const verbLetters: Readonly<Record<Verb, string>> = {
  select: 's',
  'copy to': 'c',
  lock: 'l',
  insert: 'i',
  'insert returning': 'r',
  'copy from': 'f',
  upsert: 'p',
  attach: 'a',
  update: 'u',
  take: 't',
  give: 'g',
  delete: 'd',
  truncate: 'x',
  call: 'e',
};

/** What a letter in a cell means. */
export interface Mark {
  letter: string;
  /** `others`: somebody reached what isn't his; `failure`: an error that is no refusal. */
  kind: 'own' | 'others' | 'failure';
  cell: AccessCell;
}

/** The letters of one role and person on one object; none where nothing was reached. */
export function marksOf(cells: readonly AccessCell[], role: string, who: Who): Mark[] {
  return cells.flatMap((cell): Mark[] => {
    if (cell.role !== role || cell.who !== who) return [];
    const letter = verbLetters[cell.verb];
    // To give a row away is to reach what is another's from then on.
    if (cell.others > 0 || (cell.verb === 'give' && cell.own > 0)) {
      return [{ letter: letter.toUpperCase(), kind: 'others', cell }];
    }
    if (cell.own > 0) return [{ letter, kind: 'own', cell }];
    return [];
  });
}

/** Whether something on the object failed for another reason than a refusal. */
export function failureOf(
  cells: readonly AccessCell[],
  role: string,
  who: Who,
): AccessCell | undefined {
  return cells.find(
    (cell) =>
      cell.role === role && cell.who === who && cell.refusal === 'failure' && isTelling(cell),
  );
}

/** What PostgreSQL does not offer at all, such as to copy from a view, tells nothing about access. */
export function isTelling({ sqlstate, verb, outcome }: AccessCell): boolean {
  if (outcome !== 'error') return false;
  if (sqlstate === '42809' || sqlstate === '0A000') return false;
  // A key or a foreign key refused what no policy did; the verb's other attempts say the rest.
  return !(sqlstate?.startsWith('23') && verb !== 'insert');
}

/** Whether there is anything to show of an object: somebody reached something, or something failed. */
export function isReached(
  { roles }: AccessMatrix,
  { cells }: Pick<ObjectAccess, 'cells'>,
): boolean {
  return roles.some(({ name }) =>
    people.some(
      (who) => marksOf(cells, name, who).length > 0 || failureOf(cells, name, who) !== undefined,
    ),
  );
}

/** Errors that are no refusals, each once. */
export function listFailures(
  matrix: AccessMatrix,
): { object: string; verbs: Verb[]; sqlstate: string; message: string }[] {
  const failures = new Map<
    string,
    { object: string; verbs: Verb[]; sqlstate: string; message: string }
  >();
  for (const { object, cells } of matrix.objects) {
    for (const cell of cells) {
      if (cell.refusal !== 'failure' || !isTelling(cell)) continue;
      const { sqlstate, message, verb } = cell;
      const key = `${object} ${sqlstate} ${message}`;
      const known = failures.get(key);
      if (known === undefined) {
        failures.set(key, {
          object,
          verbs: [verb],
          sqlstate: sqlstate || 'no SQLSTATE',
          message: message ?? '',
        });
      } else if (!known.verbs.includes(verb)) known.verbs.push(verb);
    }
  }
  return [...failures.values()];
}

/** The legend in one line for each half. */
export const legend = {
  letters: Object.entries(verbLetters)
    .map(([verb, letter]) => `${letter} ${verb}`)
    .join(' · '),
  cases:
    'small: one’s own rows only · CAPITAL: rows of others · "·": nothing reached · "!": an error that is no refusal',
} as const;
