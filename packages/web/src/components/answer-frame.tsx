/** What every answer stands in: Mu's face in the margin and the triage above the text. */
import type { ReactNode } from 'react';
import type { TriageCategory } from '../api/contract.ts';
import { CatMark } from './cat-mark.tsx';
import { TriageChip } from './triage-chip.tsx';

interface AnswerFrameProps {
  category: TriageCategory | null;
  isBusy: boolean;
  children: ReactNode;
}

/** `isBusy` lets the eyes blink while an answer is written. */
export function AnswerFrame({ category, isBusy, children }: AnswerFrameProps) {
  return (
    <div className={isBusy ? 'answer is-busy' : 'answer'}>
      <CatMark size={30} />
      <div className="answer-body">
        <h2 className="hidden">Mu said</h2>
        {category !== null && <TriageChip category={category} />}
        {children}
      </div>
    </div>
  );
}
