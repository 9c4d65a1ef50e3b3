import { expect, test } from 'vitest';
import type { Entity, EntityDiagram, Relationship } from './entity-diagram.ts';
import { layoutDiagram } from './layout-diagram.ts';
import { renderSvg } from './render-svg.ts';

const entity = (schema: string, name: string, columns = 3): Entity => ({
  id: `${schema}.${name}`,
  schema,
  name,
  comment: 'A <b> & "c"',
  columns: Array.from({ length: columns }, (_, index) => ({
    name: `column_${index}`,
    type: 'timestamptz',
    keys: index === 0 ? ['PK'] : [],
    nullable: index > 1,
  })),
  hiddenColumns: 0,
  partitions: 0,
  rls: 'off',
  policies: 0,
  access: [{ roles: ['anon'], may: 'select all' }],
});

const tie = (parent: string, child: string): Relationship => ({
  parent,
  child,
  columns: ['column_1'],
  refersTo: ['column_0'],
  parents: 'one',
  children: 'zero or more',
  identifying: false,
});

const numbered = (schema: string, count: number) =>
  Array.from({ length: count }, (_, index) => entity(schema, `table_${index}`, 1 + (index % 9)));

const alone: EntityDiagram = {
  groups: [{ schema: 'public', entities: numbered('public', 12) }],
  relationships: [
    tie('public.table_0', 'public.table_1'),
    tie('public.table_0', 'public.table_2'),
    tie('public.table_3', 'public.table_3'),
  ],
};

const across: EntityDiagram = {
  groups: [
    { schema: 'first', entities: numbered('first', 5) },
    { schema: 'public', entities: numbered('public', 5) },
    { schema: 'third', entities: numbered('third', 3) },
  ],
  relationships: [
    tie('first.table_0', 'public.table_1'),
    tie('first.table_0', 'first.table_1'),
    tie('public.table_1', 'public.table_2'),
  ],
};

test.each([
  ['one schema', alone],
  ['schemas that are tied to each other', across],
])('tables of %s overlap nothing and lie in the frame of their schema', async (_, diagram) => {
  const { boxes, groups } = await layoutDiagram(diagram);
  const tables = diagram.groups.flatMap(({ entities }) => entities);
  expect(boxes).toHaveLength(tables.length);
  for (const [index, one] of boxes.entries()) {
    const frame = groups.find(({ schema }) => schema === one.box.entity.schema);
    expect(frame && one.x > frame.x && one.x + one.box.width < frame.x + frame.width).toBe(true);
    expect(frame && one.y > frame.y && one.y + one.box.height < frame.y + frame.height).toBe(true);
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.x + one.box.width < other.x ||
        other.x + other.box.width < one.x ||
        one.y + one.box.height < other.y ||
        other.y + other.box.height < one.y;
      expect(apart, `${one.box.entity.id} and ${other.box.entity.id}`).toBe(true);
    }
  }
});

test.each([
  ['one schema', alone],
  ['schemas that are tied to each other', across],
])('lines of %s begin and end at the edges of their tables', async (_, diagram) => {
  const { boxes, relationships } = await layoutDiagram(diagram);
  expect(relationships).toHaveLength(diagram.relationships.length);
  for (const { relationship, points } of relationships) {
    const parent = boxes.find(({ box }) => box.entity.id === relationship.parent);
    const child = boxes.find(({ box }) => box.entity.id === relationship.child);
    expect(points[0]?.x).toBeCloseTo((parent?.x ?? 0) + (parent?.box.width ?? 0), 3);
    expect(points.at(-1)?.x).toBeCloseTo(child?.x ?? 0, 3);
    expect(points.at(-1)?.y).toBeGreaterThan(child?.y ?? 0);
  }
});

test('the same diagram is the same picture, in light and in dark', async () => {
  const picture = await renderSvg(alone);
  expect(await renderSvg(alone)).toBe(picture);
  expect(picture).toContain('@media (prefers-color-scheme:dark)');
  expect(await renderSvg(alone, { theme: 'dark' })).not.toContain('@media');
});

test('a picture escapes what XML would take for its own, and shows an open table in red', async () => {
  const picture = await renderSvg(alone);
  expect(picture).toContain('A &lt;b&gt; &amp; &quot;c&quot;');
  expect(picture).toContain('<text class="bad"');
});

test('a hundred tables are drawn in ten seconds', async () => {
  const entities = numbered('public', 100);
  const relationships = entities
    .slice(1, 80)
    .map(({ id }, index) => tie(`public.table_${Math.floor(index / 4)}`, id));
  const begun = performance.now();
  await renderSvg({ groups: [{ schema: 'public', entities }], relationships });
  expect(performance.now() - begun).toBeLessThan(10_000);
});
