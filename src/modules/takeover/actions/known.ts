import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { listVersions, type Procedure, regimeOn } from '#modules/catalogue/index.ts';
import { findClosing, type Plan, planProcess } from '#modules/dossiers/index.ts';
import { listPeopleOfOffice, type PersonOfOffice } from '#modules/identity/index.ts';
import { findHandling } from '#modules/workflow/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { TakeoverDeps } from '../deps.ts';
import type { TakingAgency } from './find-agency.ts';

/** What the rows of one file are compared with; everything is read once. */
export class Known {
  readonly deps: TakeoverDeps;
  readonly q: Queries;
  readonly at: TakingAgency;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(deps: TakeoverDeps, at: TakingAgency, calendar: WorkCalendar, now: Instant) {
    this.deps = deps;
    this.q = deps.db;
    this.at = at;
    this.calendar = calendar;
    this.now = now;
    this.today = dateOf(now);
  }

  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const reading = read();
    this.#kept.set(key, reading);
    return reading;
  }

  versions(code: string): Promise<Procedure[]> {
    return this.once(`procedure ${code}`, () => listVersions(this.q, code));
  }

  people(officeId: string): Promise<PersonOfOffice[]> {
    return this.once(`people ${officeId}`, () => listPeopleOfOffice(this.q, officeId, this.today));
  }

  isClosed(year: number): Promise<boolean> {
    const register = { officeId: this.at.oneStop.id, register: 'received', year } as const;
    return this.once(`closed ${year}`, async () => (await findClosing(this.q, register)) !== undefined);
  }

  /** The process by which it goes on here; null: nobody at this agency handles it, or an office is missing. */
  plan(procedure: Procedure): Promise<Plan | null> {
    return this.once(`plan ${procedure.versionId}`, async () => {
      const { agency, oneStop } = this.at;
      const { code, field } = procedure;
      const about = { code, field, regime: regimeOn(this.today), level: agency.level };
      if (!(await findHandling(this.q, about))) return null;
      const none = { due: null, effectiveReceipt: this.now };
      const plan = await planProcess(
        this.q,
        this.deps,
        { procedure, oneStop, agency },
        this.calendar,
        none,
        this.now,
      );
      return plan.ok ? plan.value : null;
    });
  }
}
