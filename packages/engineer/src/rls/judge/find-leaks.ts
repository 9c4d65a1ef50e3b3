/** In charge of saying which cells of a matrix are leaks: somebody reached a row of somebody else. */
import type { Finding } from '../../findings/finding.ts';
import type { AccessCell, AccessMatrix, ObjectAccess, TriedRole, Verb } from '../access-matrix.ts';
import { describeCells } from './describe-cells.ts';

interface LeakRule {
  rule: string;
  verbs: readonly Verb[];
  /** What is wrong, after the object's name. */
  message: string;
  hint: string;
}

const rules: readonly LeakRule[] = [
  {
    rule: 'stranger-reaches-row',
    verbs: ['select', 'copy to', 'lock'],
    message: 'shows rows to somebody they do not belong to',
    hint: 'Add a policy for select that compares the owner’s column with who asks, or revoke the grant. Where everybody may read it, accept the finding with the reason.',
  },
  {
    rule: 'stranger-writes-row',
    verbs: ['insert', 'insert returning', 'copy from', 'upsert', 'update', 'delete'],
    message: 'lets somebody write rows that belong to others',
    hint: 'Give each verb a policy of its own: using says which rows, with check what they may become.',
  },
  {
    rule: 'row-changes-owner',
    verbs: ['take', 'give'],
    message: 'lets an update make a row somebody else’s',
    hint: 'Repeat the condition of using in with check, or revoke update on the owner’s column.',
  },
  {
    rule: 'function-reaches-stranger-row',
    verbs: ['call'],
    message: 'returns, changes or adds rows of somebody else than who calls it',
    hint: 'Compare the owner of the row with who asks inside the function, make it security invoker, or revoke execute.',
  },
];

/**
 * The findings of a matrix, by rule and object. Roles that pass by row level security are shown in the
 * matrix and are no finding: that is what they are for.
 */
export function findLeaks(matrix: AccessMatrix): Finding[] {
  const held = new Map(
    matrix.roles.filter(({ bypasses }) => !bypasses).map((role) => [role.name, role]),
  );
  const findings: Finding[] = [];
  for (const access of matrix.objects) {
    const cells = access.cells.filter(({ role }) => held.has(role));
    for (const { rule, verbs, message, hint } of rules) {
      const leaks = cells.filter((cell) => verbs.includes(cell.verb) && isLeak(cell));
      if (leaks.length > 0) findings.push(makeFinding(rule, access, message, leaks, hint));
    }
    findings.push(...findAttached(access, cells, matrix), ...findTruncated(access, cells, held));
  }
  return [...findings, ...matrix.untried.map(notTried)];
}

function isLeak({ verb, own, others }: AccessCell): boolean {
  return others > 0 || (verb === 'give' && own > 0);
}

function makeFinding(
  rule: string,
  { object }: ObjectAccess,
  message: string,
  leaks: readonly AccessCell[],
  hint: string,
): Finding {
  return {
    rule,
    level: 'error',
    object,
    message: `${object} ${message}.`,
    detail: `Tried on a copy: ${describeCells(leaks)}.`,
    hint,
    location: null,
  };
}

/** To hang a row below one that is not one's own is a leak where that one can't even be seen. */
function findAttached(
  access: ObjectAccess,
  cells: readonly AccessCell[],
  matrix: AccessMatrix,
): Finding[] {
  const leaks = cells.filter(
    (cell) =>
      cell.verb === 'attach' &&
      cell.others > 0 &&
      (cell.below ?? []).some((parent) => !sees(matrix, parent, cell)),
  );
  if (leaks.length === 0) return [];
  const parents = [...new Set(leaks.flatMap(({ below }) => below ?? []))].join(', ');
  return [
    makeFinding(
      'row-joins-strangers-parent',
      access,
      `takes a row below somebody else’s row of ${parents}`,
      leaks,
      'Let with check ask for the parent too: exists (select from the parent where its owner is who asks).',
    ),
  ];
}

function sees(matrix: AccessMatrix, object: string, { role, who }: AccessCell): boolean {
  const cells = matrix.objects.find((access) => access.object === object)?.cells ?? [];
  return cells.some(
    (cell) => cell.role === role && cell.who === who && cell.verb === 'select' && cell.others > 0,
  );
}

/** What no request can say is no finding for the roles that only requests come as. */
const requestRoles = new Set(['anon', 'authenticated']);

function findTruncated(
  access: ObjectAccess,
  cells: readonly AccessCell[],
  held: ReadonlyMap<string, TriedRole>,
): Finding[] {
  const leaks = cells.filter(({ verb, others }) => verb === 'truncate' && others > 0);
  if (leaks.length === 0) return [];
  const direct = leaks.some(({ role }) => !requestRoles.has(role) || held.get(role)?.logsIn);
  const finding = makeFinding(
    'truncate-passes-policies',
    access,
    'can be emptied by roles that row level security holds: it does not hold for truncate',
    leaks,
    `revoke truncate on table ${access.object} from the role`,
  );
  return [{ ...finding, level: direct ? 'error' : 'info' }];
}

function notTried({ object, reason }: { object: string; reason: string }): Finding {
  return {
    rule: 'access-not-tried',
    level: 'warning',
    object,
    message: `Access to ${object} was not proved.`,
    detail: reason,
    hint: 'Make a row of each tenant possible, or accept the finding with the reason why it does not matter.',
    location: null,
  };
}
