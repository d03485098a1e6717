import type { Instant } from '#kernel/instant.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import type { Commitment } from '#modules/catalogue/index.ts';
import { saidDate } from './change.ts';
import { type Clock, type Dossier, type State, suspendingOpinion, type Task } from './dossier.ts';
import type { DossierEvent, EventOf, StepKind } from './event.ts';
import type { ReturnMethod } from './filing.ts';
import { appointedInForce } from './said-dates.ts';

const shownEvents = [
  'submitted',
  'accepted',
  'taken-over',
  'forwarded',
  'step-finished',
  'step-returned',
  'supplement-announced',
  'supplement-received',
  'payment-asked',
  'payment-recorded',
  'due-date-recomputed',
  're-appointed',
  'procedure-corrected',
  'acceptance-annulled',
  'decided',
  'signed-by-hand',
  'decision-taken-back',
  'handed-over',
  'not-accepted',
  'withdrawn',
  'stopped',
  'closed-for-silence',
] as const;
export type ShownEvent = (typeof shownEvents)[number];

/** One line of the way: which office, never which person. */
export interface Happening {
  readonly type: ShownEvent;
  readonly at: Instant;
  /** The office that did it; of `forwarded` the one it went to. */
  readonly officeName: string;
  readonly stepName: string | null;
}

export interface PublicStep {
  readonly name: string;
  readonly kind: StepKind;
  readonly officeName: string;
  readonly dueAt: Instant | null;
}

/** What a receipt must say; the latest one is in force, those before it are void. */
export interface IssuedReceipt {
  readonly issuedAt: Instant;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
}

/** A dossier for whoever holds its receipt: no name, no number of a person, no reason, no content. */
export interface PublicDossier {
  readonly number: string;
  readonly state: State;
  readonly task: Task;
  readonly procedure: { readonly versionId: string; readonly name: string; readonly caseName: string | null };
  readonly regime: '2018' | '2025';
  readonly agencyId: string;
  readonly intakeOfficeId: string;
  readonly returnOfficeId: string;
  readonly returnMethod: ReturnMethod;
  readonly limit: Limit | null;
  readonly commitment: Commitment | null;
  readonly cutoff: string | null;
  readonly clock: Clock;
  /** It stands still for somebody who is no office of this system; for whom is not shown. */
  readonly waitsOutside: boolean;
  /** The new date promised with an apology, while it is later than the one by the law. */
  readonly appointedAt: Instant | null;
  readonly receivedAt: Instant;
  readonly endedAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** `N. V. H.`, each applicant; empty once erased. */
  readonly initials: readonly string[];
  readonly happenings: readonly Happening[];
  readonly current: PublicStep | null;
  /** Steps after the current one. */
  readonly next: readonly PublicStep[];
  /** Oldest first; only the last is in force. */
  readonly receipts: readonly IssuedReceipt[];
}

/** Undefined for what has no number yet: no receipt can name it; and for a training dossier, which is nobody's. */
export function publicDossier(dossier: Dossier, events: readonly DossierEvent[]): PublicDossier | undefined {
  const { number, receivedAt, filing, personal, state, task, clock, endedAt, returnedAt } = dossier;
  if (number === null || receivedAt === null || dossier.training) return undefined;
  const { procedure, regime, agencyId, intakeOfficeId, returnOfficeId, returnMethod, limit, cutoff } = filing;
  const handled = state === 'accepted' || state === 'in-progress';
  const index = dossier.stepIndex ?? -1;
  const steps = dossier.steps.map(({ name, kind, officeName, dueAt }) => ({ name, kind, officeName, dueAt }));
  return {
    number,
    state,
    task,
    procedure: { versionId: procedure.versionId, name: procedure.name, caseName: procedure.caseName },
    commitment: filing.commitment ?? null,
    ...{ regime, agencyId, intakeOfficeId, returnOfficeId, returnMethod, limit, cutoff },
    waitsOutside: clock.state === 'suspended' && suspendingOpinion(dossier)?.outside != null,
    appointedAt: appointedInForce({ appointedAt: dossier.appointedAt, dueAt: clock.dueAt }),
    ...{ clock, receivedAt, endedAt, returnedAt },
    initials: (personal?.applicants ?? []).map((party) => initialsOf(party.name)),
    happenings: events.flatMap((event) => happening(event, dossier)),
    current: handled ? (steps[index] ?? null) : null,
    next: handled ? steps.slice(index + 1) : [],
    receipts: events.flatMap(issuedReceipt),
  };
}

/** `Nguyễn Văn Hùng` → `N. V. H.` */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').split(/\s+/u).filter(Boolean);
  return words.map((word) => `${[...word][0]?.toLocaleUpperCase('vi')}.`).join(' ');
}

function happening(event: DossierEvent, { steps }: Dossier): Happening[] {
  const type = shownEvents.find((one) => one === event.type);
  if (!type) return [];
  const about = { type, at: event.at, officeName: event.by.officeName, stepName: null };
  if (event.type === 'step-finished')
    return [{ ...about, stepName: steps[event.body.stepIndex]?.name ?? null }];
  if (event.type === 'forwarded')
    return [{ ...about, officeName: steps[event.body.stepIndex]?.officeName ?? about.officeName }];
  return [about];
}

function givesReceipt(
  event: DossierEvent,
): event is EventOf<'accepted' | 'supplement-received' | 'procedure-corrected'> {
  return ['accepted', 'supplement-received', 'procedure-corrected'].includes(event.type);
}

function issuedReceipt(event: DossierEvent): IssuedReceipt[] {
  if (event.type === 'taken-over') {
    const { receivedAt, dueAt } = event.body.clock;
    return [{ issuedAt: receivedAt, receivedAt, dueAt }]; // the paper of the software before
  }
  if (!givesReceipt(event)) return [];
  const { clock } = event.body;
  return [{ issuedAt: event.at, receivedAt: clock.receivedAt, dueAt: saidDate(clock) }];
}
