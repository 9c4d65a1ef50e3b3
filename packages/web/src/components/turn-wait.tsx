/** Says that a message will be sent again by itself, and when. */
import { waitWords } from '../conversation/announce-turns.ts';
import { turnStore } from '../conversation/conversation.ts';
import type { TurnStatus } from '../conversation/turn.ts';
import { useSecondsLeft } from '../conversation/use-now.ts';

interface TurnWaitProps {
  status: Extract<TurnStatus, { kind: 'waiting' }>;
  onEdit: () => void;
}

/** The countdown is for the eye; the words are announced once, elsewhere. */
export function TurnWait({ status, onEdit }: TurnWaitProps) {
  const seconds = useSecondsLeft(status.until);
  return (
    <div className="notice" data-reason={status.reason}>
      <p>
        {waitWords[status.reason]} <span className="countdown">Next try in {seconds} s.</span>
      </p>
      {status.reason !== 'rate_limit' && (
        <button type="button" className="small-button" onClick={turnStore.wake}>
          Try now
        </button>
      )}
      <button type="button" className="small-button" onClick={onEdit}>
        Edit message
      </button>
    </div>
  );
}
