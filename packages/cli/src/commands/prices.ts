/** `catb prices`: what model calls are priced by. */
import { addOwnPrice, CatbError, listPrices } from '@catb/database';
import { InvalidArgumentError, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { formatPrices } from '../format-prices.ts';
import { exitCodes } from '../report-error.ts';

interface ModelOptions extends DatabaseOption {
  provider?: string;
  model?: string;
}

interface ListOptions extends ModelOptions {
  at?: string;
  all?: boolean;
}

interface SetOptions extends DatabaseOption {
  provider: string;
  model: string;
  input: string;
  output: string;
  cachedInput?: string;
  cacheWrite?: string;
  cacheWrite1h?: string;
  from?: string;
}

/** Adds `prices sync`, `list` and `set`. */
export function addPricesCommand(program: Command): void {
  const prices = program.command('prices').description('keep the prices that model calls cost');
  addSync(prices);
  addList(prices);
  addSet(prices);
}

function withModelOptions(command: Command): Command {
  return withDatabaseOption(command)
    .option('--provider <name>', 'only of this provider, such as anthropic')
    .option('--model <name>', 'only this model, by the name that calls have');
}

function addSync(prices: Command): void {
  const command = withModelOptions(
    prices
      .command('sync')
      .description('add what is new in the list of @pydantic/genai-prices; own prices stay'),
  );
  explain(command, {
    example: 'catb prices sync --provider anthropic',
    exits: { findings: 'the model that was named has no list price that can be kept' },
  });
  command.action(async ({ provider, model, ...options }: ModelOptions) => {
    if (model !== undefined && provider === undefined) {
      throw new CatbError({
        code: 'COMMAND_INVALID',
        message: '--model was given without --provider.',
        hint: 'Name the provider as well: several have models of the same name.',
      });
    }
    // Loading the list takes longer than starting any other command.
    const { syncPrices } = await import('@catb/database/prices');
    const report = await withDatabase(options, ({ url }) => syncPrices({ url, provider, model }));
    if (model !== undefined && report.listed === 0) process.exitCode = exitCodes.findings;
    if (options.json) {
      console.log(JSON.stringify(report));
      return;
    }
    const { listed, added, leftOut, unknown } = report;
    console.log(
      added.added === 0
        ? `Nothing new: the prices of ${shown(listed)} names are as listed.`
        : `Added ${shown(added.added)} prices of ${shown(added.models)} names; ${shown(listed)} are listed.`,
    );
    if (leftOut.length > 0) console.log(`Left out, as --json says: ${shown(leftOut.length)}.`);
    for (const { provider: whose, model: name } of unknown) {
      console.log(
        `No list price: ${whose} ${name}. Its calls cost "unknown" until: catb prices set`,
      );
    }
  });
}

function addList(prices: Command): void {
  const command = withModelOptions(
    prices.command('list').description('show the prices that calls are priced by'),
  )
    .option('--at <date>', 'at this time (default: now)', parseTime)
    .option('--all', 'the whole history, also what is overridden, over, or still to come');
  explain(command, { example: 'catb prices list --provider openai --all' });
  command.action(async ({ provider, model, at, all, ...options }: ListOptions) => {
    const found = await withDatabase(options, ({ url }) =>
      listPrices(url, { provider, model, at, all }),
    );
    if (options.json) console.log(JSON.stringify(found));
    else console.log(formatPrices(found));
  });
}

function addSet(prices: Command): void {
  const command = withDatabaseOption(
    prices
      .command('set')
      .description('add a price of your own, in US dollars per million tokens: it comes first')
      .requiredOption('--provider <name>', 'the provider, by the name that calls have')
      .requiredOption('--model <name>', 'the model, by the name that calls have')
      .requiredOption('--input <usd>', 'input', parsePrice)
      .requiredOption('--output <usd>', 'output', parsePrice)
      .option('--cached-input <usd>', 'input read from a cache (default: as input)', parsePrice)
      .option('--cache-write <usd>', 'input written to a cache (default: as input)', parsePrice)
      .option(
        '--cache-write-1h <usd>',
        'the same for an hour (default: as cache-write)',
        parsePrice,
      )
      .option('--from <date>', 'from then on; always: for every call (default: now)', parseFrom),
  );
  explain(command, {
    example: 'catb prices set --provider openai --model llama3.1 --input 0 --output 0',
    exits: {
      wrongUse: 'wrong use: a price that is none, or another price of yours has this date',
    },
  });
  command.action(async (options: SetOptions) => {
    const { provider, model, input, output, cachedInput, cacheWrite, cacheWrite1h } = options;
    const isNew = await withDatabase(options, ({ url }) =>
      addOwnPrice(url, {
        provider,
        model,
        validFrom: options.from ?? 'now',
        inputUsdPerMtok: input,
        outputUsdPerMtok: output,
        cachedInputUsdPerMtok: cachedInput ?? input,
        cacheWriteUsdPerMtok: cacheWrite ?? input,
        cacheWrite1hUsdPerMtok: cacheWrite1h ?? cacheWrite ?? input,
      }),
    );
    if (options.json) console.log(JSON.stringify({ provider, model, isNew }));
    else console.log(isNew ? `${provider} ${model} has its price.` : 'It was there already.');
  });
}

/** A decimal, kept as it was written. */
function parsePrice(text: string): string {
  if (/^\d{1,12}(\.\d{1,18})?$/.test(text)) return text;
  throw new InvalidArgumentError('Give US dollars as a decimal, such as 0.25.');
}

function parseFrom(text: string): string {
  return text === 'always' ? '-infinity' : parseTime(text);
}

/** A day, or a moment with its zone: what it means can't depend on who reads it. */
function parseTime(text: string): string {
  const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/;
  const [day = ''] = text.split('T');
  // 2026-02-30 would be read as the second of March.
  const isDay = new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false;
  if (shape.test(text) && isDay && !Number.isNaN(Date.parse(text))) {
    return text.includes('T') ? text : `${text}T00:00:00Z`;
  }
  throw new InvalidArgumentError('Give a day such as 2026-09-01 (in UTC), or 2026-09-01T08:00Z.');
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
