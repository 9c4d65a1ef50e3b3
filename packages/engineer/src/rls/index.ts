/** The access matrix by experiment: who reaches which rows, tried on a throw-away copy. */
export type {
  AccessCell,
  AccessMatrix,
  AssumedIdentity,
  ObjectAccess,
  Outcome as AccessOutcome,
  Refusal as AccessRefusal,
  TriedRole,
  Verb as AccessVerb,
  Who as AccessWho,
} from './access-matrix.ts';
export type { AttemptProgress } from './attempts/try-all.ts';
export { findProjectFolder } from './find-project-folder.ts';
export { parseIdentity, type IdentityOverride } from './identity/identity-override.ts';
export {
  condenseMatrix,
  readAcceptedMatrix,
  writeAcceptedMatrix,
  type AcceptedMatrix,
} from './judge/accepted-matrix.ts';
export { compareMatrices, type AccessDifference } from './judge/compare-matrices.ts';
export { accessRules, judgeMatrix, type AccessVerdict } from './judge/judge-matrix.ts';
export type { AccessScript } from './pgtap/recorded-test.ts';
export { writePgtap } from './pgtap/write-pgtap.ts';
export { readAccessConfig, type AccessConfig } from './read-config.ts';
export { formatHtml as formatAccessHtml } from './show/format-html.ts';
export {
  describeIdentities,
  formatMarkdown as formatAccessMarkdown,
} from './show/format-markdown.ts';
export { formatTerminal as formatAccessTerminal } from './show/format-terminal.ts';
export { formatNotes as formatAccessNotes } from './show/format-notes.ts';
export { tryAccess, type AccessOptions } from './try-access.ts';
