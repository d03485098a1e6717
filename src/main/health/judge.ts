import { type Instant, msOfInstant } from '#kernel/instant.ts';
import { backupAge } from '../backup/schedule.ts';
import { isDiskFilling, isDiskFull } from './disk.ts';
import type { Health } from './health.ts';

/** `bad`: somebody has to act now; `watch`: soon. */
export type Judgement = 'good' | 'watch' | 'bad';

export interface Judged {
  readonly part: 'database' | 'jobs' | 'disk' | 'certificates' | 'backup' | 'clock';
  readonly judgement: Judgement;
  /** Key of what is said, below `main.health.<part>`; `<key>-do` says what to do now. */
  readonly says: string;
}

const DAY_MS = 86_400_000;
const BEAT_MS = 5 * 60_000;
const APART_MS = 120_000;

/** What the facts mean. Without a database there is no page to say it on. All dates are machine time. */
export function judge(health: Health): Judged[] {
  return [
    { part: 'database', judgement: 'good', says: 'good' },
    judgeJobs(health),
    judgeDisk(health),
    judgeCertificates(health),
    judgeBackup(health),
    judgeClock(health),
  ];
}

export function worst(judged: readonly Judged[]): Judgement {
  const found = (['bad', 'watch'] as const).find((one) => judged.some(({ judgement }) => judgement === one));
  return found ?? 'good';
}

function judgeJobs({ jobs, clock }: Health): Judged {
  const part = 'jobs';
  if (jobs.beat === null || between(jobs.beat, clock.machine) > BEAT_MS)
    return { part, judgement: 'bad', says: 'silent' };
  if (jobs.failed > 0) return { part, judgement: 'watch', says: 'failed' };
  return { part, judgement: 'good', says: 'good' };
}

function judgeDisk({ disk }: Health): Judged {
  const part = 'disk';
  if (isDiskFull(disk)) return { part, judgement: 'bad', says: 'full' };
  if (isDiskFilling(disk)) return { part, judgement: 'watch', says: 'filling' };
  return { part, judgement: 'good', says: 'good' };
}

/** A person's own is made anew with the first signature of a year: only the root and https run out. */
function judgeCertificates({ certificates, clock }: Health): Judged {
  const part = 'certificates';
  const left = [certificates.root, certificates.tls]
    .filter((one) => one !== null)
    .map(({ validTo }) => between(clock.machine, validTo));
  if (left.some((ms) => ms <= 0)) return { part, judgement: 'bad', says: 'expired' };
  if (left.some((ms) => ms < 30 * DAY_MS)) return { part, judgement: 'watch', says: 'expiring' };
  return { part, judgement: 'good', says: 'good' };
}

function judgeBackup({ backup, clock }: Health): Judged {
  const part = 'backup';
  const age = backupAge(backup.lastWhole?.startedAt ?? null, clock.machine, backup.running);
  if (age === 'old' || age === 'none') return { part, judgement: 'bad', says: age };
  if (age === 'running') return { part, judgement: 'watch', says: 'running' };
  if (backup.tries[0]?.problem) return { part, judgement: 'watch', says: 'failed' };
  if (backup.schedule === null) return { part, judgement: 'watch', says: 'unscheduled' };
  return { part, judgement: 'good', says: 'good' };
}

/** A demo keeps its own time; a real installation follows the machine. */
function judgeClock({ kind, clock }: Health): Judged {
  const part = 'clock';
  if (kind === 'demo') return { part, judgement: 'good', says: 'demo' };
  if (Math.abs(between(clock.legal, clock.machine)) > APART_MS)
    return { part, judgement: 'bad', says: 'apart' };
  return { part, judgement: 'good', says: 'good' };
}

function between(from: Instant, to: Instant): number {
  return msOfInstant(to) - msOfInstant(from);
}
