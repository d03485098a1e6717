import { dateOf } from '#kernel/civil-date.ts';
import { type Instant, instantOfMs, msOfInstant } from '#kernel/instant.ts';
import { countAbout } from '#modules/audit/index.ts';
import { type PaymentHolding, tellPayments } from '#modules/cash/index.ts';
import { type BookHolding, tellEntries } from '#modules/certification/index.ts';
import { type DraftNaming, findDraftsNaming } from '#modules/counter/index.ts';
import { listPapers, type PaperFacts, type PaperPurpose } from '#modules/documents/index.ts';
import { type Holding, tellHoldings } from '#modules/dossiers/index.ts';
import { listOfficesInForce } from '#modules/identity/index.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import type { AgencyRule } from '../rules/agency-rule.ts';
import { type KeepingPeriod, yearsFor } from '../rules/keeping-period.ts';
import { agenciesOf } from '../rules/officer.ts';
import { type Keeping, keepingOf } from '../rules/retention.ts';
import { findAgencyRule } from '../store/agency-rules.ts';
import { listKeepingPeriods } from '../store/keeping-periods.ts';
import { findQuestion, QUESTION_KEPT_MS, type Question } from '../store/questions.ts';

/** One dossier of the answer: what it holds, what else there is about it, until when. */
export interface HeldDossier {
  readonly holding: Holding;
  readonly papers: readonly (PaperFacts & { readonly purpose: PaperPurpose })[];
  readonly logged: number;
  readonly keeping: Keeping;
  /** Lines of the certification books, and the money: of who filed, not of who only took the result. */
  readonly entries: readonly BookHolding[];
  readonly payments: readonly PaymentHolding[];
}

export interface Answer {
  /** Legal time. */
  readonly at: Instant;
  readonly question: Question;
  readonly dossiers: readonly HeldDossier[];
  readonly drafts: readonly DraftNaming[];
}

/** A question of this officer that has not been forgotten yet. */
export function openQuestion(
  deps: ProtectionDeps,
  { actor, origin }: Officer,
  id: string,
): Promise<Question | undefined> {
  const notBefore = instantOfMs(msOfInstant(origin.machineNow) - QUESTION_KEPT_MS);
  return findQuestion(deps.db, deps, id, { accountId: actor.accountId, notBefore });
}

/** Everything held about the number of a question; each dossier opened for it is logged as a read. */
export async function answer(
  deps: ProtectionDeps,
  officer: Officer,
  id: string,
  purpose: 'question' | 'export',
): Promise<Answer | undefined> {
  const question = await openQuestion(deps, officer, id);
  if (!question) return undefined;
  const agencyIds = agenciesOf(officer.actor);
  const { number, found: known } = question;
  const holdings = await tellHoldings(deps, { ...officer, purpose }, { number, agencyIds, known });
  const dossiers = await describe(deps, officer, holdings);
  const offices = await listOfficesInForce(deps.db, dateOf(officer.origin.legalNow));
  const officeIds = offices.filter((office) => agencyIds.includes(office.agencyId)).map(({ id: one }) => one);
  const at = officer.origin.legalNow;
  return { at, question, dossiers, drafts: await findDraftsNaming(deps, officeIds, number) };
}

async function describe(
  deps: ProtectionDeps,
  { origin }: Officer,
  holdings: readonly Holding[],
): Promise<HeldDossier[]> {
  const { db } = deps;
  const ids = holdings.flatMap(namesOf);
  const counts = await countAbout(db, { kind: 'dossier', ids });
  const rules = await rulesOf(deps, holdings);
  const filed = holdings.filter(isFiler).map(({ id }) => id);
  const entries = await tellEntries(db, filed);
  const payments = await tellPayments(deps, filed);
  const described: HeldDossier[] = [];
  for (const holding of holdings) {
    const { number, closedAt, erased, agencyId } = holding;
    const toKeep = { number, closedOn: closedAt && dateOf(closedAt), erased: erased !== null };
    const years = yearsOf(holding, rules.get(agencyId));
    described.push({
      holding,
      papers: await listPapers(db, holding.id),
      logged: namesOf(holding).reduce((sum, name) => sum + (counts.get(name) ?? 0), 0),
      keeping: keepingOf(toKeep, years, dateOf(origin.legalNow)),
      entries: entries.filter((one) => one.dossierId === holding.id),
      payments: payments.filter((one) => one.dossierId === holding.id),
    });
  }
  return described;
}

interface Rules {
  readonly agency: AgencyRule;
  readonly periods: readonly KeepingPeriod[];
}

async function rulesOf(
  { db }: ProtectionDeps,
  holdings: readonly Holding[],
): Promise<ReadonlyMap<string, Rules>> {
  const agencies = [...new Set(holdings.map(({ agencyId }) => agencyId))];
  const rules = new Map<string, Rules>();
  for (const id of agencies)
    rules.set(id, { agency: await findAgencyRule(db, id), periods: await listKeepingPeriods(db, id) });
  return rules;
}

function yearsOf({ procedure, closedAt }: Holding, rules: Rules | undefined): number | null {
  if (!rules || !closedAt) return null;
  const closed = { procedureCode: procedure.code, field: procedure.field, closedOn: dateOf(closedAt) };
  return yearsFor(rules.periods, closed, rules.agency.retentionYears);
}

function isFiler({ roles }: Holding): boolean {
  return roles.includes('applicant') || roles.includes('authorised');
}

/** What the log calls a dossier: by its reference before it had a number. */
export function namesOf(dossier: { readonly number: string | null; readonly reference: string }): string[] {
  return [dossier.reference, ...(dossier.number ? [dossier.number] : [])];
}
