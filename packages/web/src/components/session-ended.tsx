/** Says plainly that the earlier conversation is over. */
import { useStore } from '../stores/create-store.ts';
import { sessionEndedStore } from '../stores/session-store.ts';
import { Icon } from './icon.tsx';

/** Shown until it is closed. What was being written is in the box. */
export function SessionEnded() {
  if (!useStore(sessionEndedStore)) return null;
  return (
    <div className="session-ended" role="status">
      <p>
        <strong>Your earlier conversation has ended.</strong> A new one has begun: Mu no longer
        knows what was said, nor your cat’s profile. What you hadn’t sent is in the box below.
      </p>
      <button
        type="button"
        className="icon-button"
        aria-label="Close this notice"
        onClick={() => sessionEndedStore.set(false)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
