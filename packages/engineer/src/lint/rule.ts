/** In charge of what a lint rule is, and of what it is given to judge by. */
import type { Finding, FindingLevel } from '../findings/finding.ts';
import type { Catalog, CatalogRelation } from './facts/catalog.ts';
import type { FileFacts } from './facts/file-facts.ts';
import type { TableSize } from './facts/table-size.ts';
import type { SqlStatement } from '@catb/database';
import type { NodeKind, NodeOf } from './sql/nodes.ts';
import type { UnreadableFile } from './sql/read-file.ts';
import type { StatementProblem } from './sql/read-statements.ts';
import type { SourceText } from './sql/source-text.ts';
import type { LintStatement } from './sql/statement.ts';

/** A piece of text to put in the place of another; offsets in UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** The safe form, where writing it needs no judgement. */
export interface Fix {
  /** What it does, such as `adds "concurrently"`. */
  title: string;
  edits: TextEdit[];
  /** A migration to run afterwards: what its file is called behind the version, and its SQL. */
  followUp?: { name: string; sql: string };
}

/** What a rule says about one place. */
export interface Fault {
  level: FindingLevel;
  object: string | null;
  message: string;
  detail?: string | null;
  hint?: string | null;
  /** In the file, in UTF-16 units. Default: where the statement starts. */
  offset?: number;
  fix?: Fix | undefined;
}

/** What is the same for every file of a run. */
export interface LintSettings {
  /** The version the migration is meant for, such as 17. */
  major: number;
  /** Schemas that an API serves: Supabase calls them exposed. */
  exposedSchemas: readonly string[];
}

/** Where a migration stands, when it stands in a folder of migrations or rollbacks. */
export interface FileLayout {
  /** `<version>_<name>.sql`. */
  file: string;
  /** Whether the folder beside it with the rollbacks is there. */
  hasRollbacks: boolean;
}

/** A file with what is known about it. */
export interface LintFile {
  source: SourceText;
  /** Undefined for a file that stands elsewhere. */
  layout: FileLayout | undefined;
  /** `down`: a rollback. What its migration made, it may take back. */
  direction: 'up' | 'down';
  /** Cut as the migrator cuts it. */
  parts: readonly SqlStatement[];
  statements: readonly LintStatement[];
  /** Parts that are not SQL as PostgreSQL reads it. */
  problems: readonly StatementProblem[];
  /** Why there is not even text; then nothing else is known of the file. */
  unreadable: UnreadableFile | undefined;
  facts: FileFacts;
  /** Of a migration: its rollback. Of a rollback: its migration. Undefined when there is none. */
  twin: FileFacts | undefined;
  /** What the files before it in the same run do. */
  earlier: readonly FileFacts[];
  /** What is known of the target; undefined when the run has none. */
  catalog: Catalog | undefined;
  settings: LintSettings;
}

/** Where a node stands. */
export interface Visit {
  file: LintFile;
  statement: LintStatement;
  /** False for a node inside of the statement's own, such as a `delete` in a `with`. */
  isRoot: boolean;
}

export interface LintRule {
  /** The name of its page, and of its files. */
  name: string;
  /** Says what is wrong, as a heading. */
  title: string;
  on?: { [Kind in NodeKind]?: (node: NodeOf<Kind>, visit: Visit) => Fault[] };
  /** Looks at the file as a whole. */
  file?: (file: LintFile) => Fault[];
}

/** A finding with what the output and `--fix` need beside it. */
export interface LintFinding extends Finding {
  /** In the file, in UTF-16 units; undefined when it is about no place. */
  offset?: number;
  /** Which statement of the file it is about, from 0. */
  top?: number;
  fix?: Fix;
}

/** What the target has under that name; undefined without a catalog, and for what the file makes. */
export function relationOf(file: LintFile, name: string): CatalogRelation | undefined {
  return file.facts.makes('relation', name) ? undefined : file.catalog?.relations.get(name);
}

/** How big the table is on the target; undefined when that is not known. */
export function sizeOf(file: LintFile, name: string): TableSize | undefined {
  return relationOf(file, name)?.size;
}

/** True when this very file makes the table before that statement, so that nobody else sees it yet. */
export function isNew(file: LintFile, name: string, statement: LintStatement): boolean {
  return file.facts.makes('relation', name, statement.order);
}
