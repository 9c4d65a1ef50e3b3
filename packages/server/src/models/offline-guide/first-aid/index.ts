/** In charge of the list of all first aid, and of what is true for every way to the vet. */
import type { FirstAid } from '../topic.ts';
import { blockageFirstAid } from './blockages.ts';
import { illnessFirstAid } from './illness.ts';
import { injuryFirstAid } from './injuries.ts';
import { specialFirstAid } from './special-cases.ts';

/** Every entry of first aid. */
export const firstAidEntries: readonly FirstAid[] = [
  ...blockageFirstAid,
  ...illnessFirstAid,
  ...injuryFirstAid,
  ...specialFirstAid,
];

/** For any emergency. */
export const transport: Pick<FirstAid, 'doNow' | 'doNot'> = {
  doNow: [
    'Call ahead, so that they are ready and can tell you what to do on the way. If your vet is closed, the announcement names the one on duty.',
    'Use a carrier or a box with a lid and holes, with a towel in it, kept dark, quiet and warm. A cat in pain may bite: wrap {cat} in a towel.',
  ],
  doNot: ['Give no human medicine, and no food or water unless the vet says so.'],
};
