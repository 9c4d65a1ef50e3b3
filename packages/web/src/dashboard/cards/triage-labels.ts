/** What the triage categories are called. */
import type { TriageName } from '../api/contract.ts';

export const triageLabels: Record<TriageName, string> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  routine: 'Routine',
  behavioral: 'Behaviour',
  none: 'None',
};
