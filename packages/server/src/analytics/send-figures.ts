/** In charge of how figures are sent: as JSON, or as a CSV file where that is asked for. */
import type { Request, Response } from 'express';
import { writeCsv, type CsvTable } from './csv.ts';

/** Figures in both forms; only the one that is asked for is made. */
export interface Figures {
  /** Names the file, `catb-<name>.csv`. */
  name: string;
  json(): unknown;
  csv(): CsvTable;
}

/**
 * Sends them.
 *
 * @param format of the query; undefined: what the `Accept` header prefers, JSON if it has no wish
 */
export function sendFigures(
  { request, response }: { request: Request; response: Response },
  format: 'json' | 'csv' | undefined,
  figures: Figures,
): void {
  response.vary('Accept');
  if ((format ?? request.accepts(['json', 'csv'])) !== 'csv') {
    response.json(figures.json());
    return;
  }
  response.attachment(`catb-${figures.name}.csv`).type('text/csv; charset=utf-8');
  response.send(writeCsv(figures.csv()));
}
