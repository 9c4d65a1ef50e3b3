/** In charge of how big a table's box is and where each line in it stands, in pixels. */
import type { Entity, EntityColumn } from './entity-diagram.ts';

/** Of the text in boxes: monospaced, so that its width is known without a browser. */
export const fontSize = 12;
/** Of one letter of that size, in the fonts that the picture asks for. */
const letterWidth = 7.23;

/** From the middle of a line down to the foot of its letters: not every viewer centres text itself. */
export const baseline = 4;
/** Between roles and what they may do. */
export const accessGap = 8;

export const padding = 12;
export const headerHeight = 32;
export const rowHeight = 20;
const badgeWidth = 24;
/** Longer lines about access are wrapped, so that one long list of roles does not widen everything. */
const widestAccess = 44;

/** A line of text, by the y of its middle from the top of its box. */
export interface BoxLine<Content> {
  middle: number;
  content: Content;
}

/** One line of who may do what; a line that goes on has no roles of its own. */
export interface AccessText {
  roles: string;
  may: string;
}

export interface EntityBox {
  entity: Entity;
  width: number;
  height: number;
  /** Where names of columns begin, behind the marks of their keys. */
  nameX: number;
  columns: BoxLine<EntityColumn>[];
  /** `3 more columns`; null when all are shown. */
  more: BoxLine<string> | null;
  /** Where the part about access begins. */
  accessTop: number;
  rls: BoxLine<string>;
  access: BoxLine<AccessText>[];
}

/** Most of what is not Latin takes two letters' room. */
export function widthOfText(text: string, size = fontSize): number {
  const letters = [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\uffe6]|\p{Extended_Pictographic}/u.test(letter) ? 2 : 1),
    0,
  );
  return (letters * letterWidth * size) / fontSize;
}

/** `timestamptz?`: the question mark says that it may be null. */
export function describeType({ type, nullable }: EntityColumn): string {
  return nullable ? `${type}?` : type;
}

/** The box of one table. */
export function measureEntity(entity: Entity): EntityBox {
  const { partitions, hiddenColumns, policies } = entity;
  const title = partitions === 0 ? entity.name : `${entity.name}  ×${partitions} partitions`;
  const marks = Math.max(0, ...entity.columns.map(({ keys }) => keys.length));
  const nameX = padding + marks * badgeWidth;
  const accessTexts =
    entity.access.length === 0
      ? [{ roles: '', may: 'no other role' }]
      : entity.access.flatMap(({ roles, may }) => wrapAccess(roles, may));
  const rls = `RLS ${entity.rls} · ${policies === 1 ? '1 policy' : `${policies} policies`}`;
  const width = Math.ceil(
    Math.max(
      widthOfText(title, 13) + 2 * padding,
      ...entity.columns.map(
        (column) =>
          nameX + widthOfText(column.name) + 24 + widthOfText(describeType(column)) + padding,
      ),
      widthOfText(rls) + 2 * padding + 14,
      ...accessTexts.map(
        ({ roles, may }) => widthOfText(roles) + accessGap + widthOfText(may) + 2 * padding,
      ),
    ),
  );
  let top = headerHeight + 4;
  const take = <Content>(content: Content): BoxLine<Content> => {
    top += rowHeight;
    return { middle: top - rowHeight / 2, content };
  };
  const columns = entity.columns.map(take);
  const more =
    hiddenColumns === 0
      ? null
      : take(`${hiddenColumns} more ${hiddenColumns === 1 ? 'column' : 'columns'}`);
  const accessTop = top + 4;
  top = accessTop + 4;
  const rlsLine = take(rls);
  const access = accessTexts.map(take);
  const height = top + 4;
  return { entity, width, height, nameX, columns, more, accessTop, rls: rlsLine, access };
}

function wrapAccess(roles: readonly string[], may: string): AccessText[] {
  const names = roles.map((role, index) => (index < roles.length - 1 ? `${role},` : role));
  const lines: AccessText[] = [];
  let line = '';
  for (const name of names) {
    if (line !== '' && `${line} ${name}`.length > widestAccess) {
      lines.push({ roles: line, may: '' });
      line = name;
    } else line = line === '' ? name : `${line} ${name}`;
  }
  if (`${line} ${may}`.length <= widestAccess) return [...lines, { roles: line, may }];
  const words = may.split(' ').reduce<string[]>((parts, word) => {
    const last = parts.at(-1);
    if (last === undefined || `${last} ${word}`.length > widestAccess) return [...parts, word];
    return [...parts.slice(0, -1), `${last} ${word}`];
  }, []);
  return [...lines, { roles: line, may: '' }, ...words.map((text) => ({ roles: '', may: text }))];
}
