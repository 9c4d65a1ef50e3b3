/** In charge of which backups are kept. */

/** So many of each; a day, week and month are UTC's, a week begins on Monday. */
export interface KeepPolicy {
  daily: number;
  weekly: number;
  monthly: number;
}

/** What the choice has to know of a backup. */
export interface PrunableBackup {
  id: string;
  /** By the clock of the database that it is of. */
  takenAt: Date;
  provenAt: Date | undefined;
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
const month = (at: Date): string => at.toISOString().slice(0, 7);

function week(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return day(monday);
}

/**
 * The ids to keep: of each of the newest days, weeks and months that have a backup, the newest one.
 * Days without one don't count, and no clock but that of the backups is asked, so that a machine
 * whose clock is wrong deletes nothing for it. The newest and the newest proven one always stay.
 */
export function chooseKept(backups: readonly PrunableBackup[], policy: KeepPolicy): Set<string> {
  const newestFirst = [...backups].sort(
    (a, b) => b.takenAt.getTime() - a.takenAt.getTime() || (a.id < b.id ? 1 : -1),
  );
  const proven = newestFirst.find(({ provenAt }) => provenAt !== undefined);
  const always = [newestFirst[0], proven].flatMap((backup) => (backup ? [backup.id] : []));
  const kept = new Set(always);
  const periods: [number, (at: Date) => string][] = [
    [policy.daily, day],
    [policy.weekly, week],
    [policy.monthly, month],
  ];
  for (const [count, periodOf] of periods) {
    const newestOf = new Map<string, string>();
    for (const { id, takenAt } of newestFirst) {
      const period = periodOf(takenAt);
      if (!newestOf.has(period)) newestOf.set(period, id);
    }
    for (const id of [...newestOf.values()].slice(0, count)) kept.add(id);
  }
  return kept;
}
