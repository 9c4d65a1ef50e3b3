/** What a person can do with their data: take it along, or have it erased. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { exportSession } from '../api/calls.ts';
import { describeError } from '../api/errors.ts';
import { saveFile } from '../save-file.ts';
import { useStore } from '../stores/create-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { Dialog } from './dialog.tsx';
import { EraseData } from './erase-data.tsx';

/** Without a session there is nothing to show, and it says so. */
export function DataDialog({ onClose }: { onClose: () => void }) {
  const session = useStore(sessionStore);
  const [hadSession] = useState(session !== null);
  const download = useMutation({
    mutationFn: exportSession,
    onSuccess: (file) => saveFile(file, `mu-${new Date().toISOString().slice(0, 10)}.json`),
  });
  return (
    <Dialog title="Your data" onClose={onClose}>
      {!hadSession && <p>Nothing is kept about you yet: you haven’t written anything.</p>}
      {hadSession && (
        <>
          {session !== null && (
            <section>
              <h3>Take it along</h3>
              <p>Everything that is kept, in one file: messages, ratings, your cat’s profile.</p>
              <button
                type="button"
                className="button"
                disabled={download.isPending}
                onClick={() => download.mutate()}
              >
                Export my data
              </button>
              {download.error !== null && (
                <p className="remark" role="status">
                  The export failed. {describeError(download.error)}
                </p>
              )}
            </section>
          )}
          <EraseData onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}
