import { formatCivilDate } from '#kernel/civil-date.ts';
import { type Instant, msOfInstant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Health } from './health.ts';
import type { Judged } from './judge.ts';

/** What is said of one part, with its figures. */
export function describe(t: Words, { part, says }: Pick<Judged, 'part' | 'says'>, health: Health): string {
  const said = t(`main.health.${part}.${says}`, paramsOf(part, health));
  return [said, ...(part === 'database' ? sizeInWords(t, health.database) : [])].join(' ');
}

/** What it grew by; of a server apart also what cannot be seen from here. */
function sizeInWords(t: Words, { bytes, earlier, apart, tablespace }: Health['database']): string[] {
  const grown = earlier && bytes - earlier.bytes;
  return [
    ...(grown !== null && earlier
      ? [
          t(grown < 0 ? 'main.health.database.shrunk' : 'main.health.database.grown', {
            size: size(Math.abs(grown)),
            day: formatCivilDate(earlier.day),
          }),
        ]
      : [t('main.health.database.no-earlier')]),
    ...(apart ? [t('main.health.database.apart', { tablespace })] : []),
  ];
}

/** `25/11/2026 18:30`. */
export function moment(at: Instant): string {
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}`;
}

/** `1,5 GB`, with the comma of Viet Nam in both languages as on every page. */
export function size(bytes: number): string {
  const [unit, value] = bytes >= 1e9 ? ['GB', bytes / 1e9] : ['MB', bytes / 1e6];
  return `${value.toFixed(value < 10 ? 1 : 0).replace('.', ',')}\u00a0${unit}`;
}

function paramsOf(part: Judged['part'], health: Health): Record<string, string | number> {
  const { database, jobs, disk, backup, clock, certificates } = health;
  switch (part) {
    case 'database':
      return { server: database.server.split(' ', 1)[0] ?? '', size: size(database.bytes) };
    case 'jobs':
      return { waiting: jobs.waiting, failed: jobs.failed, beat: jobs.beat ? moment(jobs.beat) : '–' };
    case 'disk':
      return { free: size(disk.freeBytes), total: size(disk.totalBytes) };
    case 'certificates':
      return { until: earliest([certificates.root, certificates.tls]), signers: certificates.signers.length };
    case 'backup':
      return backupParams(backup, clock.machine);
    case 'clock':
      return { legal: moment(clock.legal), machine: moment(clock.machine) };
  }
}

function backupParams({ lastWhole, schedule }: Health['backup'], now: Instant) {
  const hours = lastWhole ? Math.floor((msOfInstant(now) - msOfInstant(lastWhole.startedAt)) / 3_600_000) : 0;
  return {
    last: lastWhole ? moment(lastWhole.startedAt) : '–',
    hours,
    at: schedule?.at ?? '–',
    dir: schedule?.dir ?? '–',
  };
}

function earliest(dates: readonly ({ readonly validTo: Instant } | null)[]): string {
  const [first] = dates.flatMap((one) => (one ? [one.validTo] : [])).sort();
  return first ? moment(first).slice(0, 10) : '–';
}
