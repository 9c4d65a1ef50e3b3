import { expect, test } from 'vitest';
import type { Preferences } from '../api/contract.ts';
import { changeUnits, toFields, toPreferences } from './profile-fields.ts';

const whole: Preferences = {
  catName: 'Misha',
  sex: 'male',
  neutered: true,
  ageMonths: 30,
  weightGrams: 4200,
  indoor: false,
  conditions: 'asthma',
  tone: 'plain',
  units: 'metric',
};

test('a profile goes into the form and comes back the same', () => {
  expect(toPreferences(toFields(whole))).toEqual(whole);
});

test('what has not been said is left out', () => {
  expect(toPreferences(toFields({}))).toEqual({ tone: 'warm', units: 'metric' });
});

test('another unit converts the weight', () => {
  const pounds = changeUnits(toFields(whole), 'imperial');
  expect(pounds.weight).toBe('9.26');
  expect(toPreferences(pounds).weightGrams).toBe(4200);
});
