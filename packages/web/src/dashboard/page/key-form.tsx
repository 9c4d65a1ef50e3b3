/** Asks for the key before any figure is asked for. */
import { useMutation } from '@tanstack/react-query';
import { useId, type FormEvent } from 'react';
import { ApiError, describeError } from '../../api/errors.ts';
import { CatMark } from '../../components/cat-mark.tsx';
import { ThemeButton } from '../../components/theme-button.tsx';
import { useSecondsLeft } from '../../conversation/use-now.ts';
import { useStore } from '../../stores/create-store.ts';
import { tryKey } from '../api/calls.ts';
import { adminKeyStore, keepKey } from '../state/admin-key.ts';

/** A key is tried with one question, so that a wrong one is one failure and not ten. */
export function KeyForm() {
  const { refused } = useStore(adminKeyStore);
  const fieldId = useId();
  const trial = useMutation({
    mutationFn: async (key: string) => {
      await tryKey(key);
      return key;
    },
    onSuccess: keepKey,
  });
  const { error, submittedAt } = trial;
  const wait = error instanceof ApiError ? error.retryAfter : null;
  const secondsLeft = useSecondsLeft(wait === null ? null : submittedAt + wait * 1000);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    if (typeof key === 'string' && key.trim() !== '') trial.mutate(key.trim());
  };
  return (
    <main className="door">
      <div className="door-theme">
        <ThemeButton />
      </div>
      <form onSubmit={submit}>
        <CatMark size={56} />
        <h1>Mu dashboard</h1>
        <label htmlFor={fieldId}>Admin key</label>
        <input
          id={fieldId}
          name="key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          required
          aria-describedby={`${fieldId}-hint`}
        />
        <p id={`${fieldId}-hint`} className="door-hint">
          An admin key, or the JWT of an analyst. It is kept in this tab only and is gone when you
          close it.
        </p>
        {(error !== null || refused) && (
          <p role="alert" className="form-error">
            {describeRefusal(error)}
            {secondsLeft > 0 && ` Try again in ${secondsLeft} s.`}
          </p>
        )}
        <button
          type="submit"
          className="button primary"
          disabled={trial.isPending || secondsLeft > 0}
        >
          {trial.isPending ? 'Asking …' : 'Open'}
        </button>
      </form>
    </main>
  );
}

function describeRefusal(error: Error | null): string {
  if (error === null || (error instanceof ApiError && error.status === 401))
    return 'The server refused the key: it is unknown, revoked or expired. Check it and try again.';
  return describeError(error);
}
