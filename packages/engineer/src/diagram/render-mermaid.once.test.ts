import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmptyDatabase, createTestDatabase } from '@catb/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectDatabase } from '../inspect/inspect-database.ts';
import { withTarget } from '../target/open-target.ts';
import { buildDiagram } from './build-diagram.ts';
import type { EntityDiagram } from './entity-diagram.ts';
import { renderMermaid } from './render-mermaid.ts';

const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'inspect', 'strange.sql');
let strange: EntityDiagram;
let own: EntityDiagram;
let near: EntityDiagram;

beforeAll(async () => {
  const [awkward, catb] = [await createEmptyDatabase(), await createTestDatabase()];
  await awkward.pool.query(readFileSync(fixture, 'utf8'));
  strange = buildDiagram(await withTarget(awkward.url, inspectDatabase));
  const inspection = await withTarget(catb.url, inspectDatabase);
  own = buildDiagram(inspection);
  near = buildDiagram(inspection, { table: 'feedback' });
  await awkward.drop();
  await catb.drop();
});

const relationship = (diagram: EntityDiagram, child: string) =>
  diagram.relationships.find((one) => one.child.includes(child));

describe('a diagram', () => {
  it('tells how many from keys, unique keys and nullability', () => {
    expect(relationship(strange, 'passport')).toMatchObject({
      parents: 'one',
      children: 'zero or one',
      identifying: true,
    });
    expect(relationship(strange, 'visits')).toMatchObject({
      parents: 'one',
      children: 'zero or more',
      identifying: false,
    });
    expect(relationship(strange, '🐱')).toMatchObject({ parents: 'zero or one' });
  });

  it('folds partitions into their parent', () => {
    const names = strange.groups.flatMap(({ entities }) => entities.map(({ name }) => name));
    expect(names).toEqual(["Cat's passport", 'visits', '🐱 cats']);
    expect(strange.groups[0]?.entities[1]?.partitions).toBe(2);
  });

  it('is of one table and its neighbours when one is named', () => {
    const names = near.groups.flatMap(({ entities }) => entities.map(({ name }) => name));
    expect(names).toEqual(['feedback', 'messages']);
  });
});

describe('Mermaid', () => {
  const lines = (diagram: EntityDiagram) => renderMermaid(diagram).trimEnd().split('\n');
  // The forms that Mermaid's grammar has for a line of an entity diagram.
  const forms = [
    /^erDiagram$/,
    /^ {4}%% [^\n]+$/,
    /^ {4}[A-Za-z]\w*\["[^"\n]+"\] \{$/,
    /^ {8}[A-Za-z][\w[\]()]* [A-Za-z]\w*( (PK|FK|UK)(, (PK|FK|UK))*)?( "[^"\n]*")?$/,
    /^ {4}\}$/,
    /^ {4}[A-Za-z]\w* (\|\||\|o)(--|\.\.)(o\||o\{) [A-Za-z]\w* : "[^"\n]+"$/,
  ];

  it.each([
    ['strange names', () => strange],
    ['catb', () => own],
  ])('has only lines of its grammar, of %s', (_, diagram) => {
    const others = lines(diagram()).filter((line) => !forms.some((form) => form.test(line)));
    expect(others).toEqual([]);
  });

  it('keeps columns apart whose names it can not write', () => {
    const text = renderMermaid(strange);
    expect(text).toContain('text name_ "name*, nullable"');
    expect(text).toContain('text name__2 "name+, nullable"');
  });

  it('tells of each table whether policies are on and who may do what', () => {
    const text = renderMermaid(own);
    expect(text).toContain('RLS forced "2 policies"');
    expect(text).toContain('"anon, authenticated: select own (4 columns)"');
    expect(text).toContain('public_sessions ||--o{ public_messages : "session_id"');
  });
});
