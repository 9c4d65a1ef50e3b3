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

/** In the answer, so that whoever reads it later, and with whatever client, is told too. */
const budgetNotice =
  '\n\nThis answer comes from the offline guide: the budget for the AI model is spent for now.';

/** The parts around the model's own words. */
export interface AnswerFrame {
  /** Empty unless it is an emergency. */
  opening: string;
  closing: string;
  /** Tokens left for the model's own words. */
  innerTokens: number;
}

/**
 * The frame for a message of this triage.
 *
 * @param isBudgetSpent whether the guide answers for the model, which the answer then says
 */
export function frameAnswer(triage: Triage, isBudgetSpent: boolean): AnswerFrame {
  const opening = triage.category === 'emergency' ? emergencyOpening(triage) : '';
  const closing = isBudgetSpent ? budgetNotice + disclaimer : disclaimer;
  return {
    opening,
    closing,
    innerTokens: answerTokens - countTokens(opening) - countTokens(closing) - seams,
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
