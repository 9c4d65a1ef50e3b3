/** The view in force. The page's address is where it is kept; going back goes back in it. */
import { createStore } from '../../stores/create-store.ts';
import { parseView, writeView, type View } from './view.ts';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** What the dashboard shows now. */
export const viewStore = createStore<View>(parseView(location.search, browserZone));

/** Changes a part of the view, and the address with it. */
export function changeView(change: Partial<View>): void {
  const next = { ...viewStore.get(), ...change };
  history.pushState(null, '', writeView(next));
  viewStore.set(next);
}

/** Follows the browser's back and forward. */
export function followHistory(): void {
  // The time zone is always in the address: whoever opens a link sees the same days.
  history.replaceState(null, '', writeView(viewStore.get()));
  window.addEventListener('popstate', () => viewStore.set(parseView(location.search, browserZone)));
}
