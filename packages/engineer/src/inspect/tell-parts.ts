/** In charge of the form in which columns, keys, checks and indexes are told. */
import type { ColumnRow, ConstraintRow, IndexRow } from './read-inspection-rows.ts';
import type {
  CheckInspection,
  ColumnInspection,
  IndexInspection,
  KeyInspection,
} from './relation-inspection.ts';

export function toColumn({
  notNull,
  grants,
  ...column
}: Omit<ColumnRow, 'relation'>): ColumnInspection {
  const roles = [...new Set(grants.map((grant) => grant.role))].sort();
  return {
    name: column.name,
    type: column.type,
    nullable: !notNull,
    default: column.default,
    generated: column.generated,
    identity: column.identity,
    comment: column.comment,
    grants: roles.map((role) => ({
      role,
      privileges: grants
        .filter((grant) => grant.role === role)
        .map((grant) => grant.privilege)
        .sort(),
    })),
  };
}

export function toIndex({ bytes, scans, ...index }: Omit<IndexRow, 'relation'>): IndexInspection {
  return { ...index, measured: { bytes, scans } };
}

/** A constraint of a relation that is known. */
export type Constraint = Omit<ConstraintRow, 'relation'>;

export const toKey = ({ name, columns, deferrable, comment }: Constraint): KeyInspection => ({
  name,
  columns,
  deferrable,
  comment,
});

const toCheck = (
  { name, definition, validated, comment }: Constraint,
  kind: CheckInspection['kind'],
): CheckInspection => ({ name, kind, definition, validated, comment });

/** Checks and exclusion constraints only. */
export function toChecks(constraints: readonly Constraint[]): CheckInspection[] {
  return constraints.flatMap((row) =>
    row.kind === 'check' || row.kind === 'exclusion' ? toCheck(row, row.kind) : [],
  );
}
