import { describe, expect, test } from 'vitest';
import { askGuide, flagged } from '../../testing/ask-guide.ts';

describe('an emergency', () => {
  test.each([
    ['urinary-blockage', 'he strains', 'urine'],
    ['open-mouth-breathing', 'panting', 'oxygen'],
    ['lily-poisoning', 'ate a lily', 'poison line'],
    ['antifreeze', 'licked it', 'poison line'],
    ['permethrin', 'dog drops', 'dish soap'],
    ['seizure', 'fitting', 'Note the time'],
    ['collapse', 'floppy', 'right side'],
    ['hind-leg-paralysis', 'legs', 'blood clot'],
    ['hit-by-car', 'car', 'inner bleeding'],
    ['string-from-mouth', 'string', 'Never pull a string'],
    ['heatstroke', 'hot', 'No ice'],
    ['stuck-birth', 'labour', 'Don’t pull hard'],
    ['kitten-not-feeding', 'kitten', 'Warm slowly'],
    ['bleeding-that-wont-stop', 'blood', 'Press a clean cloth'],
    ['electric-shock', 'cable', 'switch off the power'],
  ])('%s: what to do on the way, and what not', async (name, message, expected) => {
    const reply = await askGuide([message], { triage: flagged(name) });
    expect(reply.text).toMatch(/^On the way to the vet/);
    expect(reply.text).toContain(expected);
    expect(reply.text).toMatch(/Don’t|Never|No |Give nothing/);
    expect(reply.text).not.toMatch(/\?$/);
  });

  test('one that the guide does not know gets its advice and the way to the vet', async () => {
    const reply = await askGuide(['zzz'], { triage: flagged('zzz-unheard-of') });
    expect(reply.text).toContain('Advice on zzz-unheard-of.');
    expect(reply.text).toContain('Call ahead');
  });
});
