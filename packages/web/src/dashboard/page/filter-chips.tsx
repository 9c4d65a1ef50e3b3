/** What the dashboard is narrowed to; each can be taken away. */
import { Icon } from '../../components/icon.tsx';
import { triageLabels } from '../cards/triage-labels.ts';
import { changeView } from '../state/view-store.ts';
import type { View } from '../state/view.ts';

/** Nothing without filters. */
export function FilterChips({ view: { model, triage } }: { view: View }) {
  if (model === null && triage === null) return null;
  return (
    <ul className="chips" aria-label="Filters">
      {model !== null && (
        <Chip onRemove={() => changeView({ model: null })}>{`Model: ${model.model}`}</Chip>
      )}
      {triage !== null && (
        <Chip onRemove={() => changeView({ triage: null })}>
          {`Category: ${triageLabels[triage]}`}
        </Chip>
      )}
    </ul>
  );
}

function Chip({ children, onRemove }: { children: string; onRemove: () => void }) {
  return (
    <li>
      <button type="button" className="chip" aria-label={`Remove ${children}`} onClick={onRemove}>
        <span>{children}</span>
        <Icon name="close" />
      </button>
    </li>
  );
}
