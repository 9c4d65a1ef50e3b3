/** In charge of pricing recorded usage in the database and saying, case by case, how it compares. */
import type pg from 'pg';
import { addListPrices } from '../../operations/add-list-prices.ts';
import { collectPrices } from '../sync-prices.ts';
import { flatPrices } from './flat-prices.ts';
import { readGoldenCases, type GoldenCase } from './golden-cases.ts';

/** How a case came out. */
export interface GoldenOutcome {
  n: number;
  /** Provider and API; null for a line without a cost. */
  api: string | null;
  model: string | null;
  outcome: string;
}

/**
 * When the recorded costs were worked out is not recorded. They are those of before 2026-06-16, when
 * mistral-medium-latest became another model, and of the hours of DeepSeek's standard price.
 */
const pricedAt = '2026-06-01T12:00:00Z';

interface Compared {
  /** By the installed list, equal in both parts to the last decimal; null where the cost is unknown. */
  matches: boolean | null;
  /** By the flat list; null where it has no such entry. */
  matchesFlat: boolean | null;
  /** With cache writes charged as input. */
  matchesWithoutWrites: boolean | null;
}

const compareText = `
select bool_or(is_same) filter (where way.name = 'installed') as matches,
    bool_or(is_same) filter (where way.name = 'flat') as "matchesFlat",
    bool_or(is_same) filter (where way.name = 'without writes') as "matchesWithoutWrites"
from jsonb_to_recordset($1) as c (
    place integer, provider text, model text, input integer, cached integer, write integer, write_1h integer,
    output integer, input_price numeric, output_price numeric)
cross join (values ('installed', '', 1), ('flat', 'flat ', 1), ('without writes', '', 0)) as way (name, list, writes)
cross join lateral (
    select way.list || c.provider as provider, c.input + c.write * (1 - way.writes) as input,
        c.write * way.writes as write, c.write_1h * way.writes as write_1h) as u
cross join lateral (
    select catb.price_call(u.provider, c.model, $2, u.input, c.cached, u.write, 0, u.write_1h) = c.input_price
        and catb.price_call(u.provider, c.model, $2, u.input, c.cached, u.write, c.output, u.write_1h)
            = c.input_price + c.output_price as is_same) as priced
group by c.place
order by c.place`;

/** Prices every case and says what came of it; lines without a cost are listed with the reason. */
export async function priceGoldenCases(client: pg.Client): Promise<GoldenOutcome[]> {
  const { cases, rest } = readGoldenCases();
  await addListPrices(client, collectPrices(cases).prices);
  await addListPrices(client, flatPrices(cases));
  const { rows } = await client.query<Compared>(compareText, [
    JSON.stringify(
      cases.map(({ provider, model, usage, inputPrice, outputPrice }, place) => ({
        place,
        provider,
        model,
        input: usage?.inputTokens,
        cached: usage?.cachedInputTokens,
        write: usage?.cacheWriteTokens,
        write_1h: usage?.cacheWrite1hTokens,
        output: usage?.outputTokens,
        input_price: inputPrice,
        output_price: outputPrice,
      })),
    ),
    pricedAt,
  ]);
  return [
    ...cases.map((golden, index) => ({
      n: golden.n,
      api: `${golden.provider}/${golden.flavor}`,
      model: golden.model,
      outcome: explain(golden, rows[index]),
    })),
    ...rest.map(({ n, reason }) => ({ n, api: null, model: null, outcome: reason })),
  ];
}

function explain({ usage }: GoldenCase, compared: Compared | undefined): string {
  if (usage === null || compared === undefined) return 'the usage could not be read';
  const kinds = usage.otherKinds.join(', ');
  if (kinds !== '') {
    return compared.matches === true
      ? 'matches in input and output; what else it carries is charged as text, or beside them'
      : `carries ${kinds}, which the model charges apart`;
  }
  if (compared.matches === null) return 'the list names the model and has no price for it';
  if (compared.matches) return 'matches';
  if (compared.matchesFlat === true) return 'matches the flat list; the price was mended since';
  if (compared.matchesWithoutWrites === true)
    return 'cache writes of this API were read as input then';
  if (compared.matchesFlat === null) return 'the list has a younger entry for the model';
  return 'differs';
}

/** How many cases came out how, most first. */
export function countOutcomes(outcomes: readonly GoldenOutcome[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}
