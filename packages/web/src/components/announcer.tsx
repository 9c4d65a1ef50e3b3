/** Where a screen reader hears what goes on: politely, by pieces, and never shown. */
import { announcementStore } from '../stores/announcements.ts';
import { useStore } from '../stores/create-store.ts';

/** Pieces are added at the end and leave at the front, so that each is spoken once. */
export function Announcer() {
  return (
    <div className="hidden" role="log" aria-live="polite" aria-relevant="additions" aria-label="Mu">
      {useStore(announcementStore).map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
