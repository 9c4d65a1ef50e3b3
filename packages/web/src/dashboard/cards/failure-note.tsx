/** What a card says when its figures can't be had, or can't be renewed. */
import type { UseQueryResult } from '@tanstack/react-query';
import { ApiError, describeError } from '../../api/errors.ts';
import { useSecondsLeft } from '../../conversation/use-now.ts';
import { formatAge } from '../format/format-duration.ts';

/** With a way to try again, and how old the figures are that stay in sight. */
export function FailureNote({ query }: { query: UseQueryResult<unknown> }) {
  const { data, error, dataUpdatedAt, errorUpdatedAt, isFetching, refetch } = query;
  const wait = error instanceof ApiError ? error.retryAfter : null;
  const secondsLeft = useSecondsLeft(wait === null ? null : errorUpdatedAt + wait * 1000);
  return (
    <div className="failure" role="status">
      <p>
        {data !== undefined && (
          <strong>These figures are {formatAge(errorUpdatedAt - dataUpdatedAt)} old. </strong>
        )}
        {describeError(error)}
        {secondsLeft > 0 && ` Possible again in ${secondsLeft} s.`}
      </p>
      <button
        type="button"
        className="small-button"
        disabled={isFetching || secondsLeft > 0}
        onClick={() => void refetch()}
      >
        Try again
      </button>
    </div>
  );
}
