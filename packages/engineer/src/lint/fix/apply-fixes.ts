/** In charge of writing the safe forms that need no judgement into the files. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LintedFile, LintRun } from '../lint-migrations.ts';
import type { Fix, LintFile, LintFinding, TextEdit } from '../rule.ts';
import { nextVersion } from './next-version.ts';
import { renderDiff } from './render-diff.ts';

/** A file as it is to be written. */
export interface FixedFile {
  path: string;
  text: string;
  /** What changes, as a unified diff. */
  diff: string;
}

export interface PlannedFixes {
  files: FixedFile[];
  /** How many findings it mends. */
  mended: number;
  /** What could be mended and may not be, with the reason. */
  refused: { path: string; reason: string }[];
}

/** Plans what `--fix` would write; nothing is written. */
export function planFixes(run: LintRun): PlannedFixes {
  const plan: PlannedFixes = { files: [], mended: 0, refused: [] };
  const versions = new Map<string, string>();
  for (const { file, open } of run.files) {
    const fixes = open.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    if (fixes.length === 0) continue;
    const reason = refusal(file, run, fixes);
    if (reason !== undefined) {
      plan.refused.push({ path: file.source.file, reason });
      continue;
    }
    plan.files.push(editFile(file, fixes));
    for (const fix of fixes) plan.files.push(...followUpFiles(file, fix, versions));
    plan.mended += fixes.length;
  }
  return plan;
}

/** Writes what was planned. */
export async function writeFixes(plan: PlannedFixes): Promise<void> {
  for (const { path, text } of plan.files) await writeFile(path, text);
}

function refusal(
  { layout }: LintFile,
  { catalog }: LintRun,
  fixes: readonly Fix[],
): string | undefined {
  const version = /^\d+/.exec(layout?.file ?? '')?.[0] ?? '';
  if (catalog?.applied.has(version) === true) {
    return 'The target has this migration already, and one that was applied never changes.';
  }
  if (layout === undefined && fixes.some(({ followUp }) => followUp !== undefined)) {
    return 'It needs a second migration, and the file is in no folder of migrations.';
  }
  return undefined;
}

function editFile({ source }: LintFile, fixes: readonly Fix[]): FixedFile {
  const edits = fixes.flatMap((fix) => fix.edits).toSorted((a, b) => a.start - b.start);
  const text = applyEdits(source.text, edits);
  return { path: source.file, text, diff: renderDiff(source.file, source.text, text) };
}

/** @param edits in the order of the text, none over another */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let done = '';
  let at = 0;
  for (const edit of edits) {
    done += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return done + text.slice(at);
}

/** The second migration and its rollback, which has nothing to take back. */
function followUpFiles(
  { source, layout }: LintFile,
  { followUp }: Fix,
  versions: Map<string, string>,
): FixedFile[] {
  if (followUp === undefined || layout === undefined) return [];
  const folder = dirname(source.file);
  const version = nextVersion(folder, versions.get(folder));
  versions.set(folder, version);
  const name = `${version}_${followUp.name}.sql`;
  const nothing = `-- Takes back nothing: the constraint itself goes with the rollback of ${layout.file}.\nselect 1;\n`;
  const made = (path: string, text: string) => ({ path, text, diff: renderDiff(path, '', text) });
  return [
    made(join(folder, name), followUp.sql),
    ...(layout.hasRollbacks ? [made(join(folder, '..', 'rollbacks', name), nothing)] : []),
  ];
}

/** The findings that stay when the plan is carried out. */
export function unmended(
  { files }: { files: readonly LintedFile[] },
  plan: PlannedFixes,
): LintFinding[] {
  const paths = new Set(plan.files.map(({ path }) => path));
  return files.flatMap(({ open }) =>
    open.filter(({ fix, location }) => fix === undefined || !paths.has(location?.file ?? '')),
  );
}
