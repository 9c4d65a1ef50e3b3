/** Switches between light and dark. */
import { useStore } from '../stores/create-store.ts';
import { chooseTheme, themeStore } from '../stores/theme-store.ts';
import { Icon } from './icon.tsx';

/** Named after what it leads to. */
export function ThemeButton() {
  const theme = useStore(themeStore);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Switch to the ${other} theme`}
      onClick={() => chooseTheme(other)}
    >
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}
