/** Erasure in two steps, and the receipt. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { eraseSession } from '../api/calls.ts';
import { describeError } from '../api/errors.ts';
import { forgetConversation, turnStore } from '../conversation/conversation.ts';
import { saveDraft } from '../stores/draft-store.ts';
import { ErasureReceipt } from './erasure-receipt.tsx';

/** Asks, erases, shows the receipt. The browser forgets together with the server. */
export function EraseData({ onClose }: { onClose: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const erase = useMutation({
    mutationFn: () => {
      turnStore.stop();
      return eraseSession();
    },
    onSuccess: () => {
      forgetConversation();
      saveDraft('');
    },
  });
  if (erase.data !== undefined) return <ErasureReceipt receipt={erase.data} onClose={onClose} />;
  return (
    <section>
      <h3>Erase it</h3>
      <p>The conversation, your ratings and your cat’s profile go for good. Nobody can undo it.</p>
      {!isAsking && (
        <button type="button" className="button danger" onClick={() => setIsAsking(true)}>
          Erase my data
        </button>
      )}
      {isAsking && (
        <div className="confirm" role="group" aria-label="Erase everything?">
          <p>
            <strong>Erase everything?</strong>
          </p>
          <button type="button" className="button" autoFocus onClick={() => setIsAsking(false)}>
            Keep it
          </button>
          <button
            type="button"
            className="button danger"
            disabled={erase.isPending}
            onClick={() => erase.mutate()}
          >
            {erase.isPending ? 'Erasing…' : 'Erase everything'}
          </button>
        </div>
      )}
      {erase.error !== null && (
        <p className="remark" role="status">
          Nothing was erased. {describeError(erase.error)}
        </p>
      )}
    </section>
  );
}
