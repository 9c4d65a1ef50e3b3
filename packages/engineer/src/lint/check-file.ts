/** In charge of asking every rule about every statement of a file. */
import type { Fault, LintFile, LintFinding, LintRule, Visit } from './rule.ts';
import type { NodeKind } from './sql/nodes.ts';
import { walkNodes } from './sql/nodes.ts';
import { unknownName } from './sql/dynamic-sql.ts';
import type { LintStatement } from './sql/statement.ts';

const namedLater = new RegExp(`(?:[\\w"]+\\.)?"${unknownName.replace(/[()]/g, '\\$&')}"`, 'g');

type Handler = (node: never, visit: Visit) => Fault[];

/** The findings of the rules in the order of the file. */
export function checkFile(file: LintFile, rules: readonly LintRule[]): LintFinding[] {
  const byKind = groupByKind(rules);
  const findings: LintFinding[] = [];
  for (const outer of file.statements) {
    // What stands in a function's `begin atomic … end` is part of the tree that makes it.
    const inner: LintStatement = { ...outer, context: 'function' };
    walkNodes(outer.tree, (kind, node, isRoot) => {
      const statement = outer.kind === 'CreateFunctionStmt' && !isRoot ? inner : outer;
      for (const { rule, check } of byKind.get(kind) ?? []) {
        const faults = check(node as never, { file, statement, isRoot });
        findings.push(
          ...faults.map((fault) =>
            toFinding(file, rule, { offset: statement.start, ...fault }, statement.top),
          ),
        );
      }
    });
  }
  for (const rule of rules) {
    for (const fault of rule.file?.(file) ?? []) findings.push(toFinding(file, rule.name, fault));
  }
  return findings;
}

function groupByKind(
  rules: readonly LintRule[],
): Map<NodeKind, { rule: string; check: Handler }[]> {
  const byKind = new Map<NodeKind, { rule: string; check: Handler }[]>();
  for (const rule of rules) {
    for (const [kind, check] of Object.entries(rule.on ?? {})) {
      const entry = { rule: rule.name, check: check as Handler };
      byKind.set(kind as NodeKind, [...(byKind.get(kind as NodeKind) ?? []), entry]);
    }
  }
  return byKind;
}

/** @param top which statement it is about; default: the one in which the offset lies */
export function toFinding(
  file: Pick<LintFile, 'source' | 'parts'>,
  rule: string,
  fault: Fault,
  top?: number,
): LintFinding {
  const offset = fault.offset ?? 0;
  return {
    rule,
    level: fault.level,
    object: fault.object?.includes(unknownName) === true ? null : fault.object,
    message: fault.message.replaceAll(namedLater, 'a name that is made when it runs'),
    detail: fault.detail ?? null,
    hint: fault.hint ?? null,
    location: { file: file.source.file, ...file.source.locate(offset) },
    offset,
    top: top ?? findPart(file.parts, offset),
    ...(fault.fix === undefined ? {} : { fix: fault.fix }),
  };
}

/** The statement that an offset lies in, or the one before it. */
export function findPart(parts: LintFile['parts'], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
