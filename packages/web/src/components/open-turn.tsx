/** A turn under way: the message, the answer as it is written, and what to do when it isn't. */
import { returnToDraft } from '../stores/draft-store.ts';
import { turnStore } from '../conversation/conversation.ts';
import type { Turn } from '../conversation/turn.ts';
import { AnswerFrame } from './answer-frame.tsx';
import { ReplyText } from './reply-text.tsx';
import { SaidByPerson } from './said-by-person.tsx';
import { TurnFailure } from './turn-failure.tsx';
import { TurnWait } from './turn-wait.tsx';

interface OpenTurnProps {
  turn: Turn;
  /** False while another turn is under way. */
  canRetry: boolean;
}

/** The text in an answer that broke off stays until a better one takes its place. */
export function OpenTurn({ turn, canRetry }: OpenTurnProps) {
  const { status, key, text, reply } = turn;
  const isWriting = status.kind === 'sending' || status.kind === 'streaming';
  const edit = () => {
    returnToDraft(text);
    turnStore.discard(key);
  };
  return (
    <>
      <SaidByPerson text={text} at={turn.startedAt} />
      <AnswerFrame category={turn.triage?.category ?? null} isBusy={isWriting}>
        <ReplyText text={reply} />
        {isWriting && reply === '' && (
          <p className="thinking">
            <span className="hidden">Mu is reading your message</span>
            <i />
            <i />
            <i />
          </p>
        )}
        {status.kind === 'waiting' && <TurnWait status={status} onEdit={edit} />}
        {(status.kind === 'failed' || status.kind === 'stopped') && (
          <TurnFailure
            status={status}
            canRetry={canRetry}
            onRetry={() => turnStore.retry(key)}
            onEdit={edit}
          />
        )}
      </AnswerFrame>
    </>
  );
}
