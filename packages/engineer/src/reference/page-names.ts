/** In charge of which page an object is told on. */
import { createHash } from 'node:crypto';
import { qualifyName } from '../inspect/quote-name.ts';

/** Such as `tables/public.messages.md`. */
export function tablePage(relation: { schema: string; name: string }): string {
  return `tables/${toFileName(`${relation.schema}.${relation.name}`, qualifyName(relation))}.md`;
}

/** Such as `functions/public.md`. */
export function functionPage(schema: string): string {
  return `functions/${toFileName(schema, schema)}.md`;
}

/** The heading's anchor as GitHub makes it. */
export function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The name itself where every file system takes it, else a plain one with a digest behind it. */
function toFileName(name: string, identity: string): string {
  if (/^[a-z0-9_.-]{1,100}$/.test(name)) return name;
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  return `${name
    .toLowerCase()
    .replace(/[^a-z0-9_.-]/g, '_')
    .slice(0, 80)}-${digest}`;
}
