import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { domainEvent } from '#kernel/domain-event.ts';
import { dossierReference, parseDossierNumber, REFERENCE_BYTES } from '#kernel/dossier-number.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { type Procedure, regimeOn } from '#modules/catalogue/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { Author, NewEvent } from '../rules/event.ts';
import type { PersonalFiling } from '../rules/filing.ts';
import { planToPromise, promisedDate } from '../rules/promised-date.ts';
import type { OldNotes, OldStanding, TakenFrom } from '../rules/standing.ts';
import { sharesFrom } from '../rules/step-shares.ts';
import { insertDossier } from '../store/dossiers.ts';
import { movePast } from '../store/number-series.ts';
import { findTakenNumber } from '../store/taken-numbers.ts';
import type { DossierDeps } from './deps.ts';
import type { Plan } from './plan.ts';
import { type FilingInput, filingOf, limitFor } from './prepare-filing.ts';

/** A dossier as the software before has it. */
export interface OldDossier {
  readonly number: string;
  readonly input: Omit<FilingInput, 'draftId' | 'oneStopId' | 'procedureVersionId' | 'personal'>;
  readonly procedure: Procedure;
  readonly oneStop: OfficeInForce;
  readonly agency: OfficeInForce;
  readonly personal: PersonalFiling;
  readonly receivedAt: Instant;
  /** As it was promised there. */
  readonly dueAt: Instant | null;
  readonly standing: OldStanding;
  readonly notes: OldNotes;
  readonly source: TakenFrom;
  /** Of the one-stop. */
  readonly calendar: WorkCalendar;
  /** The process by which it goes on here; its steps have no dates yet. */
  readonly plan: Plan;
}

/** What the program itself does: an administrator at the machine ran it, the log says when. */
const program: Author = { accountId: null, officeId: null, name: '', officeName: '' };

/**
 * Takes over one dossier in the caller's transaction: number, receipt and promised date stay what they were, the
 * history begins here. Null: a number that was taken over before, nothing is done. Refusals: `number-given` (a
 * counter here gave it).
 */
export async function takeOver(
  tx: Tx,
  deps: DossierDeps,
  origin: AuditOrigin,
  old: OldDossier,
): Promise<Outcome<Dossier | null>> {
  const now = deps.clock.now();
  const own = ownSeries(old.number, old.agency);
  if (own) await movePast(tx, { agencyId: old.agency.id, ...own }, 'taken-over', now); // its lock comes first
  const before = await findTakenNumber(tx, old.number);
  if (before)
    return before.takenOver ? accepted(null) : refused('dossiers/number-given', { number: old.number });
  const event = eventOf(deps, old, now);
  if (!event.ok) return event;
  const id = deps.random.uuid(deps.machineMs());
  const dossier = await insertDossier(tx, id, [event.value], deps);
  const { reference, number } = dossier;
  await deps.publish(
    tx,
    domainEvent(`dossiers/${event.value.type}`, now, { dossierId: id, reference, number, paperIds: [] }),
  );
  await record(tx, {
    ...origin,
    action: 'dossiers/take-over',
    subject: { kind: 'dossier', id: old.number },
    result: 'allowed',
  });
  return accepted(dossier);
}

function eventOf(deps: DossierDeps, old: OldDossier, now: Instant): Outcome<NewEvent> {
  const { agency, oneStop, procedure, receivedAt, dueAt, standing, calendar, plan } = old;
  const limit = limitFor(procedure, old.input);
  if (!limit.ok) return limit;
  const agencyThen = { ...agency, regime: regimeOn(dateOf(receivedAt)) };
  const filing = filingOf(old.input, { procedure, oneStop, agency: agencyThen }, limit.value);
  const from = 'stepIndex' in standing ? standing.stepIndex : 0;
  const ends = planToPromise(calendar, now, dueAt, sharesFrom(plan.steps, from));
  const steps = plan.steps.map((step, index) => ({ ...step, dueAt: ends[index] ?? null }));
  const pauses = standing.kind === 'awaiting-payment' ? [{ from: standing.since, to: null }] : [];
  const { remaining } = promisedDate(calendar, dueAt, pauses);
  return accepted({
    type: 'taken-over',
    at: now,
    by: program,
    body: {
      filing,
      reference: dossierReference(deps.random.bytes(REFERENCE_BYTES)),
      draftId: null,
      number: old.number,
      clock: { receivedAt, dueAt, certain: true, remaining },
      processKey: plan.processKey,
      steps,
      standing,
      source: old.source,
    },
    personal: { ...old.personal, ...old.notes },
  });
}

/** A number as this agency's own counter writes it. */
export function ownSeries(
  number: string,
  { agencyCode, code }: Pick<OfficeInForce, 'agencyCode' | 'code'>,
): { readonly day: CivilDate; readonly sequence: number } | undefined {
  const parsed = parseDossierNumber(number);
  if (!parsed.ok || parsed.value.agencyCode !== (agencyCode ?? code)) return undefined;
  return { day: parsed.value.acceptedOn, sequence: parsed.value.sequence };
}
