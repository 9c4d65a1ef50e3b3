/** What is shown of the conversation, and the state of reading it. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { fetchHistory } from '../api/calls.ts';
import type { HistoryPage } from '../api/contract.ts';
import { useStore } from '../stores/create-store.ts';
import { sessionStore } from '../stores/session-store.ts';
import { historyKey, turnStore } from './conversation.ts';
import { isFinished, listMessages, mergeTurns } from './history.ts';

/** How long an answer that is being written elsewhere is asked after. */
const FOLLOWED_FOR_MS = 3 * 60 * 1000;
const POLL_MS = 1500;

/** Reads the history of the session (newest page first) and joins it with the turns under way. */
export function useConversation() {
  const session = useStore(sessionStore);
  const turns = useStore(turnStore);
  const query = useInfiniteQuery({
    queryKey: historyKey(),
    queryFn: ({ pageParam, signal }) => fetchHistory(pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBefore,
    enabled: session !== null,
    refetchInterval: ({ state }) => (isBeingWritten(state.data?.pages[0]) ? POLL_MS : false),
  });
  const merged = mergeTurns(listMessages(query.data), turns);
  return {
    ...merged,
    isLoading: session !== null && query.isPending,
    loadError: query.isError && !query.isFetchNextPageError ? query.error : null,
    reload: () => void query.refetch(),
    hasEarlier: query.hasNextPage,
    isLoadingEarlier: query.isFetchingNextPage,
    earlierError: query.isFetchNextPageError ? query.error : null,
    loadEarlier: () => void query.fetchNextPage(),
  };
}

/** True while another tab, or a connection that was given up, still has an answer written. */
function isBeingWritten(newestPage: HistoryPage | undefined): boolean {
  const newest = newestPage?.messages.at(-1);
  if (newest === undefined || isFinished(newest)) return false;
  return Date.now() - Date.parse(newest.createdAt) < FOLLOWED_FOR_MS;
}
