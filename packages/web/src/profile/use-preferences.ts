/** Reads the cat's profile of the session. */
import { useQuery } from '@tanstack/react-query';
import { fetchPreferences } from '../api/calls.ts';
import { useStore } from '../stores/create-store.ts';
import { sessionStore } from '../stores/session-store.ts';

/** Where the profile of the present session is kept. */
export function preferencesKey() {
  return ['preferences', sessionStore.get()?.sessionId ?? null] as const;
}

/** Before there is a session there is no profile, and nothing is asked. */
export function usePreferences() {
  const session = useStore(sessionStore);
  return useQuery({
    queryKey: preferencesKey(),
    queryFn: ({ signal }) => fetchPreferences(signal),
    enabled: session !== null,
  });
}
