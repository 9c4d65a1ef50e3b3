/** In charge of the models that a demo's answers come from, how fast each is, and what it costs. */

/** A model, as its calls name it. */
export interface DemoModel {
  provider: string;
  model: string;
  /** Milliseconds of the call in the middle; their logarithm is normal with this spread. */
  medianMs: number;
  spread: number;
  /** Of the latency, until the first token. */
  firstTokenShare: number;
  /** Whether its provider charges for what it writes to its cache. */
  writesCache: boolean;
}

/**
 * The provider of every priced call of a demo. Of its own, and never a real one: prices are for good
 * once a call was billed by them, and these must never price anybody's real call. The models have the
 * names of their kind, so that the charts look like those of a real house.
 */
export const demoProvider = 'catb-demo';

const kinds = {
  gptMini: { model: 'gpt-mini', medianMs: 2_300, spread: 0.42, firstTokenShare: 0.3 },
  gptNano: { model: 'gpt-nano', medianMs: 1_200, spread: 0.4, firstTokenShare: 0.3 },
  haiku: { model: 'claude-haiku', medianMs: 1_700, spread: 0.38, firstTokenShare: 0.32 },
  sonnet: { model: 'claude-sonnet', medianMs: 4_100, spread: 0.45, firstTokenShare: 0.24 },
} as const;

const remote = (kind: keyof typeof kinds, writesCache: boolean): DemoModel => ({
  provider: demoProvider,
  ...kinds[kind],
  writesCache,
});

/** The models by what the demo calls them. */
export const demoModels = {
  gptMini: remote('gptMini', false),
  /** Tried out on one day. It has no price, so that a dashboard shows what it does then. */
  gptNano: remote('gptNano', false),
  haiku: remote('haiku', true),
  sonnet: remote('sonnet', true),
  /** The built-in guide: its price, nothing, is in every database. */
  guide: {
    provider: 'offline-guide',
    model: 'offline-guide',
    medianMs: 3,
    spread: 0.3,
    firstTokenShare: 0.9,
    writesCache: false,
  },
} as const satisfies Record<string, DemoModel>;

/** A price in US dollars per million tokens, as decimal strings, and from when on it is valid. */
export interface DemoPrice {
  model: string;
  /** Null: for all time before the next. */
  from: Date | null;
  input: string;
  cachedInput: string;
  cacheWrite: string | null;
  output: string;
}

/** The prices of a demo, in which one model gets cheaper. */
export function demoPrices(cheaperFrom: Date): DemoPrice[] {
  return [
    {
      model: 'gpt-mini',
      from: null,
      input: '0.25',
      cachedInput: '0.025',
      cacheWrite: null,
      output: '2',
    },
    {
      model: 'claude-haiku',
      from: null,
      input: '1',
      cachedInput: '0.1',
      cacheWrite: '1.25',
      output: '5',
    },
    {
      model: 'claude-haiku',
      from: cheaperFrom,
      input: '0.8',
      cachedInput: '0.08',
      cacheWrite: '1',
      output: '4',
    },
    {
      model: 'claude-sonnet',
      from: null,
      input: '3',
      cachedInput: '0.3',
      cacheWrite: '3.75',
      output: '15',
    },
  ];
}
