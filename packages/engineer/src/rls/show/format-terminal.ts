/** In charge of the matrix in a terminal: objects down, roles and people across, as wide as it may be. */
import { styleText } from 'node:util';
import { people, type AccessMatrix, type ObjectAccess, type Who } from '../access-matrix.ts';
import { failureOf, isReached, legend, marksOf } from './cell-letters.ts';

/** How it is shown. */
export interface TerminalOptions {
  /** Columns of the terminal; default 160. */
  width?: number | undefined;
  /** With colours; default false. */
  color?: boolean | undefined;
}

type Paint = (format: 'red' | 'green' | 'yellow' | 'dim' | 'bold', text: string) => string;

interface ShownCell {
  plain: string;
  painted: string;
}

/** The matrix as text. */
export function formatTerminal(whole: AccessMatrix, options: TerminalOptions = {}): string {
  const paint: Paint = options.color
    ? (format, text) => styleText(format, text, { validateStream: false })
    : (_format, text) => text;
  const lines: string[] = [];
  const matrix = { ...whole, objects: whole.objects.filter((access) => isReached(whole, access)) };
  for (const roles of splitRoles(matrix, options.width ?? 160)) {
    lines.push(...formatBlock(matrix, roles, paint), '');
  }
  const unreached = whole.objects.filter((access) => !isReached(whole, access));
  if (unreached.length > 0) {
    const names = unreached.map(({ object }) => shorten(object, nameLimit)).join(', ');
    lines.push(`Nobody reaches anything of ${unreached.length} more: ${paint('dim', names)}`, '');
  }
  lines.push(paint('dim', legend.letters), paint('dim', legend.cases));
  return lines.join('\n');
}

/** As many roles beside each other as fit. */
function splitRoles(matrix: AccessMatrix, width: number): string[][] {
  const names = Math.min(longestName(matrix), nameLimit);
  const blocks: string[][] = [];
  let left = 0;
  for (const { name } of matrix.roles) {
    const needed = 3 + people.length * (widest(matrix, name) + 1);
    const block = blocks.at(-1);
    if (block === undefined || needed > left) {
      blocks.push([name]);
      left = width - names - needed;
    } else {
      block.push(name);
      left -= needed;
    }
  }
  return blocks;
}

const nameLimit = 44;

function longestName({ objects }: AccessMatrix): number {
  return Math.max(6, ...objects.map(({ object }) => [...object].length));
}

function widest(matrix: AccessMatrix, role: string): number {
  const lengths = matrix.objects.flatMap((access) =>
    people.map((who) => showCell(access, role, who, plainly).plain.length),
  );
  return Math.max('stranger'.length, ...lengths);
}

const plainly: Paint = (_format, text) => text;

function formatBlock(matrix: AccessMatrix, roles: readonly string[], paint: Paint): string[] {
  const nameWidth = Math.min(longestName(matrix), nameLimit);
  const widths = new Map(roles.map((role) => [role, widest(matrix, role)]));
  const columnsOf = (role: string) => (widths.get(role) ?? 0) * people.length + people.length - 1;
  const head = roles.map((role) => {
    const bypasses = matrix.roles.some(({ name, bypasses: does }) => name === role && does);
    const title = bypasses ? `${role} (passes row level security)` : role;
    return paint('bold', pad(title, columnsOf(role)));
  });
  const subhead = roles.map((role) =>
    paint('dim', people.map((who) => pad(who, widths.get(role) ?? 0)).join(' ')),
  );
  const lines = [
    `${pad('', nameWidth)} │ ${head.join(' │ ')}`,
    `${pad('', nameWidth)} │ ${subhead.join(' │ ')}`,
    `${'─'.repeat(nameWidth)}─┼─${roles.map((role) => '─'.repeat(columnsOf(role))).join('─┼─')}`,
  ];
  for (const access of matrix.objects) {
    const cells = roles.map((role) =>
      people
        .map((who) => {
          const { plain, painted } = showCell(access, role, who, paint);
          return painted + ' '.repeat(Math.max(0, (widths.get(role) ?? 0) - plain.length));
        })
        .join(' '),
    );
    lines.push(`${pad(access.object, nameWidth)} │ ${cells.join(' │ ')}`.trimEnd());
  }
  return lines;
}

function showCell(
  { cells }: Pick<ObjectAccess, 'cells'>,
  role: string,
  who: Who,
  paint: Paint,
): ShownCell {
  const marks = marksOf(cells, role, who);
  const failed = failureOf(cells, role, who) !== undefined;
  if (marks.length === 0 && !failed) return { plain: '·', painted: paint('dim', '·') };
  const plain = marks.map(({ letter }) => letter).join('') + (failed ? '!' : '');
  const painted = marks.map(({ letter, kind }) =>
    paint(kind === 'others' ? 'red' : 'green', letter),
  );
  return { plain, painted: painted.join('') + (failed ? paint('yellow', '!') : '') };
}

function pad(text: string, width: number): string {
  const short = shorten(text, width);
  return short + ' '.repeat(width - [...short].length);
}

/** Cuts the middle out of what is too long. */
function shorten(text: string, width: number): string {
  const letters = [...text];
  if (letters.length <= width) return text;
  const half = Math.floor((width - 1) / 2);
  return `${letters.slice(0, width - 1 - half).join('')}…${letters.slice(letters.length - half).join('')}`;
}
