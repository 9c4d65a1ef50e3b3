/** Proves a migration: what it locks, whether it comes back, who reaches what before and after. */
export { buildDossier } from './dossier/build-dossier.ts';
export { renderHtml } from './dossier/render-html.ts';
export { renderMarkdown } from './dossier/render-markdown.ts';
export { renderTerminal, type Terminal } from './dossier/render-terminal.ts';
export type { Dossier, Section, Verdict } from './dossier/section.ts';
export { findChange } from './find-change.ts';
export type {
  AccessChange,
  Failure,
  LockMode,
  MeasuredStatement,
  Proof,
  ProofBase,
  ProofStep,
  ProofStepName,
  RoundTripProof,
  RowChange,
  TableLock,
  TakenLock,
  TriedTraffic,
  WrittenRows,
} from './proof.ts';
export { proveMigration, type ProveOptions } from './prove-migration.ts';
