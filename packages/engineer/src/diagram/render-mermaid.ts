/** In charge of an entity diagram as Mermaid, which GitHub and most Markdown readers draw. */
import type { Entity, EntityColumn, EntityDiagram, Relationship } from './entity-diagram.ts';

const parentEnd = { one: '||', 'zero or one': '|o' } as const;
const childEnd = { 'zero or one': 'o|', 'zero or more': 'o{' } as const;

/**
 * Schema by schema. Below the columns each table has lines in capitals: `RLS`, and `MAY` for each
 * group of roles. Names that Mermaid can't write are told in a comment beside a plain one.
 */
export function renderMermaid({ groups, relationships }: EntityDiagram): string {
  const entities = groups.flatMap((group) => group.entities);
  const ids = nameIds(entities);
  const single = groups.length === 1;
  const lines = [
    'erDiagram',
    ...groups.flatMap(({ schema, entities: members }) => [
      `    %% schema ${plain(schema)}`,
      ...members.flatMap((entity) => renderEntity(entity, ids, single)),
    ]),
    ...relationships.map((relationship) => renderRelationship(relationship, ids)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Ids that Mermaid takes as they are, each once. */
function nameIds(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    entities.map(({ id, schema, name }) => {
      const base = toWord(`${schema}_${name}`);
      let word = base;
      for (let number = 2; taken.has(word); number += 1) word = `${base}_${number}`;
      taken.add(word);
      return [id, word];
    }),
  );
}

function renderEntity(entity: Entity, ids: ReadonlyMap<string, string>, single: boolean): string[] {
  const title = single ? entity.name : `${entity.schema}.${entity.name}`;
  const folded = entity.partitions === 0 ? '' : ` (${entity.partitions} partitions)`;
  const words = new Map<string, number>();
  return [
    `    ${ids.get(entity.id)}["${quotable(title + folded)}"] {`,
    ...entity.columns.map((column) => `        ${renderColumn(column, words)}`),
    ...(entity.hiddenColumns === 0
      ? []
      : [`        MORE columns "${entity.hiddenColumns} that are in no key"`]),
    `        RLS ${entity.rls} "${entity.policies === 1 ? '1 policy' : `${entity.policies} policies`}"`,
    ...entity.access.map(
      ({ roles, may }, index) =>
        `        MAY ${roles.length === 1 ? toWord(roles[0] ?? '') : `roles_${index + 1}`} ` +
        `"${quotable(roles.length === 1 ? may : `${roles.join(', ')}: ${may}`)}"`,
    ),
    '    }',
  ];
}

function renderColumn(column: EntityColumn, words: Map<string, number>): string {
  const word = toWord(column.name);
  const seen = (words.get(word) ?? 0) + 1;
  words.set(word, seen);
  const unique = seen === 1 ? word : `${word}_${seen}`;
  const notes = [
    unique === column.name ? '' : column.name,
    column.nullable && !column.keys.includes('PK') ? 'nullable' : '',
  ].filter(Boolean);
  const comment = notes.length === 0 ? '' : ` "${quotable(notes.join(', '))}"`;
  const keys = column.keys.length === 0 ? '' : ` ${column.keys.join(', ')}`;
  return `${toType(column.type)} ${unique}${keys}${comment}`;
}

function renderRelationship(
  { parent, child, parents, children, identifying, columns }: Relationship,
  ids: ReadonlyMap<string, string>,
): string {
  const line = identifying ? '--' : '..';
  const ends = `${parentEnd[parents]}${line}${childEnd[children]}`;
  return `    ${ids.get(parent)} ${ends} ${ids.get(child)} : "${quotable(columns.join(', '))}"`;
}

/** Letters of ASCII, digits and underscores, a letter first; never one of the words Mermaid means something by. */
function toWord(name: string): string {
  const word = name.replace(/[^A-Za-z0-9_]/gu, '_').replace(/^(?=[^A-Za-z])/, 'n_');
  return /^(PK|FK|UK|title|direction|style|class|classDef|one|to|only|many|zero|more|or|u|o)$/i.test(
    word,
  )
    ? `${word}_`
    : word;
}

/** As words, with the brackets and parentheses that Mermaid takes in a type. */
function toType(type: string): string {
  const word = type.replace(/[^A-Za-z0-9_[\]()]/gu, '_');
  return /^[A-Za-z]/.test(word) ? word : `t_${word}`;
}

/** Inside double quotes: there is no way to write one. */
function quotable(text: string): string {
  return plain(text).replaceAll('"', "'");
}

function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
