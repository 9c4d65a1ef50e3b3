/** Thumbs for an answer, and a comment for whoever has one. */
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sendFeedback } from '../api/calls.ts';
import type { Message, Rating } from '../api/contract.ts';
import { describeError } from '../api/errors.ts';
import { showChange } from '../conversation/conversation.ts';
import { announce } from '../stores/announcements.ts';
import { Icon } from './icon.tsx';

/** A thumb is sent at once; the comment follows, or not. */
export function FeedbackControls({ message: { seq, feedback } }: { message: Message }) {
  const [isAsking, setIsAsking] = useState(false);
  const [comment, setComment] = useState(feedback?.comment ?? '');
  const commentId = useId();
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ rating, comment: text }: { rating: Rating; comment: string }) =>
      sendFeedback(seq, rating, text),
    onMutate: ({ rating, comment: text }) => {
      showChange(seq, { feedback: { rating, comment: text === '' ? null : text } });
      return feedback;
    },
    onError: (_error, _sent, before) => showChange(seq, { feedback: before ?? null }),
  });
  const rate = (rating: Rating) => {
    mutate(
      { rating, comment: feedback?.comment ?? '' },
      { onSuccess: () => announce('Thank you. Your rating is kept.') },
    );
    setIsAsking(true);
  };
  return (
    <div className="feedback">
      <div className="thumbs" role="group" aria-label="Rate this answer">
        {(['up', 'down'] as const).map((rating) => (
          <button
            key={rating}
            type="button"
            className="icon-button thumb"
            aria-pressed={feedback?.rating === rating}
            aria-label={rating === 'up' ? 'Helpful' : 'Not helpful'}
            onClick={() => rate(rating)}
          >
            <Icon name={rating === 'up' ? 'thumbUp' : 'thumbDown'} />
          </button>
        ))}
        {feedback?.comment && !isAsking && <q className="own-comment">{feedback.comment}</q>}
      </div>
      {isAsking && feedback !== null && (
        <form
          className="comment-form"
          onSubmit={(event) => {
            event.preventDefault();
            const sent = { rating: feedback.rating, comment: comment.trim() };
            mutate(sent, {
              onSuccess: () => {
                setIsAsking(false);
                announce('Thank you. Your comment is kept.');
              },
            });
          }}
        >
          <label htmlFor={commentId}>
            {feedback.rating === 'up' ? 'What helped? (optional)' : 'What was wrong? (optional)'}
          </label>
          <textarea
            id={commentId}
            rows={2}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <button type="submit" className="small-button" disabled={isPending}>
            Send comment
          </button>
          <button type="button" className="small-button" onClick={() => setIsAsking(false)}>
            Skip
          </button>
        </form>
      )}
      {error !== null && (
        <p className="remark" role="status">
          Your rating wasn’t kept. {describeError(error)}
        </p>
      )}
    </div>
  );
}
