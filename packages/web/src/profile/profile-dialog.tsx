/** The cat's profile in a window: read, changed, saved. */
import { useMutation } from '@tanstack/react-query';
import { savePreferences } from '../api/calls.ts';
import type { Preferences } from '../api/contract.ts';
import { describeError } from '../api/errors.ts';
import { Dialog } from '../components/dialog.tsx';
import { queryClient } from '../conversation/conversation.ts';
import { announce } from '../stores/announcements.ts';
import { ProfileForm } from './profile-form.tsx';
import { preferencesKey, type usePreferences } from './use-preferences.ts';

interface ProfileDialogProps {
  query: ReturnType<typeof usePreferences>;
  onClose: () => void;
}

/** A profile that can't be read can't be changed either: saving would overwrite it unseen. */
export function ProfileDialog({ query, onClose }: ProfileDialogProps) {
  const save = useMutation({
    mutationFn: savePreferences,
    onSuccess: async (_nothing, preferences: Preferences) => {
      const queryKey = preferencesKey();
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, preferences);
      announce('Your cat’s profile is saved.');
      onClose();
    },
  });
  // Saving may open a session and so begin to read: what has been typed must stay.
  const isReading = query.isLoading && save.isIdle;
  return (
    <Dialog title="Your cat" onClose={onClose}>
      {isReading && <p>Reading the profile…</p>}
      {query.error !== null && (
        <div className="notice" role="status">
          <p>The profile could not be read. {describeError(query.error)}</p>
          <button type="button" className="small-button" onClick={() => void query.refetch()}>
            Try again
          </button>
        </div>
      )}
      {!isReading && query.error === null && (
        <ProfileForm
          preferences={query.data ?? {}}
          isSaving={save.isPending}
          error={save.error && describeError(save.error)}
          onSave={(preferences) => save.mutate(preferences)}
        />
      )}
    </Dialog>
  );
}
