/** The key that the dashboard asks with. It is kept for this tab only, and ends with it. */
import { readStored, writeStored } from '../../stores/browser-storage.ts';
import { createStore } from '../../stores/create-store.ts';

/** The key, or null before it is typed. `refused` says that the server no longer takes it. */
export interface AdminKey {
  key: string | null;
  refused: boolean;
}

export const adminKeyStore = createStore<AdminKey>({
  key: readStored('catb.admin-key'),
  refused: false,
});

/** Keeps a key that the server has taken. */
export function keepKey(key: string): void {
  writeStored('catb.admin-key', key);
  adminKeyStore.set({ key, refused: false });
}

/** Forgets the key: the person leaves, or the server has refused it. */
export function forgetKey(refused: boolean): void {
  writeStored('catb.admin-key', null);
  adminKeyStore.set({ key: null, refused });
}
