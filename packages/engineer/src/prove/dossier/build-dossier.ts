/** In charge of the page about a proof: what stands on it, and in which order. */
import { countOf, formatBytes, formatMs } from '../format.ts';
import { whoWaited, whoWouldWait } from '../lock-words.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Failure, MeasuredStatement, Proof, TableLock } from '../proof.ts';
import { accessSection, roundTripSection, rowsSection } from './comparison-sections.ts';
import { hasContent, section, type Dossier, type Section, type Verdict } from './section.ts';

function verdictOf(proof: Proof): Verdict {
  const { proved, findings, steps, accepted, ms } = proof;
  if (proved) {
    const known = accepted.length === 0 ? '' : `, ${accepted.length} accepted on purpose`;
    return { proved, says: `Proved in ${formatMs(ms)}${known}.` };
  }
  const missing = steps.filter(({ outcome }) => outcome === 'not run').map(({ step }) => step);
  const parts = [
    findings.some(({ level }) => level !== 'info')
      ? countOf(findings.filter(({ level }) => level !== 'info').length, 'finding')
      : '',
    missing.length === 0 ? '' : `not proved: ${missing.join(', ')}`,
  ];
  return { proved, says: `Not proved: ${parts.filter((part) => part !== '').join('; ')}.` };
}

function stepsSection({ steps }: Proof): Section {
  return section('Steps', {
    table: {
      head: ['step', 'outcome', 'what it says', 'took'],
      rows: steps.map(({ step, outcome, said, ms }) => [step, outcome, said, formatMs(ms)]),
    },
  });
}

function findingLine({ rule, level, object, message, detail, hint, location }: Finding): string {
  const place = location === null ? '' : ` (${location.file}:${location.line}:${location.column})`;
  const about = object === null ? '' : ` ${object}`;
  const more = [detail, hint].filter((part) => part !== null).join('\n');
  return `${level} ${rule}${about}: ${message}${place}${more === '' ? '' : `\n${more}`}`;
}

function failureSection(failure: Failure | null): Section {
  if (failure === null) return section('Failure');
  const { file, line, column, statement, text, sqlstate, message, details, resume } = failure;
  const where = statement === null ? '' : `, statement ${statement}`;
  const list = [
    `${file}:${line}:${column}${where}${text === null ? '' : `: ${text}`}`,
    `${message}${sqlstate === null ? '' : ` (SQLSTATE ${sqlstate})`}`,
    details ?? '',
    failure.held.length === 0 ? '' : `When it was ended: ${failure.held.join('; ')}`,
    failure.left.length === 0 ? 'What it leaves behind: nothing.' : 'What it leaves behind:',
  ].filter((part) => part !== '');
  return section(`Failure: ${failure.during}`, { list, diff: failure.left, note: resume });
}

/** Partitions are told with the table that they are part of, where they are locked alike. */
function foldPartitions(locks: readonly TableLock[]): { lock: TableLock; partitions: number }[] {
  const rows: { lock: TableLock; partitions: number }[] = [];
  for (const lock of locks) {
    const parent = rows.find(
      (row) => row.lock.table === lock.partitionOf && row.lock.mode === lock.mode,
    );
    if (parent === undefined) rows.push({ lock, partitions: 0 });
    else parent.partitions += 1;
  }
  return rows;
}

/** @param ran whether something was run that could have locked */
function locksSection(title: string, locks: readonly TableLock[], ran: boolean): Section {
  const rows = foldPartitions(locks).map(({ lock, partitions }) => [
    partitions === 0 ? lock.table : `${lock.table} and ${countOf(partitions, 'partition')}`,
    lock.mode,
    formatMs(lock.heldMs),
    lock.tried === null ? `${whoWouldWait(lock.mode)} (not tried)` : whoWaited(lock.tried),
    lock.target === null
      ? 'not on the target'
      : `${Math.round(lock.target.rows)} rows, ${formatBytes(lock.target.bytes)}`,
    lock.estimatedMs === null ? 'unknown' : `about ${formatMs(lock.estimatedMs)}`,
  ]);
  return section(title, {
    note: rows.length === 0 && ran ? 'None that anybody could notice.' : null,
    table: {
      head: [
        'table',
        'strongest mode',
        'held here',
        'who waited',
        'on the target',
        'estimate there',
      ],
      rows,
    },
  });
}

/** What a statement did, in a few words; an empty string for nothing of note. */
export function effectsOf(statement: MeasuredStatement): string {
  const unique = (names: readonly string[]): string => [...new Set(names)].join(', ');
  const { rewrites, empties, scans, builds, validates, locks, writes } = statement;
  return [
    locks.length === 0
      ? ''
      : `locks ${unique(locks.map(({ relation, mode }) => `${relation} (${mode})`))}`,
    rewrites.length === 0 ? '' : `writes anew ${unique(rewrites)}`,
    empties.length === 0 ? '' : `empties ${unique(empties)}`,
    scans.length === 0 ? '' : `reads all of ${unique(scans)}`,
    builds.length === 0 ? '' : `builds ${unique(builds.map(({ index }) => index))}`,
    validates.length === 0
      ? ''
      : `proves ${unique(validates.map(({ constraint }) => constraint))} for every row`,
    ...writes.map(
      ({ table, inserted, updated, deleted }) =>
        `${table}: ${inserted} inserted, ${updated} updated, ${deleted} deleted`,
    ),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function statementsSection({ statements }: Proof): Section {
  return section('Statements', {
    table: {
      head: ['nr', 'line', 'statement', 'took', 'what it did to what was there before'],
      rows: statements.map((each) => [
        each.count === 1
          ? String(each.number)
          : `${each.number - each.count + 1} to ${each.number}`,
        String(each.line),
        each.text,
        formatMs(each.ms),
        effectsOf(each) || 'nothing',
      ]),
    },
  });
}

function baseSection({ base, assumptions }: Proof): Section {
  if (base === null) return section('What it stands on', { list: assumptions });
  const from = base.kind === 'target' ? "the target's schema" : 'the schema that the files make';
  const first = base.appliedFirst.length === 0 ? '' : `, after ${base.appliedFirst.join(', ')}`;
  return section('What it stands on', {
    note: `PostgreSQL ${base.server} with ${from}${first}: ${countOf(base.tables, 'table')}, ${countOf(base.rows, 'row')} (${base.rowsFrom}).`,
    list: [
      ...base.missing.map(({ object, reason }) => `The copy lacks ${object}: ${reason}`),
      ...assumptions,
    ],
  });
}

/** Puts it together. */
export function buildDossier(proof: Proof): Dossier {
  const { findings, accepted, catalog } = proof;
  const sections = [
    stepsSection(proof),
    section('Findings', { list: findings.map(findingLine) }),
    section('Accepted on purpose', {
      list: accepted.map(({ finding, reason }) => `${findingLine(finding)}\nAccepted: ${reason}`),
    }),
    failureSection(proof.failure),
    locksSection('Locks on what was there before', proof.locks, proof.statements.length > 0),
    locksSection('Locks of the rollback', proof.rollbackLocks ?? [], proof.rollbackLocks !== null),
    statementsSection(proof),
    section('What changes in the catalog', { diff: catalog }),
    rowsSection(proof),
    roundTripSection(proof),
    accessSection(proof),
    baseSection(proof),
  ];
  return {
    title: `Proof of ${proof.migration.file}`,
    verdict: verdictOf(proof),
    sections: sections.filter(hasContent),
  };
}
