/** In charge of whether a default is one value for all rows, or one for each. */
import type { Node } from 'libpg-query';
import { stringsOf, walkNodes, type NodeOf } from '../sql/nodes.ts';
import type { Catalog } from './catalog.ts';
import { joinName } from './names.ts';

export type DefaultKind = 'constant' | 'volatile' | 'unknown';

/** Built-in functions that give another value at each call, and those of the usual extensions. */
const volatile = new Set(
  (
    'clock_timestamp currval gen_random_bytes gen_random_uuid gen_uuid_v7 lastval nextval random ' +
    'random_normal setval timeofday txid_current uuid_generate_v1 uuid_generate_v1mc ' +
    'uuid_generate_v4 uuid_generate_v7 uuidv4 uuidv7'
  ).split(' '),
);
/** Built-in functions that one finds in defaults and that give one value in one statement. */
const settled = new Set(
  (
    'array_fill concat current_setting date_part date_trunc decode encode format hashtext jsonb_build_array ' +
    'jsonb_build_object json_build_array json_build_object left length lower make_date make_interval ' +
    'md5 now repeat round sha256 statement_timestamp timezone to_json to_jsonb to_timestamp ' +
    'transaction_timestamp trim upper uid role jwt'
  ).split(' '),
);

/** Looks at every function that the default calls. */
export function judgeDefault(
  expression: Node | undefined,
  catalog: Catalog | undefined,
): DefaultKind {
  let kind: DefaultKind = 'constant';
  if (expression === undefined) return kind;
  walkNodes(expression, (nodeKind, fields) => {
    if (nodeKind !== 'FuncCall') return;
    const call = judgeCall(stringsOf((fields as NodeOf<'FuncCall'>).funcname), catalog);
    if (call === 'volatile' || (call === 'unknown' && kind === 'constant')) kind = call;
  });
  return kind;
}

function judgeCall(name: string[], catalog: Catalog | undefined): DefaultKind {
  const last = name.at(-1) ?? '';
  const own = [...(catalog?.functions.values() ?? [])].filter(({ signature }) => {
    const called = signature.slice(0, signature.lastIndexOf('('));
    return name.length > 1
      ? called === joinName(...name)
      : catalog?.searchPath.some((schema) => called === joinName(schema, last)) === true;
  });
  if (own.length > 0) return own.some((each) => each.volatile) ? 'volatile' : 'constant';
  if (volatile.has(last)) return 'volatile';
  return settled.has(last) ? 'constant' : 'unknown';
}
