/** In charge of the errors that the embedded PostgreSQL raises. */
import { CatbError, type CatbErrorCode, type CatbErrorFields } from '../errors.ts';

/** The codes of the embedded PostgreSQL. */
export type EmbeddedErrorCode = Extract<CatbErrorCode, `EMBEDDED_${string}`>;

/** An error about the embedded PostgreSQL: its binaries, its folder, its start or its stop. */
export class EmbeddedError extends CatbError {
  declare readonly code: EmbeddedErrorCode;

  constructor(fields: CatbErrorFields & { code: EmbeddedErrorCode }) {
    super(fields);
  }
}
