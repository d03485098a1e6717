import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { findClockEffects, listProcedures, type Procedure } from '#modules/catalogue/index.ts';
import type { OfficeInForce, PersonOfOffice } from '#modules/identity/index.ts';
import { getOffice, listOfficesInForce, listPeopleOfOffice } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { UnpaidFees } from '../actions/hand-over-many.ts';
import type { Dossier } from '../rules/dossier.ts';

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
}

export type Need = keyof FormChoices;

const nothing: FormChoices = {
  ...{ people: [], nextPeople: [], signers: [], offices: [], procedures: [] },
  unpaid: 0,
  leftOut: null,
};

export async function formChoices(
  { db: q, unpaid }: { readonly db: Queries; readonly unpaid?: UnpaidFees },
  dossier: Dossier,
  now: Instant,
  needs: readonly Need[],
): Promise<FormChoices> {
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
