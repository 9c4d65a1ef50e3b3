/** In charge of the values of each of PostgreSQL's own types: ordinary ones, edges, and fresh ones. */

/** Values of one type, as texts. */
export interface ScalarValues {
  /** The n-th of many that differ, from 0; in the type's order where it has one. */
  fresh(n: number): string;
  typical: readonly string[];
  low: readonly string[];
  high: readonly string[];
}

const dayMs = 86_400_000;
const start = Date.UTC(2024, 0, 1);

function day(n: number): string {
  return new Date(start + n * dayMs).toISOString().slice(0, 10);
}

function hour(n: number): string {
  return new Date(start + (n * dayMs) / 24).toISOString();
}

function clock(n: number): string {
  const [hours, minutes] = [Math.floor(n / 60) % 24, n % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00`;
}

function hex(n: number, length: number): string {
  return n.toString(16).padStart(length, '0');
}

const cat = String.fromCodePoint(0x1f431);
const texts: ScalarValues = {
  fresh: (n) => `value ${n + 1}`,
  typical: [
    ...['text', 'a', 'A', '1', 'abc', 'a-b', 'a_b', 'a.b', 'en', 'USD', 'cat@example.com'],
    ...['https://example.com/cat', '+441632960000', '#a1b2c3', '00000', '2024-01-01'],
  ],
  low: ['', ' '],
  high: [
    'x'.repeat(3000),
    `It's "quoted" \\ <b>${cat} Ünïcödé 漢字 %_ $$;--`,
    'x'.repeat(255),
    'x'.repeat(50),
  ],
};
const whole = (low: string, high: string): ScalarValues => ({
  fresh: (n) => String(n + 1),
  typical: ['1', '2', '10', '100'],
  low: ['0', '-1', low],
  high: [high, '30000'],
});
const moment: ScalarValues = {
  fresh: hour,
  typical: ['2025-06-01T12:00:00Z', '2999-01-01T00:00:00Z', '2999-01-02T00:00:00Z'],
  low: ['1970-01-01T00:00:00Z', '-infinity', '0001-01-01T00:00:00Z'],
  high: ['9999-12-31T23:59:59.999999Z', 'infinity'],
};
const json: ScalarValues = {
  fresh: (n) => `{"key": "value ${n + 1}"}`,
  typical: ['{"key": "value"}', '["a"]', '{}', '[]', '1', 'true', '"text"'],
  low: ['null', '""', '0'],
  high: [`{"${cat}": {"deep": [1, null, {"ünï": "漢字"}]}, "": 1e300}`],
};
/** Values of a type that has no edges worth trying. */
export const constant = (
  typical: readonly string[],
  fresh?: (n: number) => string,
): ScalarValues => ({
  fresh: fresh ?? ((n) => typical[n % typical.length] as string),
  typical,
  low: [],
  high: [],
});

