/** The strip at the top: what goes on now, and the ways out. */
import { useQueryClient } from '@tanstack/react-query';
import { CatMark } from '../../components/cat-mark.tsx';
import { ThemeButton } from '../../components/theme-button.tsx';
import { forgetKey } from '../state/admin-key.ts';
import { NowLine } from './now-line.tsx';

/** Leaving forgets the key and the figures. */
export function DashboardHeader() {
  const queryClient = useQueryClient();
  return (
    <header className="top">
      <CatMark size={34} />
      <h1>
        Mu <span>dashboard</span>
      </h1>
      <NowLine />
      <div className="top-actions">
        <ThemeButton />
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            forgetKey(false);
            queryClient.clear();
          }}
        >
          Leave
        </button>
      </div>
    </header>
  );
}
