/**
 * In charge of what stands around a model's words, whatever they are: in an emergency the message
 * to call a vet comes first; the disclaimer is part of every answer.
 */
import { countTokens, cutToTokens } from '@catb/database';
import type { Triage } from '../triage/index.ts';

/** Tokens (o200k_base) that an answer may have, all told; the table refuses more. */
export const answerTokens = 300;

/** Tokens for where the parts meet: joined text can count a little more than its parts. */
const seams = 6;
const openingTokens = 110;

const disclaimer =
  '\n\nI am not a vet, and this is general information: it does not replace an examination.';

/** The parts around the model's own words. */
export interface AnswerFrame {
  /** Empty unless it is an emergency. */
  opening: string;
  closing: string;
  /** Tokens left for the model's own words. */
  innerTokens: number;
}

/** The frame for a message of this triage. */
export function frameAnswer(triage: Triage): AnswerFrame {
  const opening = triage.category === 'emergency' ? emergencyOpening(triage) : '';
  return {
    opening,
    closing: disclaimer,
    innerTokens: answerTokens - countTokens(opening) - countTokens(disclaimer) - seams,
  };
}

function emergencyOpening(triage: Triage): string {
  const flags = triage.redFlags.filter((flag) => flag.category === 'emergency').slice(0, 2);
  const seen = flags.map((flag) => flag.label.toLowerCase()).join('; ');
  const advice = [...new Set(flags.map((flag) => flag.advice))].join(' ');
  const text = [
    '**Call a vet or an emergency animal hospital now.**',
    seen === '' ? '' : `This can be life-threatening: ${seen}.`,
    advice,
  ];
  const { text: kept } = cutToTokens(text.filter((part) => part !== '').join(' '), openingTokens);
  return `${kept}\n\n`;
}
