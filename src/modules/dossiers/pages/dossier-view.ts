import type { ComponentChild } from 'preact';
import { holdsRole } from '#kernel/actor.ts';
import { FULL_AGE, mayBeYoungerThan } from '#kernel/age.ts';
import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { PartialDate } from '#kernel/partial-date.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { listPapers } from '#modules/documents/index.ts';
import type { Incident } from '#modules/incidents/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { listIncidentsTouching } from '../actions/list-incidents-touching.ts';
import type { ReadDossier } from '../actions/read-dossier.ts';
import { type LateCauseTold, tellLateCause } from '../actions/tell-late-cause.ts';
import { currentStep, type Dossier, nameOf } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { PersonParty } from '../rules/filing.ts';
import { heldStretches } from '../rules/held-time.ts';
import { transitions } from '../rules/transitions.ts';
import { findRisk } from '../store/risks.ts';
import { type DueView, dueView } from './due-view.ts';
import { type HeldView, heldView } from './held-view.ts';
import { findPlace, type Place } from './neighbours.tsx';
import { type DossierPageDeps, readerOf } from './page-deps.ts';
import type { MadePaper } from './paper-tables.tsx';
import type { PressIds } from './press-fields.tsx';
import { type RiskView, riskView } from './risk-view.tsx';
import { standInIds } from './seen-stand-ins.tsx';

/** Everything the dossier page shows. */
export interface DossierView {
  readonly frame: DeskFrame;
  readonly read: ReadDossier;
  /** Number, or the reference before there is one. */
  readonly name: string;
  readonly press: PressIds;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
  readonly due: DueView;
  readonly held: HeldView;
  readonly risk: RiskView | undefined;
  /** Technical incidents that fell into its time. */
  readonly incidents: readonly Incident[];
  /** Why it is late; null: it is not. */
  readonly late: LateCauseTold | null;
  readonly span: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly papers: readonly MadePaper[];
  /** Just accepted: the receipt waits to be printed. */
  readonly isNew: boolean;
  /** What this person has just done. */
  readonly done: DossierEvent | undefined;
  /** Receives at a counter: may begin the next dossier like this one. */
  readonly mayBeginNext: boolean;
  readonly errors: readonly FormError[];
  /** Asked for by a press a moment ago, and logged. */
  readonly wholeNumbers: boolean;
  readonly place: Place | undefined;
  /** The part about its money. */
  readonly money: ComponentChild;
}

export async function dossierView(
  deps: DossierPageDeps,
  request: RequestContext,
  read: ReadDossier,
  just: { readonly accepted: boolean; readonly pressed: boolean; readonly unmasked?: boolean },
): Promise<DossierView> {
  const { dossier, events } = read;
  const { t, legalNow: now } = request;
  const calendar = await deps.calendarFor(deps.db, dossier.filing.intakeOfficeId);
  const stretches = heldStretches(calendar, dossier.id, events, now);
  const first = stretches[0]?.from;
  const last = stretches.at(-1)?.to;
  return {
    frame: await deps.deskFrame(request),
    read,
    name: nameOf(dossier),
    press: pressIds(deps, request, dossier),
    calendar,
    now,
    due: dueView(t, dossier, calendar, now),
    held: heldView(stretches),
    risk: riskView(t, calendar, judgedOf(dossier), await findRisk(deps.db, dossier.id), now),
    incidents: await listIncidentsTouching(deps.db, read, now),
    late: await tellLateCause(deps, deps.db, read, now),
    span: first && last ? { from: dateOf(first), to: dateOf(last) } : null,
    papers: await listPapers(deps.db, dossier.id),
    isNew: just.accepted,
    done: just.pressed ? ownLast(read, request) : undefined,
    mayBeginNext: mayBeginNext(request, dossier),
    errors: [],
    wholeNumbers: just.unmasked ?? false,
    place: await findPlace(deps, request, nameOf(dossier)),
    money: (await deps.moneyOf?.(request, dossier)) ?? null,
  };
}

function judgedOf(dossier: Dossier) {
  const { state: clock, dueAt } = dossier.clock;
  return { clock, dueAt, stepName: currentStep(dossier)?.name ?? null };
}

function mayBeginNext({ actor }: RequestContext, { number, personal }: Dossier): boolean {
  return number !== null && personal !== null && actor !== null && holdsRole(actor, transitions.accept.roles);
}

/** The last event, when it is this person's own. */
function ownLast({ events }: ReadDossier, { actor }: RequestContext): DossierEvent | undefined {
  const last = events.at(-1);
  return last && last.by.accountId === actor?.accountId ? last : undefined;
}

/** `220718-0042`: what people say. */
export function shortNameOf(dossier: Dossier): string {
  if (dossier.training) return dossier.reference; // never without its mark
  return dossier.number?.replace(/^[^-]*-/, '') ?? dossier.reference;
}

export function pressIds(deps: DossierPageDeps, request: RequestContext, dossier: Dossier): PressIds {
  const standsIn = standInIds(readerOf(request).actor);
  return { csrf: request.csrf, key: deps.random.uuid(deps.machineMs()), seq: dossier.seq, standsIn };
}

/** `Sang tên do chuyển nhượng, ông Nguyễn Văn Hòa`; a child is called by the name alone. */
export function titleOf(t: Words, { filing, personal, receivedAt, submittedAt, updatedAt }: Dossier): string {
  const [party] = personal?.applicants ?? [];
  if (!party) return filing.procedure.name;
  const on = dateOf(receivedAt ?? submittedAt ?? updatedAt);
  const polite = party.kind === 'person' && !isChild(party, on) ? party.sex : null;
  const who = {
    male: t('dossiers.page.mr', { name: party.name }),
    female: t('dossiers.page.ms', { name: party.name }),
  };
  return t('dossiers.page.title', {
    procedure: filing.procedure.name,
    who: polite ? who[polite] : party.name,
  });
}

/** On the day of receipt; who is perhaps of age by a year alone is not taken for it. */
function isChild({ birthDate }: PersonParty, on: CivilDate): boolean {
  return birthDate !== null && mayBeYoungerThan(FULL_AGE, birthDate as PartialDate, on);
}
