/** An answer that is stored: what Mu said, how it ended, and what the person thought of it. */
import type { Message, TriageCategory } from '../api/contract.ts';
import { isFinished } from '../conversation/history.ts';
import { AnswerFrame } from './answer-frame.tsx';
import { FeedbackControls } from './feedback-controls.tsx';
import { ReplyText } from './reply-text.tsx';

interface AnswerProps {
  message: Message;
  category: TriageCategory | null;
  /** Present on the last answer, when asking again makes sense. */
  onAskAgain: (() => void) | null;
}

/** An answer that isn't whole says so, and offers to ask again. */
export function Answer({ message, category, onAskAgain }: AnswerProps) {
  const remark = describeEnd(message);
  return (
    <AnswerFrame category={category} isBusy={!isFinished(message)}>
      <ReplyText text={message.content} />
      {remark !== null && (
        <p className="remark">
          {remark}
          {onAskAgain !== null && (message.state === 'failed' || message.state === 'aborted') && (
            <button type="button" className="small-button" onClick={onAskAgain}>
              {message.state === 'failed' ? 'Try again' : 'Ask again'}
            </button>
          )}
        </p>
      )}
      {message.state === 'complete' && <FeedbackControls message={message} />}
    </AnswerFrame>
  );
}

function describeEnd({ state, truncated }: Message): string | null {
  if (state === 'failed') return 'Mu could not answer this.';
  if (state === 'aborted') return 'This answer was stopped before its end.';
  if (state !== 'complete') return 'Mu is still writing this.';
  return truncated ? 'This answer was cut at its length limit.' : null;
}
