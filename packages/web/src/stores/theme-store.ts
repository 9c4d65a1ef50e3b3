/** Light or dark: the system's preference until the person chooses. */
import { readStored, writeStored } from './browser-storage.ts';
import { createStore } from './create-store.ts';

export type Theme = 'light' | 'dark';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme in force. */
export const themeStore = createStore<Theme>(currentTheme());

systemDark.addEventListener('change', () => themeStore.set(currentTheme()));

/** Chooses a theme and remembers it; the one that the system prefers is not remembered. */
export function chooseTheme(theme: Theme): void {
  const isSystems = theme === (systemDark.matches ? 'dark' : 'light');
  writeStored('catb.theme', isSystems ? null : theme);
  if (isSystems) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  themeStore.set(theme);
}

function currentTheme(): Theme {
  const chosen = readStored('catb.theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}
