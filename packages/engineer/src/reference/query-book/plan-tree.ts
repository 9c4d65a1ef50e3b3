/** In charge of plans as PostgreSQL tells them in JSON, and as the book prints them. */

/** A node of a plan; the fields that are read of it. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Alias?: string;
  'Index Name'?: string;
  'Scan Direction'?: string;
  'Join Type'?: string;
  Operation?: string;
  'Subplan Name'?: string;
  'Function Name'?: string;
  'CTE Name'?: string;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: PlanNode[];
  [field: string]: unknown;
}

/** What decides which rows a node touches, in the order in which it is printed. */
const conditions = [
  'Index Cond',
  'Recheck Cond',
  'TID Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
  'One-Time Filter',
  'Sort Key',
  'Conflict Resolution',
  'Conflict Arbiter Indexes',
] as const;

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** Every node, the top one first. */
export function listNodes(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(listNodes)];
}

/** Pages that a plan touched, with everything below it and the functions it called. */
export function countPages(plan: PlanNode): number {
  return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
}

/** The indexes that a plan reads or decides a conflict by, each once. */
export function listIndexes(plan: PlanNode): string[] {
  const names = listNodes(plan).flatMap((node) => [
    ...(node['Index Name'] === undefined ? [] : [node['Index Name']]),
    ...((node['Conflict Arbiter Indexes'] as string[] | undefined) ?? []),
  ]);
  return [...new Set(names)];
}

/** Without costs, times and counts: what stays the same from run to run. */
export function renderPlan(plan: PlanNode, depth = 0): string[] {
  const left = depth * 5;
  const arrow = depth === 0 ? '' : `${' '.repeat(left - 3)}-> `;
  return [
    `${arrow}${describeNode(plan)}`,
    ...conditions.flatMap((field) => {
      const value = plan[field];
      if (value === undefined) return [];
      const text = Array.isArray(value) ? value.join(', ') : String(value);
      // A statement that is planned for its values has them in its plan: ids are others in each run.
      return [`${' '.repeat(left + 2)}${field}: ${text.replace(uuid, '…')}`];
    }),
    ...(plan.Plans ?? []).flatMap((child) => renderPlan(child, depth + 1)),
  ];
}

function describeNode(node: PlanNode): string {
  const type = node['Node Type'] === 'ModifyTable' ? (node.Operation ?? '') : node['Node Type'];
  const joined =
    node['Join Type'] === undefined || node['Join Type'] === 'Inner' ? '' : ` ${node['Join Type']}`;
  const backward = node['Scan Direction'] === 'Backward' ? ' Backward' : '';
  const index = node['Index Name'] === undefined ? '' : ` using ${node['Index Name']}`;
  const source = node['Relation Name'] ?? node['Function Name'] ?? node['CTE Name'];
  const alias = node.Alias === undefined || node.Alias === source ? '' : ` ${node.Alias}`;
  const on = source === undefined ? '' : ` on ${source}${alias}`;
  const part = node['Subplan Name'] === undefined ? '' : `${node['Subplan Name']}: `;
  return `${part}${type}${joined}${backward}${index}${on}`;
}
