/** The frame of a card: its title, its table and CSV, and what it shows before, without and in spite of data. */
import { useId, useState, type ReactNode } from 'react';
import type { AnalyticsName, Answers } from '../api/contract.ts';
import { useAnalytics } from '../api/use-analytics.ts';
import type { CsvRow } from '../format/write-csv.ts';
import { describeUnfiltered } from '../state/filters.ts';
import { viewStore } from '../state/view-store.ts';
import { useStore } from '../../stores/create-store.ts';
import { CsvButton } from './csv-button.tsx';
import { FailureNote } from './failure-note.tsx';

interface AnalyticsCardProps<Name extends AnalyticsName> {
  /** The endpoint that it shows. */
  name: Name;
  title: string;
  /** Said under the title. */
  remark?: (answer: Answers[Name]) => ReactNode;
  isEmpty: (answer: Answers[Name]) => boolean;
  /** What is said then. */
  empty?: string;
  /** True when the card can also show itself as a table. */
  hasTable?: boolean;
  wide?: boolean;
  /** What the file holds, where it isn't what the server gives as CSV. */
  csv?: (answer: Answers[Name]) => readonly CsvRow[];
  children: (answer: Answers[Name], asTable: boolean) => ReactNode;
}

/** One card of the dashboard. Old figures stay in sight, marked, while newer ones can't be had. */
export function AnalyticsCard<Name extends AnalyticsName>(props: AnalyticsCardProps<Name>) {
  const { name, title, remark, isEmpty, hasTable = true, wide = false, csv, children } = props;
  const { empty = 'Nothing in this range.' } = props;
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const view = useStore(viewStore);
  const query = useAnalytics(name);
  const { data, error, isPending, isPlaceholderData } = query;
  const unfiltered = describeUnfiltered(name, view);
  return (
    <section
      className={wide ? 'card wide' : 'card'}
      aria-labelledby={titleId}
      aria-busy={isPending || isPlaceholderData}
    >
      <header className="card-header">
        <h2 id={titleId}>{title}</h2>
        <div className="card-actions">
          {hasTable && (
            <button
              type="button"
              className="card-action"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              Table<span className="hidden"> of {title}</span>
            </button>
          )}
          <CsvButton name={name} title={title} rows={csv && data && csv(data)} />
        </div>
        {data !== undefined && remark && <p className="remark-line">{remark(data)}</p>}
      </header>
      {unfiltered !== null && (
        <p className="unfiltered">{unfiltered}: the filter can’t narrow this.</p>
      )}
      {error !== null && <FailureNote query={query} />}
      {isPending && <div className="skeleton" aria-hidden="true" />}
      {data !== undefined &&
        (isEmpty(data) ? <p className="empty">{empty}</p> : children(data, asTable))}
    </section>
  );
}
