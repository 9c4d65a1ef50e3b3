import { countTokens } from '@catb/database';
import { describe, expect, test } from 'vitest';
import { askGuide, flagged } from '../../testing/ask-guide.ts';

describe('answering', () => {
  test('says that it is no model, advises, says when to see a vet, and asks one thing', async () => {
    const reply = await askGuide(['My cat vomited twice']);
    expect(reply.text).toMatch(/^From my offline guide \(fixed texts, no AI model is connected\):/);
    expect(reply.text).toContain('hairball');
    expect(reply.text).toContain('Go today if your cat vomits more than three times');
    expect(reply.text).toMatch(/How often has your cat vomited, and since when\?$/);
    expect(reply).toMatchObject({
      provider: 'offline-guide',
      model: 'offline-guide',
      truncated: false,
      finishReason: 'stop',
      attempts: 1,
      usage: {
        inputTokens: 0,
        cachedInputTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: countTokens(reply.text),
        certainty: 'exact',
      },
    });
  });

  test('goes on where it left off: new advice, the next question, nothing twice', async () => {
    const first = await askGuide(['My cat vomited twice'], { maxTokens: 160 });
    const second = await askGuide(['My cat vomited twice', first.text, 'since this morning'], {
      maxTokens: 160,
    });
    const third = await askGuide([
      'My cat vomited twice',
      first.text,
      'since this morning',
      second.text,
      'hair',
    ]);
    expect(second.text).toContain('What comes up, and does your cat keep water down?');
    expect(third.text).toContain('Could your cat have eaten string');
    expect(third.text).toContain('I have told you all that it holds about a cat that vomits');
    expect(second.text).not.toContain('One or two times in a cat');
  });

  test('goes on to the other subject when all is said about the first', async () => {
    const said = 'My cat vomits and is limping';
    const first = await askGuide([said]);
    const second = await askGuide([said, first.text, 'since today']);
    expect(first.text).toContain('is otherwise lively is often a hairball');
    expect(second.text).toContain('Keep your cat in one room without jumping');
  });

  test('uses the name and the units', async () => {
    const preferences = { catName: 'Miso', units: 'imperial' } as const;
    const reply = await askGuide(['Miso is overweight'], { preferences });
    expect(reply.text).toContain('Miso is likely too heavy');
    expect(reply.text).toContain('9 lb');
    expect((await askGuide(['Miso is overweight'])).text).toContain('4 kg');
  });

  test('does not ask what the profile tells', async () => {
    const known = await askGuide(['She sprays the sofa'], { preferences: { neutered: true } });
    expect(known.text).not.toContain('neutered, and are there other cats');
    expect(known.text).toMatch(/Is it on upright places or in puddles\?$/);
  });

  test('a male cat with urinary signs is warned first', async () => {
    const reply = await askGuide(['He pees often'], {
      preferences: { sex: 'male', catName: 'Otto' },
    });
    expect(reply.text).toContain(
      'Otto is male: if no urine comes out, or only drops, go to a vet now.',
    );
  });

  test('a kitten is not kept waiting', async () => {
    const reply = await askGuide(['diarrhoea since today'], { preferences: { ageMonths: 3 } });
    expect(reply.text).toContain('is a kitten, and kittens get worse fast');
  });

  test('an urgent flag comes with its advice', async () => {
    const reply = await askGuide(['some words'], { triage: flagged('no-food-two-days', 'urgent') });
    expect(reply.text).toContain('Advice on no-food-two-days.');
  });

  test('a brief tone gets less', async () => {
    const brief = await askGuide(['fleas'], { preferences: { tone: 'brief' } });
    expect(countTokens(brief.text)).toBeLessThan(countTokens((await askGuide(['fleas'])).text));
  });

  test('never names a dose', async () => {
    const reply = await askGuide(['How much paracetamol can I give my cat, 50 mg?']);
    expect(reply.text).toContain('I can’t name doses');
    expect(reply.text).not.toMatch(/\d\s*mg/);
  });

  test('a greeting is a greeting only when there is nothing else', async () => {
    expect((await askGuide(['Hello!'])).text).toContain('I’m Mu');
    expect((await askGuide(['Hello, my cat has fleas'])).text).not.toContain('I’m Mu');
  });

  test('says so when it knows nothing, and asks', async () => {
    const reply = await askGuide(['qwertz uiop']);
    expect(reply.text).toContain('I found nothing in it that fits your words');
    expect(reply.text).toMatch(/\?$/);
  });

  test('an empty conversation gets an answer too', async () => {
    expect((await askGuide([])).text).toContain('What do you see');
  });
});
