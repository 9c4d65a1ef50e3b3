/** Turns a cat's profile into what a form holds, and back. */
import type { Preferences, Sex, Tone, Units } from '../api/contract.ts';

/** What the form holds: text as it is typed, and choices of which '' is "not said". */
export interface ProfileFields {
  catName: string;
  sex: Sex | '';
  neutered: 'yes' | 'no' | '';
  years: string;
  months: string;
  weight: string;
  indoor: 'yes' | 'no' | '';
  conditions: string;
  tone: Tone;
  units: Units;
}

const GRAMS_PER: Record<Units, number> = { metric: 1000, imperial: 453.59237 };

/** What the form starts with. */
export function toFields(preferences: Preferences): ProfileFields {
  const units = preferences.units ?? 'metric';
  const { ageMonths, weightGrams } = preferences;
  return {
    catName: preferences.catName ?? '',
    sex: preferences.sex ?? '',
    neutered: toAnswer(preferences.neutered),
    years: ageMonths === undefined ? '' : String(Math.floor(ageMonths / 12)),
    months: ageMonths === undefined ? '' : String(ageMonths % 12),
    weight: weightGrams === undefined ? '' : showWeight(weightGrams, units),
    indoor: toAnswer(preferences.indoor),
    conditions: preferences.conditions ?? '',
    tone: preferences.tone ?? 'warm',
    units,
  };
}

/** What is sent. Whatever has not been said is left out, which forgets it. */
export function toPreferences(fields: ProfileFields): Preferences {
  const preferences: Preferences = { tone: fields.tone, units: fields.units };
  const catName = fields.catName.trim();
  const conditions = fields.conditions.trim();
  if (catName !== '') preferences.catName = catName;
  if (conditions !== '') preferences.conditions = conditions;
  if (fields.sex !== '') preferences.sex = fields.sex;
  if (fields.neutered !== '') preferences.neutered = fields.neutered === 'yes';
  if (fields.indoor !== '') preferences.indoor = fields.indoor === 'yes';
  if (fields.years !== '' || fields.months !== '')
    preferences.ageMonths = Math.round(Number(fields.years) * 12 + Number(fields.months));
  if (fields.weight !== '')
    preferences.weightGrams = Math.round(Number(fields.weight) * GRAMS_PER[fields.units]);
  return preferences;
}

/** The same fields in other units: the weight is converted, not read anew. */
export function changeUnits(fields: ProfileFields, units: Units): ProfileFields {
  if (fields.units === units) return fields;
  const grams = Number(fields.weight) * GRAMS_PER[fields.units];
  const weight = fields.weight === '' ? '' : showWeight(grams, units);
  return { ...fields, units, weight };
}

function showWeight(grams: number, units: Units): string {
  return String(Math.round((grams / GRAMS_PER[units]) * 100) / 100);
}

function toAnswer(value: boolean | undefined): 'yes' | 'no' | '' {
  if (value === undefined) return '';
  return value ? 'yes' : 'no';
}
