/** The strip at the top: whose page this is, the cat, the data, the light. */
import { CatMark } from './cat-mark.tsx';
import { Icon } from './icon.tsx';
import { ThemeButton } from './theme-button.tsx';

interface PageHeaderProps {
  catName: string | undefined;
  onOpenProfile: () => void;
  onOpenData: () => void;
}

/** `catName` takes the place of "Your cat" once it is known. */
export function PageHeader({ catName, onOpenProfile, onOpenData }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-inner">
        <CatMark size={38} />
        <p className="brand">
          <strong>Mu</strong> <span>cat health, day and night</span>
        </p>
        <button type="button" className="quiet-button" onClick={onOpenProfile}>
          <Icon name="profile" />
          <span className="wide-only">{catName ?? 'Your cat'}</span>
          <span className="hidden"> profile</span>
        </button>
        <button type="button" className="quiet-button" onClick={onOpenData}>
          <Icon name="data" />
          <span className="wide-only">Your data</span>
        </button>
        <ThemeButton />
      </div>
    </header>
  );
}
