/** How serious the rules took a message to be, in a word. */
import type { TriageCategory } from '../api/contract.ts';

const words: Record<TriageCategory, { name: string; meaning: string }> = {
  emergency: { name: 'Emergency', meaning: 'call a vet now' },
  urgent: { name: 'Urgent', meaning: 'see a vet soon' },
  routine: { name: 'Routine', meaning: 'no danger sign recognised' },
  behavioral: { name: 'Behavior', meaning: 'about what a cat does' },
};

/** The category and what it means; its colour only repeats the word. */
export function TriageChip({ category }: { category: TriageCategory }) {
  const { name, meaning } = words[category];
  return (
    <span className={`triage triage-${category}`}>
      <span className="hidden">Triage: </span>
      <strong>{name}</strong>
      <span className="triage-meaning"> {meaning}</span>
    </span>
  );
}
