/** What a busy person reads first: six numbers, each beside the period before. Emergencies lead. */
import { useStore } from '../../stores/create-store.ts';
import type { Summary } from '../api/contract.ts';
import { useAnalytics } from '../api/use-analytics.ts';
import { CsvButton } from '../cards/csv-button.tsx';
import { FailureNote } from '../cards/failure-note.tsx';
import { formatRange } from '../format/format-time.ts';
import { changeView, viewStore } from '../state/view-store.ts';
import { HeadlineTile } from './headline-tile.tsx';
import { headlineTiles } from './headline-tiles.tsx';
import { useTrends } from './use-trends.ts';

/** The tiles, and what they are compared with. */
export function Headlines() {
  const query = useAnalytics('summary');
  const { data, error, isPending, isPlaceholderData } = query;
  return (
    <section
      className="headlines"
      aria-label="Headline numbers"
      aria-busy={isPending || isPlaceholderData}
    >
      {error !== null && <FailureNote query={query} />}
      {isPending && <div className="skeleton" aria-hidden="true" />}
      {data !== undefined && <Tiles summary={data} />}
    </section>
  );
}

function Tiles({ summary }: { summary: Summary }) {
  const { range, model, triage } = useStore(viewStore);
  const trends = useTrends();
  const { from, to, previousFrom, timezone } = summary;
  const isQuiet = summary.current.turns + summary.current.sessions === 0;
  return (
    <>
      {isQuiet && (
        <p className="quiet">
          Nobody has asked anything in this range.
          {range !== '12m' && (
            <button
              type="button"
              className="small-button"
              onClick={() => changeView({ range: '12m' })}
            >
              Show 12 months
            </button>
          )}
        </p>
      )}
      <ul className="tiles">
        {headlineTiles(summary, trends).map((tile) => (
          <HeadlineTile key={tile.label} {...tile} />
        ))}
      </ul>
      <div className="compared">
        <p>
          {formatRange(from, to, timezone)}, compared with{' '}
          {formatRange(previousFrom, from, timezone)}
          {model !== null && '. Cost and waiting time are of the chosen model, the rest of all.'}
          {triage !== null && ' These numbers are of all categories.'}
        </p>
        <CsvButton name="summary" title="the headline numbers" />
      </div>
    </>
  );
}
