/** Drawing a database: its tables, how they are tied, and who may do what. */
export { buildDiagram, type DiagramOptions } from './build-diagram.ts';
export type * from './entity-diagram.ts';
export { renderMermaid } from './render-mermaid.ts';
export { renderSvg, type SvgOptions } from './render-svg.ts';
