/** In charge of how the commands of retention show themselves to the database, and how long they may take. */

/** A plan reads every row that is due. */
export const connection = { applicationName: 'catb retention', statementTimeoutMs: 3_600_000 };
