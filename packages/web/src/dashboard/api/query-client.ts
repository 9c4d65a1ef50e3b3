/** How the dashboard asks: what is tried again, and what happens to a refused key. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, ConnectionError } from '../../api/errors.ts';
import { adminKeyStore, forgetKey } from '../state/admin-key.ts';

/**
 * What the server has told. `networkMode` is `always` because a browser without a network calls
 * itself offline even where the server is on the same machine. Polling rests while the tab is hidden.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (!(error instanceof ApiError) || error.status !== 401) return;
      if (adminKeyStore.get().key !== null) forgetKey(true);
    },
  }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 4_000,
      refetchIntervalInBackground: false,
      retry: (count, error) => error instanceof ConnectionError && count < 1,
      retryDelay: 1_000,
    },
  },
});