/** By the type's name in the catalog. */
export const valuesByType: Readonly<Record<string, ScalarValues>> = {
  bool: {
    fresh: (n) => (n % 2 === 0 ? 'true' : 'false'),
    typical: ['true', 'false'],
    low: [],
    high: [],
  },
  int2: whole('-32768', '32767'),
  int4: whole('-2147483648', '2147483647'),
  int8: whole('-9223372036854775808', '9223372036854775807'),
  oid: constant(['1', '2'], (n) => String(n + 1)),
  numeric: {
    fresh: (n) => String(n + 1),
    typical: ['1', '1.5', '10', '0.5', '100'],
    low: ['0', '-1', '-0.01', '-99999999999999999999.99'],
    high: ['99999999999999999999.99', 'NaN', '1e100'],
  },
  float4: {
    fresh: (n) => String(n + 1),
    typical: ['1.5', '0.5'],
    low: ['0', '-1', '-0', '-3e38'],
    high: ['3e38', 'NaN', 'Infinity'],
  },
  float8: {
    fresh: (n) => String(n + 1),
    typical: ['1.5', '0.5'],
    low: ['0', '-1', '-0', '-1e308'],
    high: ['1e308', 'NaN', 'Infinity'],
  },
  money: {
    fresh: (n) => `${n + 1}.00`,
    typical: ['1.50'],
    low: ['0', '-1'],
    high: ['92233720368547758.07'],
  },
  text: texts,
  varchar: texts,
  bpchar: texts,
  citext: texts,
  name: texts,
  char: constant(['a', 'b', 'c'], (n) => String.fromCharCode(97 + (n % 26))),
  bytea: {
    fresh: (n) => `\\x${hex(n + 1, 8)}`,
    typical: ['\\x01', '\\x636174'],
    low: ['\\x', '\\x00'],
    high: [`\\x${'ff'.repeat(1000)}`],
  },
  date: {
    fresh: day,
    typical: ['2025-06-01', '2999-01-01'],
    low: ['1970-01-01', '-infinity', '0001-01-01'],
    high: ['9999-12-31', 'infinity'],
  },
  timestamp: moment,
  timestamptz: moment,
  time: constant(['12:00:00', '00:00:00', '24:00:00'], clock),
  timetz: constant(['12:00:00+00', '00:00:00+14', '24:00:00-12'], (n) => `${clock(n)}+00`),
  interval: {
    fresh: (n) => `${n + 1} minutes`,
    typical: ['1 day', '1 hour'],
    low: ['0', '-1 day'],
    high: ['100 years 11 months 30 days'],
  },
  json,
  jsonb: json,
  jsonpath: constant(['$', '$.key']),
  inet: {
    fresh: (n) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
    typical: ['192.0.2.1', '::1'],
    low: ['0.0.0.0/0'],
    high: ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  },
  cidr: {
    fresh: (n) => `10.${(n >> 8) & 255}.${n & 255}.0/24`,
    typical: ['192.0.2.0/24'],
    low: ['0.0.0.0/0'],
    high: ['::/0'],
  },
  macaddr: constant(
    ['08:00:2b:01:02:03'],
    (n) => `08:00:2b:${hex((n >> 16) & 255, 2)}:${hex((n >> 8) & 255, 2)}:${hex(n & 255, 2)}`,
  ),
  macaddr8: constant(
    ['08:00:2b:01:02:03:04:05'],
    (n) => `08:00:2b:01:02:${hex((n >> 16) & 255, 2)}:${hex((n >> 8) & 255, 2)}:${hex(n & 255, 2)}`,
  ),
  xml: constant(['<cat/>', '<cat>Mu</cat>'], (n) => `<cat>${n + 1}</cat>`),
  point: constant(['(0,0)', '(-1,1)'], (n) => `(${n + 1},${n + 1})`),
  line: constant(['{1,-1,0}']),
  lseg: constant(['[(0,0),(1,1)]']),
  box: constant(['((1,1),(0,0))'], (n) => `((${3 * n + 1},1),(${3 * n},0))`),
  path: constant(['[(0,0),(1,1)]', '((0,0),(1,1),(1,0))']),
  polygon: constant(['((0,0),(1,1),(1,0))']),
  circle: constant(['<(0,0),1>'], (n) => `<(${3 * n},0),1>`),
  tsvector: constant(["'cat':1 'mu':2", ''], (n) => `'cat${n + 1}':1`),
  tsquery: constant(["'cat' & 'mu'"]),
  hstore: constant(['"key"=>"value"', ''], (n) => `"key"=>"${n + 1}"`),
  ltree: constant(['a.b', 'a'], (n) => `a.b${n + 1}`),
  pg_lsn: constant(['0/1'], (n) => `0/${hex(n + 1, 1)}`),
  tid: constant(['(0,1)']),
  xid: constant(['1']),
  xid8: constant(['1'], (n) => String(n + 1)),
  cid: constant(['1']),
  pg_snapshot: constant(['10:20:10']),
  regclass: constant(['pg_catalog.pg_class', 'pg_catalog.pg_type']),
  regtype: constant(['integer', 'text']),
  regproc: constant(['pg_catalog.now']),
  regprocedure: constant(['pg_catalog.now()']),
  regoper: constant(['pg_catalog.||/']),
  regoperator: constant(['pg_catalog.+(integer,integer)']),
  regrole: constant(['pg_monitor']),
  regnamespace: constant(['pg_catalog']),
  regconfig: constant(['pg_catalog.simple']),
  regdictionary: constant(['pg_catalog.simple']),
  regcollation: constant(['"C"']),
  oidvector: constant(['1 2']),
  int2vector: constant(['1 2']),
  refcursor: texts,
};
