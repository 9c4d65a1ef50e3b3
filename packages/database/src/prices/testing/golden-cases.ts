/**
 * In charge of recorded usage blocks with the cost that the makers of the price list worked out for
 * them: `llm-prices` of the data folder beside the project. Nothing of it is part of the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readUsageBlock, type UsageBlock } from '../read-usage-block.ts';

/** A recorded block as one provider's API reports it, with what it cost there. */
export interface GoldenCase {
  /** The number of its line. */
  n: number;
  provider: string;
  flavor: string;
  model: string;
  /** Null when the block can't be read as this API's. */
  usage: UsageBlock | null;
  /** US dollars, decimal strings. */
  inputPrice: string;
  outputPrice: string;
}

/** A line that has no cost to compare with. */
export interface GoldenRest {
  n: number;
  reason: 'no model is named' | 'no provider in the file has a price for the model';
}

interface GoldenLine {
  n: number;
  model: string | null;
  raw_usage: unknown;
  prices_usd: {
    provider_id: string;
    api_flavor: string;
    input_price: string;
    output_price: string;
  }[];
}

/** Where the recorded blocks and the flat price list are. */
export const goldenFolder = path.resolve(
  import.meta.dirname,
  '../../../../../../shared/data/llm-prices',
);

/** Whether the folder is beside the project. */
export const hasGoldenFile = existsSync(path.join(goldenFolder, 'usage_golden.jsonl'));

/** Every case of the file, and the lines that have none. */
export function readGoldenCases(): { cases: GoldenCase[]; rest: GoldenRest[] } {
  const text = readFileSync(path.join(goldenFolder, 'usage_golden.jsonl'), 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldenLine);
  return {
    cases: lines.flatMap(toCases),
    rest: lines
      .filter((line) => line.prices_usd.length === 0 || line.model === null)
      .map(({ n, model }) => ({
        n,
        reason:
          model === null
            ? 'no model is named'
            : 'no provider in the file has a price for the model',
      })),
  };
}

function toCases({ n, model, raw_usage: block, prices_usd: prices }: GoldenLine): GoldenCase[] {
  if (model === null) return [];
  return prices.map(({ provider_id: provider, api_flavor: flavor, ...price }) => ({
    n,
    provider,
    flavor,
    model,
    usage: readUsageBlock(block, { provider, flavor }),
    inputPrice: price.input_price,
    outputPrice: price.output_price,
  }));
}
