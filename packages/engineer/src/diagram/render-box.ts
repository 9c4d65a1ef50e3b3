/** In charge of drawing one table: its columns, and below them who may do what. */
import type { Entity, EntityColumn } from './entity-diagram.ts';
import { escapeXml } from './escape-xml.ts';
import type { PlacedBox } from './diagram-layout.ts';
import {
  accessGap,
  baseline,
  describeType,
  headerHeight,
  padding,
  type AccessText,
  type BoxLine,
  type EntityBox,
} from './measure-entity.ts';

const radius = 6;

/** The box with its top left at the place given; what PostgreSQL says about the table is its tooltip. */
export function renderBox({ box, x, y }: PlacedBox): string {
  const { entity, width, height, accessTop } = box;
  const tooltip = entity.comment === null ? entity.id : `${entity.id}: ${entity.comment}`;
  const r = radius;
  return [
    `<g transform="translate(${x} ${y})"><title>${escapeXml(tooltip)}</title>`,
    `<rect class="box" width="${width}" height="${height}" rx="${r}"/>`,
    `<path class="header" d="M0 ${headerHeight}V${r}A${r} ${r} 0 0 1 ${r} 0H${width - r}A${r} ${r} 0 0 1 ${width} ${r}V${headerHeight}Z"/>`,
    `<path class="access" d="M0 ${accessTop}H${width}V${height - r}A${r} ${r} 0 0 1 ${width - r} ${height}H${r}A${r} ${r} 0 0 1 0 ${height - r}Z"/>`,
    `<path class="rule" d="M0 ${headerHeight}H${width}M0 ${accessTop}H${width}"/>`,
    `<rect class="edge" width="${width}" height="${height}" rx="${r}"/>`,
    renderTitle(entity),
    ...box.columns.map((line) => renderColumn(line, box)),
    box.more === null
      ? ''
      : `<text class="faint" x="${box.nameX}" y="${box.more.middle + baseline}">${box.more.content}</text>`,
    renderRls(box),
    ...box.access.map(renderAccess),
    '</g>',
  ].join('');
}

function renderTitle({ name, partitions }: Entity): string {
  const folded =
    partitions === 0 ? '' : `<tspan class="faint" dx="8">×${partitions} partitions</tspan>`;
  return `<text class="title" x="${padding}" y="${headerHeight / 2 + baseline}">${escapeXml(name)}${folded}</text>`;
}

function renderColumn({ middle, content }: BoxLine<EntityColumn>, box: EntityBox): string {
  const marks = content.keys.map(
    (key, index) =>
      `<text class="mark ${key.toLowerCase()}" x="${padding + index * 24}" y="${middle + baseline}">${key}</text>`,
  );
  const strong = content.keys.includes('PK') ? ' class="strong"' : '';
  return (
    marks.join('') +
    `<text${strong} x="${box.nameX}" y="${middle + baseline}">${escapeXml(content.name)}</text>` +
    `<text class="faint" x="${box.width - padding}" y="${middle + baseline}" text-anchor="end">${escapeXml(describeType(content))}</text>`
  );
}

function renderRls({ entity, rls }: EntityBox): string {
  const tone = toneOf(entity);
  return (
    `<circle class="${tone}" cx="${padding + 4}" cy="${rls.middle}" r="4"/>` +
    `<text class="${tone}" x="${padding + 14}" y="${rls.middle + baseline}">${rls.content}</text>`
  );
}

/** Policies are off and somebody may do something: that is what one has to see first. */
function toneOf({ rls, access }: Entity): 'good' | 'warn' | 'bad' | 'faint' {
  if (rls === 'forced') return 'good';
  if (rls === 'on') return 'warn';
  return access.length > 0 ? 'bad' : 'faint';
}

function renderAccess({ middle, content }: BoxLine<AccessText>): string {
  const all = /\ball\b/.test(content.may) ? 'warn' : 'faint';
  const { roles, may } = content;
  const first = roles === '' ? '' : `<tspan class="strong">${escapeXml(roles)}</tspan>`;
  const then =
    may === ''
      ? ''
      : `<tspan class="${all}" dx="${roles === '' ? 0 : accessGap}">${escapeXml(may)}</tspan>`;
  return `<text x="${padding}" y="${middle + baseline}">${first}${then}</text>`;
}
