import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { oncePerOffice, workCalendarFor } from '#modules/calendar/index.ts';
import { findClockEffects } from '#modules/catalogue/index.ts';
import { listAbsences, listActors, listStandIns } from '#modules/identity/index.ts';
import { inTransaction, type Queries, type Tx } from '#platform/db/database.ts';
import type { ReminderDeps } from '../deps.ts';
import { boundsAt } from '../rules/bounds.ts';
import { toldBy } from '../rules/escalation.ts';
import { findings } from '../rules/find.ts';
import { changes, type KeptFinding, keptFinding } from '../rules/kept-finding.ts';
import { recipients } from '../rules/recipients.ts';
import { Staff } from '../rules/staff.ts';
import type { Watched } from '../rules/watched.ts';
import { deleteFindings, listKept, saveFindings } from '../store/findings.ts';
import { insertReminders, type Telling } from '../store/reminders.ts';
import { listStillHours, readStillHours } from '../store/still-hours.ts';
import { listCandidates, readWatched } from '../store/watched.ts';

const AT_ONCE = 500;

/** What came of one look: how many rules are near or broken, and how many reminders are new. */
export interface Look {
  readonly found: number;
  readonly told: number;
}

/**
 * Looks through the open dossiers that may break a rule of the law: what is found is kept beside them, who has to know
 * is told once of each occasion. A part at a time, each in a transaction of its own: broken off or done twice, or by two
 * at the same time, it says nothing twice. Legal time.
 */
export async function watchRules(deps: ReminderDeps): Promise<Look> {
  const now = deps.clock.now();
  const { db } = deps;
  const stillHours = await stillHoursOf(db);
  const bounds = boundsAt(await workCalendarFor(db, null), now, stillHours.least);
  const [ids, kept, staff] = [await listCandidates(db, bounds), await listKept(db), await staffOn(db, now)];
  const keptOf = Map.groupBy(kept, ({ dossierId }) => dossierId);
  const asked = new Set(ids);
  const calendars = oncePerOffice(deps.calendarFor);
  const allowed = supplementsAllowed(db);
  let look: Look = { found: 0, told: 0 };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = ids.slice(at, at + AT_ONCE);
    const dossiers = await readWatched(db, part);
    const before = part.flatMap((id) => keptOf.get(id) ?? []);
    const found = await lookAt(dossiers, {
      ...{ now, staff, allowed, hoursOf: stillHours.of },
      calendarFor: (officeId) => calendars(db, officeId),
    });
    const told = await inTransaction(db, (tx) => write(tx, before, found, now));
    look = { found: look.found + found.findings.length, told: look.told + told };
  }
  const over = kept.filter(({ dossierId }) => !asked.has(dossierId));
  await inTransaction(db, (tx) => deleteFindings(tx, over));
  return look;
}

interface Found {
  readonly findings: KeptFinding[];
  readonly tellings: Telling[];
}

interface Around {
  readonly now: Instant;
  readonly calendarFor: (officeId: string) => Promise<WorkCalendar>;
  readonly allowed: (dossier: Watched, now: Instant) => Promise<number>;
  readonly staff: Staff;
  readonly hoursOf: (agencyId: string) => number;
}

async function lookAt(dossiers: readonly Watched[], around: Around): Promise<Found> {
  const { now, staff, hoursOf } = around;
  const found: Found = { findings: [], tellings: [] };
  for (const dossier of dossiers) {
    const calendar = await around.calendarFor(dossier.intakeOfficeId);
    const { holderOfficeId } = dossier;
    const holderCalendar = holderOfficeId ? await around.calendarFor(holderOfficeId) : calendar;
    const mostSupplements = await around.allowed(dossier, now);
    const stillHours = hoursOf(dossier.agencyId);
    const watching = { calendar, holderCalendar, now, stillHours, mostSupplements };
    for (const finding of findings(dossier, watching)) {
      const kept = keptFinding(dossier, finding);
      found.findings.push(kept);
      const people = recipients(
        dossier,
        finding,
        toldBy(finding, finding.rule === 'still' ? holderCalendar : calendar, now),
        staff,
      );
      const { dossierId, rule, order, occasion } = kept;
      found.tellings.push(...people.map((one) => ({ ...one, dossierId, rule, order, occasion })));
    }
  }
  return found;
}

async function write(
  tx: Tx,
  before: readonly KeptFinding[],
  { findings: after, tellings }: Found,
  now: Instant,
): Promise<number> {
  const { saved, gone } = changes(before, after);
  await deleteFindings(tx, gone);
  await saveFindings(tx, saved);
  return (await insertReminders(tx, tellings, now)).length;
}

async function stillHoursOf(q: Queries) {
  const [general, own] = [await readStillHours(q), await listStillHours(q)];
  const hours = new Map(own.map((one) => [one.agencyId, one.hours]));
  return {
    least: Math.min(general, ...hours.values()),
    of: (agencyId: string) => hours.get(agencyId) ?? general,
  };
}

/** Who works, who is away and who does their work, on the legal day. */
async function staffOn(q: Queries, now: Instant): Promise<Staff> {
  const on = dateOf(now);
  const actors = await listActors(q, on);
  const standIns = await listStandIns(q, { on, open: true });
  const away = (await listAbsences(q, on)).filter(({ validFrom }) => validFrom <= on);
  return new Staff(
    actors,
    standIns.filter(({ kind, validFrom }) => kind === 'substitute' && validFrom <= on),
    new Set(away.map(({ personId }) => personId)),
  );
}

/** How often papers may be asked for in a dossier, by the law of the day of the request, or of today. */
function supplementsAllowed(q: Queries) {
  const known = new Map<string, Promise<number>>();
  return ({ regime, procedureCode, askedAt }: Watched, now: Instant): Promise<number> => {
    const on = dateOf(askedAt ?? now);
    const key = `${regime} ${procedureCode} ${on}`;
    const found =
      known.get(key) ??
      findClockEffects(q, { regime, procedureCode, on }).then(({ supplement }) => supplement.most);
    known.set(key, found);
    return found;
  };
}
