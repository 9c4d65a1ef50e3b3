import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase } from '@catb/database/testing';
import { describe, expect, it } from 'vitest';
import type { BookEntry } from './book-entry.ts';
import { fillBook } from './fill-book.ts';
import { judgeGrowth } from './judge-growth.ts';
import { keepFigure, readFigures } from './keep-figures.ts';
import { layOutStatement } from './lay-out-statement.ts';
import { bookEntries } from './make-book.ts';
import { measureEntries } from './measure-entry.ts';
import { listIndexes, renderPlan } from './plan-tree.ts';
import { statementNotes } from './statement-notes.ts';

const operations = join(import.meta.dirname, '../../../../database/src/operations');

/**
 * What dashboards ask and what keeps it up to date is measured on a year of rows, each query by its
 * name, in benchmarks/analytics; keys, budgets, backups and retention are asked for by people, now and then.
 */
const measuredElsewhere =
  /^(analytics_|roll_up_usage|refresh_|.*admin_key|.*budget|.*backup|.*retention|.*_holds?$|remove_due|add_own_price|list_prices)/;

const entry = (name: string): BookEntry => {
  const found = bookEntries.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no entry ${name}`);
  return found;
};

describe('the query book', () => {
  it('has an entry for each statement that an operation runs', () => {
    const stems = readdirSync(operations)
      .filter((file) => /^[a-z-]+\.ts$/.test(file))
      .filter((file) => /\btext: |Text = /.test(readFileSync(join(operations, file), 'utf8')))
      .map((file) => file.replace('.ts', '').replaceAll('-', '_'));
    expect(stems.length).toBeGreaterThan(15);
    const inBook = stems.filter((stem) => !measuredElsewhere.test(stem));
    expect(bookEntries.map(({ name }) => name).sort()).toEqual(inBook.sort());
  });

  it('tells what really ran, inside functions too, and leaves nothing behind', async () => {
    const database = await createTestDatabase();
    const session = await fillBook(database.superuserUrl, { sessions: 5, conversation: 30 });
    const count = async () =>
      (await database.pool.query('select count(*)::int as n from public.messages')).rows;
    const before = await count();
    const chosen = [entry('begin_turn'), entry('add_list_prices')];
    const [turn, price] = await measureEntries(database.superuserUrl, session, chosen, 'generic');
    expect(await count()).toEqual(before);
    await database.drop();
    expect(turn?.sent).toContain('from public.begin_turn($1');
    expect(turn?.inside.map(({ text }) => text).join()).toContain('greatest(p_max_messages, 1)');
    expect(turn?.pages).toBeGreaterThan(10);
    expect(price?.inside.map(({ text }) => text).join()).toContain(
      'insert into public.model_prices',
    );
    expect(turn?.inside.flatMap(({ plan }) => listIndexes(plan))).toContain('messages_pkey');
  });

  it('has a note for every statement that its page shows under one', () => {
    const page = readFileSync(
      join(import.meta.dirname, '../../../../../docs/reference/database/queries.md'),
      'utf8',
    );
    const unused = statementNotes.filter(({ title }) => !page.includes(`**${title}.**`));
    expect(unused.map(({ title }) => title)).toEqual([]);
  });
});

describe('what an entry says about its growth', () => {
  const measured = (growth: BookEntry['growth'], pages: number) => ({
    entry: { ...entry('begin_turn'), growth },
    sent: '',
    inside: [],
    pages,
  });

  it.each([
    ['level', 20, 24, true],
    ['level', 20, 90, false],
    ['conversation', 50, 480, true],
    ['conversation', 50, 52, false],
    ['conversation', 50, 5_000, false],
  ] as const)('%s, of %i pages and then %i, is judged %s', (growth, small, large, right) => {
    const wrong = judgeGrowth(measured(growth, small), measured(growth, large));
    expect(wrong === null).toBe(right);
  });
});

describe('figures', () => {
  it('stay what the page says while the new ones are near', () => {
    const figures = readFigures('| [`begin_turn`](#begin_turn) |   70 |  1,200 | O(1) | 7 |\n');
    expect(figures.get('begin_turn')).toEqual({ small: 70, large: 1_200 });
    expect(keepFigure(70, 74)).toBe(70);
    expect(keepFigure(70, 95)).toBe(95);
    expect(keepFigure(3, 6)).toBe(3);
    expect(keepFigure(undefined, 6)).toBe(6);
  });
});

describe('what is printed', () => {
  it('is a plan without costs, each node below what asks it', () => {
    const plan = {
      'Node Type': 'Limit',
      'Total Cost': 3,
      Plans: [
        {
          'Node Type': 'Index Scan',
          'Scan Direction': 'Backward',
          'Index Name': 'messages_pkey',
          'Relation Name': 'messages',
          Alias: 'm',
          'Index Cond': '(seq <= $2)',
        },
      ],
    };
    expect(renderPlan(plan)).toEqual([
      'Limit',
      '  -> Index Scan Backward using messages_pkey on messages m',
      '       Index Cond: (seq <= $2)',
    ]);
  });

  it('is a statement without what plpgsql left of it', () => {
    expect(
      layOutStatement(
        'select s.id                       from public.sessions s\n    where s.id = 1\n      and true\n',
      ),
    ).toBe('select s.id from public.sessions s\nwhere s.id = 1\n  and true');
  });
});
