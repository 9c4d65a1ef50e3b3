/** In charge of the table of contents: what a restore has to know, encrypted where the rows are. */
import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const storedTable = z.object({
  /** Schema and name, quoted as SQL wants them. */
  name: z.string(),
  /** The columns of its rows, quoted, in their order. Generated ones are computed again. */
  columns: z.array(z.string()),
  parts: z.array(
    z.object({
      path: z.string(),
      rows: count,
      /** Of COPY's text, neither compressed nor encrypted. */
      bytes: count,
      sha256: digest,
    }),
  ),
});

/** `contents.json`. */
export const contentsSchema = z.object({
  /** The role that owned the tables, for a drill to take its name; no password is in an archive. */
  owner: z.object({ name: z.string(), bypassesRls: z.boolean() }),
  /** The migrations that were applied, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(storedTable),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Those that held rows, in an order in which each reads only earlier ones. */
  materializedViews: z.array(z.string()),
  /** The catalog of the database, definitions by object, to hold the restored one against. */
  catalog: z.record(z.string(), z.string()),
});

/** What a restore has to know. */
export type Contents = z.infer<typeof contentsSchema>;

/** A table of an archive, with its parts in the order in which its rows lay. */
export type StoredTable = z.infer<typeof storedTable>;
