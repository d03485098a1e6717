import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { findClockEffects, listProcedures, type Procedure } from '#modules/catalogue/index.ts';
import type { OfficeInForce, PersonOfOffice } from '#modules/identity/index.ts';
import { getOffice, listOfficesInForce, listPeopleOfOffice } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import { type ApologyDeps, type DraftedApology, draftApology } from '../actions/draft-apology.ts';
import type { UnpaidFees } from '../actions/hand-over-many.ts';
import type { ReadDossier } from '../actions/read-dossier.ts';
import type { Dossier } from '../rules/dossier.ts';
import { draftedReason } from './apology-reason.ts';

/** What a form offers besides the dossier itself; only what it needs is looked up. */
export interface FormChoices {
  /** Of the office that holds it. */
  readonly people: readonly PersonOfOffice[];
  /** Of the office that it goes to next. */
  readonly nextPeople: readonly PersonOfOffice[];
  /** Who signs for the office that signs. */
  readonly signers: readonly PersonOfOffice[];
  /** That may be asked: those of the agency, and the outside offices at its counter. */
  readonly offices: readonly OfficeInForce[];
  /** In force on the day of receipt, at this level. */
  readonly procedures: readonly Procedure[];
  /** What is still to be paid, đồng. */
  readonly unpaid: number;
  /** The law by which the wait for some opinions is left out of its limit; null: for none. */
  readonly leftOut: string | null;
  /** An apology as it can be drafted now; null: none can. */
  readonly apology: (DraftedApology & { readonly reason: string }) | null;
}

export type Need = keyof FormChoices;

const nothing: FormChoices = {
  ...{ people: [], nextPeople: [], signers: [], offices: [], procedures: [] },
  unpaid: 0,
  leftOut: null,
  apology: null,
};

interface ChoiceDeps extends ApologyDeps {
  readonly paperWords: Words;
  readonly unpaid?: UnpaidFees;
}

export async function formChoices(
  deps: ChoiceDeps,
  read: Pick<ReadDossier, 'dossier' | 'events'>,
  now: Instant,
  needs: readonly Need[],
): Promise<FormChoices> {
  const { db: q, unpaid } = deps;
  const { dossier } = read;
  const found: { -readonly [N in Need]?: FormChoices[N] } = {};
  const on = dateOf(now);
  if (needs.includes('people') && dossier.holder)
    found.people = await listPeopleOfOffice(q, dossier.holder.officeId, on);
  const next = dossier.steps[(dossier.stepIndex ?? 0) + 1];
  if (needs.includes('nextPeople') && next) found.nextPeople = await listPeopleOfOffice(q, next.officeId, on);
  if (needs.includes('signers')) found.signers = await signersOf(q, dossier, now);
  if (needs.includes('offices'))
    found.offices = (await listOfficesInForce(q, on)).filter(
      (office) => office.agencyId === dossier.filing.agencyId && office.id !== dossier.filing.agencyId,
    );
  if (needs.includes('procedures')) {
    const { level } = await getOffice(q, dossier.filing.agencyId);
    found.procedures = await listProcedures(q, { on: dateOf(dossier.receivedAt ?? now), level });
  }
  if (needs.includes('leftOut')) found.leftOut = await leftOutOf(q, dossier, on);
  if (needs.includes('unpaid')) found.unpaid = (await unpaid?.of([dossier.id]))?.get(dossier.id) ?? 0;
  if (needs.includes('apology')) {
    const draft = await draftApology(deps, read, now);
    found.apology = draft && { ...draft, reason: draftedReason(deps.paperWords, draft) };
  }
  return { ...nothing, ...found };
}

async function leftOutOf(q: Queries, { filing }: Dossier, on: CivilDate): Promise<string | null> {
  const { procedure, regime } = filing;
  const { opinion } = await findClockEffects(q, { procedureCode: procedure.code, regime, on });
  return opinion.effect === 'suspend' ? opinion.basis : null;
}

async function signersOf(q: Queries, { steps }: Dossier, now: Instant): Promise<PersonOfOffice[]> {
  const signing = steps.find((step) => step.kind === 'sign');
  if (!signing) return [];
  const people = await listPeopleOfOffice(q, signing.officeId, dateOf(now));
  return people.filter((one) => one.role === 'signing-leader');
}
