/** What people write, judged by the rules that the migration brings, read from a real database. */
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  compileRules,
  parseRules,
  triage,
  type CompiledRules,
  type RefusedRule,
  type TriageRule,
} from './index.ts';
import { HARMLESS_MESSAGES } from './triage-cases/harmless-messages.ts';
import { COLLOQUIAL_LOOK_ALIKES, ROUTINE_QUESTIONS } from './triage-cases/routine-questions.ts';
import { TRIAGE_CASES } from './triage-cases/index.ts';

let database: TestDatabase;
let stored: { rules: TriageRule[]; refused: RefusedRule[] };
let rules: CompiledRules;

beforeAll(async () => {
  database = await createTestDatabase();
  const { rows } = await database.pool.query<{ rules: unknown }>(
    'select rules from public.triage_rules_current()',
  );
  stored = parseRules(rows[0]?.rules);
  rules = compileRules(stored.rules);
});
afterAll(async () => {
  await database.drop();
});

const isFlag = (category: string) => category === 'emergency' || category === 'urgent';

describe('the rules of the migration', () => {
  it('are all readable', () => {
    expect(stored.refused).toEqual([]);
    expect(stored.rules.length).toBeGreaterThan(100);
  });

  it('each red flag has at least one case', () => {
    const tried = new Set(TRIAGE_CASES.map(({ flag }) => flag));
    const untried = stored.rules.filter((rule) => isFlag(rule.category) && !tried.has(rule.name));
    expect(untried.map((rule) => rule.name)).toEqual([]);
  });
});

describe('a message', () => {
  for (const { category, flag, messages } of TRIAGE_CASES) {
    it.each(messages)(`"%s" is ${category}, ${flag ?? 'with no red flag'}`, (message) => {
      const judged = triage(message, rules);
      expect(judged).toMatchObject({ category });
      if (flag === null) expect(judged.redFlags).toEqual([]);
      else expect(judged.topics).toContain(flag);
      if (flag !== null && isFlag(category)) {
        expect(judged.redFlags.map(({ name }) => name)).toContain(flag);
      }
    });
  }
});

describe('a harmless message', () => {
  it.each(HARMLESS_MESSAGES)('"%s" raises no flag', (message) => {
    expect(triage(message, rules).redFlags).toEqual([]);
  });
});

describe('an ordinary question', () => {
  it('raises no flag, in any of a thousand wordings', () => {
    expect(new Set(ROUTINE_QUESTIONS).size).toBe(1_000);
    const raised = ROUTINE_QUESTIONS.filter(
      (question) => triage(question, rules).redFlags.length > 0,
    );
    expect(raised).toEqual([]);
  });

  it.each(COLLOQUIAL_LOOK_ALIKES)('"%s" raises no flag', (question) => {
    expect(triage(question, rules).redFlags).toEqual([]);
  });
});

describe('circumstances', () => {
  it.each(['he had a seizure two years ago, fine now', 'as a kitten he had seizures'])(
    '"%s" keeps the topic and raises no flag',
    (message) => {
      expect(triage(message, rules).topics).toContain('seizure');
    },
  );

  it('a past event that is back is an emergency', () => {
    expect(triage('he had a seizure two years ago and again today', rules).category).toBe(
      'emergency',
    );
  });

  it('an animal that is not the cat raises nothing, unless it hurt the cat', () => {
    expect(triage("my neighbour's dog had a seizure", rules).redFlags).toEqual([]);
    expect(triage("my neighbour's dog bit my cat", rules).category).toBe('emergency');
  });

  it('a general question about cats is one category lower than the same about a cat of one’s own', () => {
    expect(triage('are lilies toxic to cats?', rules).redFlags).toMatchObject([
      { name: 'lily', category: 'urgent' },
    ]);
    const own = triage('are lilies toxic to cats? mine just chewed one', rules);
    expect(own.category).toBe('emergency');
  });

  it('red flags come most severe first', () => {
    const judged = triage('she is limping, vomiting repeatedly and having a seizure', rules);
    expect(judged.redFlags.map(({ category }) => category)).toEqual(
      judged.redFlags.map(({ category }) => category).toSorted(),
    );
    expect(judged.redFlags[0]?.name).toBe('seizure');
    expect(judged.redFlags.length).toBeGreaterThan(2);
  });
});

describe('what is denied', () => {
  it.each([
    'not only vomiting but having a seizure',
    'no appetite, and she is having a seizure',
    'is she having a seizure?',
    'no, he is having a seizure',
    'not sure if this is a seizure',
    'he is not eating, having seizures',
  ])('"%s" does not deny the seizure', (message) => {
    expect(triage(message, rules).topics).toContain('seizure');
  });
});

describe('the conversation and the profile', () => {
  it('a rule may be spread over two messages', () => {
    const earlierUserMessages = ["he's straining in the litter box"];
    expect(triage('nothing is coming out', rules).category).not.toBe('emergency');
    expect(triage('nothing is coming out', rules, { earlierUserMessages }).redFlags).toContainEqual(
      expect.objectContaining({ name: 'urinary-blockage' }),
    );
  });

  it('a short answer keeps the category of what it answers', () => {
    const earlierUserMessages = ['my cat is having a seizure'];
    expect(triage('yes', rules, { earlierUserMessages }).category).toBe('emergency');
  });

  it('a new subject does not inherit the flag of an earlier message', () => {
    const earlierUserMessages = ['my cat is having a seizure'];
    const judged = triage('how much wet food should I feed my other cat?', rules, {
      earlierUserMessages,
    });
    expect(judged.redFlags).toEqual([]);
  });

  it('straining is an emergency in a male cat and urgent in a female one', () => {
    const message = 'straining in the litter box';
    expect(triage(message, rules, { profile: { sex: 'male' } }).category).toBe('emergency');
    expect(triage(message, rules, { profile: { sex: 'female' } }).category).toBe('urgent');
  });

  it('not eating is an emergency in a kitten by its profile', () => {
    const message = 'not eating';
    expect(triage(message, rules, { profile: { ageMonths: 2 } }).category).toBe('emergency');
    expect(triage(message, rules, { profile: { ageMonths: 48 } }).category).toBe('urgent');
  });
});
