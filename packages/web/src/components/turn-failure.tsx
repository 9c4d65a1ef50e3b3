/** Says that a message has no answer, why, and leaves the next step to the person. */
import type { TurnStatus } from '../conversation/turn.ts';
import { useSecondsLeft } from '../conversation/use-now.ts';

interface TurnFailureProps {
  status: Extract<TurnStatus, { kind: 'failed' | 'stopped' }>;
  canRetry: boolean;
  onRetry: () => void;
  onEdit: () => void;
}

/** A retry is the same turn again, with the same key. */
export function TurnFailure({ status, canRetry, onRetry, onEdit }: TurnFailureProps) {
  const failure = status.kind === 'failed' ? status.failure : null;
  const seconds = useSecondsLeft(failure?.retryAt ?? null);
  return (
    <div className="notice" data-reason={status.kind}>
      <p>
        {failure === null ? 'You stopped this answer.' : failure.message}{' '}
        {seconds > 0 && <span className="countdown">Try again in {showDuration(seconds)}.</span>}
      </p>
      {failure?.isRetryable !== false && (
        <button
          type="button"
          className="small-button"
          disabled={!canRetry || seconds > 0}
          onClick={onRetry}
        >
          Try again
        </button>
      )}
      <button type="button" className="small-button" onClick={onEdit}>
        Edit message
      </button>
    </div>
  );
}

function showDuration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
