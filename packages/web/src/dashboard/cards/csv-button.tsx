/** Hands over the figures of a card as a file. */
import { useMutation } from '@tanstack/react-query';
import { describeError } from '../../api/errors.ts';
import { saveFile } from '../../save-file.ts';
import { fetchCsv } from '../api/calls.ts';
import type { AnalyticsName } from '../api/contract.ts';
import { writeCsv, type CsvRow } from '../format/write-csv.ts';
import { viewStore } from '../state/view-store.ts';

interface CsvButtonProps {
  name: AnalyticsName;
  title: string;
  /** The figures, where the server has no CSV of them; left out, the server is asked. */
  rows?: readonly CsvRow[] | undefined;
}

/** The same question as the card's, asked for CSV. */
export function CsvButton({ name, title, rows }: CsvButtonProps) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => (rows === undefined ? fetchCsv(name, viewStore.get()) : writeCsv(rows)),
    onSuccess: (file) =>
      saveFile(
        file,
        `catb-${rows === undefined ? name : title.toLowerCase().replaceAll(' ', '-')}.csv`,
      ),
  });
  return (
    <>
      <button type="button" className="card-action" disabled={isPending} onClick={() => mutate()}>
        CSV<span className="hidden"> of {title}</span>
      </button>
      {error !== null && (
        <p role="alert" className="form-error">
          The file could not be made. {describeError(error)}
        </p>
      )}
    </>
  );
}
