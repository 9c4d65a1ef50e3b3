/** In charge of finding the rows that belong to one relation. */

/** Takes a list apart by the relation each row is of, which it then leaves out. */
export function byRelation<Row extends { relation: number }>(
  rows: readonly Row[],
): (oid: number) => Omit<Row, 'relation'>[] {
  const groups = new Map<number, Omit<Row, 'relation'>[]>();
  for (const { relation, ...row } of rows) {
    const group = groups.get(relation);
    if (group === undefined) groups.set(relation, [row]);
    else group.push(row);
  }
  return (oid) => groups.get(oid) ?? [];
}
