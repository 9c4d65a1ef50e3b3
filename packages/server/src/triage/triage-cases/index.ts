/** All the triage cases. */
import { COLLOQUIAL_CASES } from './colloquial-cases.ts';
import { COLLOQUIAL_EMERGENCY_CASES } from './colloquial-emergency-cases.ts';
import { EMERGENCY_CASES } from './emergency-cases.ts';
import { EXPOSURE_CASES } from './exposure-cases.ts';
import { HELD_OUT_CASES } from './held-out-cases.ts';
import { INJURY_CASES } from './injury-cases.ts';
import { LOOK_ALIKE_CASES } from './look-alike-cases.ts';
import { MORE_EMERGENCY_CASES } from './more-emergency-cases.ts';
import { POISON_CASES } from './poison-cases.ts';
import { ROUTINE_CASES } from './routine-cases.ts';
import { SECOND_COLLOQUIAL_CASES } from './second-colloquial-cases.ts';
import { SECOND_HELD_OUT_CASES } from './second-held-out-cases.ts';
import { UNMASKED_CASES } from './unmasked-cases.ts';
import { URGENT_CASES } from './urgent-cases.ts';

export type { TriageCases } from './case.ts';

/** What people write, and what must come of it. */
export const TRIAGE_CASES = [
  ...EMERGENCY_CASES,
  ...POISON_CASES,
  ...INJURY_CASES,
  ...MORE_EMERGENCY_CASES,
  ...URGENT_CASES,
  ...EXPOSURE_CASES,
  ...ROUTINE_CASES,
  ...LOOK_ALIKE_CASES,
  ...UNMASKED_CASES,
  ...HELD_OUT_CASES,
  ...SECOND_HELD_OUT_CASES,
  ...COLLOQUIAL_EMERGENCY_CASES,
  ...COLLOQUIAL_CASES,
  ...SECOND_COLLOQUIAL_CASES,
];
