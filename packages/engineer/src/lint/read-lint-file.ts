/** In charge of reading a file from the disk, as far as the rules need it and no catalog is asked. */
import { readFile } from 'node:fs/promises';
import type { ListedFile } from './list-files.ts';
import { walkNodes } from './sql/nodes.ts';
import { readSqlBytes, type UnreadableFile } from './sql/read-file.ts';
import { readStatements, type FileStatements } from './sql/read-statements.ts';
import type { SourceText } from './sql/source-text.ts';

/** A file and its statements, before anything is known about their surroundings. */
export interface LintSource extends FileStatements {
  listed: ListedFile;
  source: SourceText;
  unreadable: UnreadableFile | undefined;
}

/** Reads and parses; what is no text or no SQL is part of the result, not an error. */
export async function readLintFile(listed: ListedFile): Promise<LintSource> {
  const read = readSqlBytes(listed.path, await readFile(listed.path));
  if (read.unreadable !== undefined) {
    const { unreadable } = read;
    const nothing = { parts: [], statements: [], problems: [] };
    return { listed, source: unreadable.source, unreadable, ...nothing };
  }
  const { source } = read;
  return { listed, source, unreadable: undefined, ...readStatements(source) };
}

/** Every name that a file mentions, without schemas: what the catalog has to be asked about. */
export function mentionedNames(files: readonly LintSource[]): string[] {
  const names = new Set<string>();
  const take = (value: unknown) => {
    if (typeof value === 'string') names.add(value);
  };
  for (const { statements } of files) {
    for (const { tree } of statements) {
      walkNodes(tree, (kind, fields) => {
        const { sval, relation, view, table, rel } = fields as Record<string, unknown>;
        if (kind === 'String') take(sval);
        if (kind === 'RangeVar') take((fields as { relname?: string }).relname);
        for (const range of [relation, view, table, rel]) {
          take((range as { relname?: string } | undefined)?.relname);
        }
        if (kind === 'Constraint') {
          take((fields as { pktable?: { relname?: string } }).pktable?.relname);
        }
      });
    }
  }
  return [...names];
}
