/** In charge of an entity diagram as a picture: tables in frames of their schemas, lines with crow's feet. */
import type { EntityDiagram } from './entity-diagram.ts';
import type { PlacedGroup } from './diagram-layout.ts';
import { layoutDiagram } from './layout-diagram.ts';
import { renderBox } from './render-box.ts';
import { legendHeight, legendWidth, renderLegend } from './render-legend.ts';
import { renderLine } from './render-line.ts';
import { escapeXml } from './escape-xml.ts';
import { renderStyle } from './svg-style.ts';

export interface SvgOptions {
  /** `auto` follows the reader's preference, where the viewer knows it. Default: `auto`. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
}

/** A picture that needs no browser, no script and no font of its own. */
export async function renderSvg(diagram: EntityDiagram, options: SvgOptions = {}): Promise<string> {
  const layout = await layoutDiagram(diagram);
  const width = Math.ceil(Math.max(layout.width, legendWidth));
  const height = Math.ceil(layout.height + legendHeight);
  const tables = layout.boxes.length;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Entity diagram of ${tables} tables">`,
    `<style>${renderStyle(options.theme ?? 'auto')}</style>`,
    `<rect class="page" width="${width}" height="${height}" rx="8"/>`,
    ...layout.groups.map(renderFrame),
    ...layout.relationships.map(renderLine),
    ...layout.boxes.map(renderBox),
    renderLegend(24, layout.height),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function renderFrame({ schema, x, y, width, height }: PlacedGroup): string {
  return (
    `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/>` +
    `<text x="${x + 20}" y="${y + 27}"><tspan class="faint">schema</tspan><tspan class="title" dx="8">${escapeXml(schema)}</tspan></text>`
  );
}
