import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Instant } from '#kernel/instant.ts';
import { timeLeft } from '#kernel/working-time/time-left.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { timeLeftInWords, workCalendarFor } from '#modules/calendar/index.ts';
import { getProcedure } from '#modules/catalogue/index.ts';
import type { PublicDossier } from '#modules/dossiers/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Fact } from '#ui/components/facts.tsx';
import type { Tone } from '#ui/components/state.tsx';
import { longDate, longMoment } from '#ui/dates.ts';
import type { PortalDeps } from '../deps.ts';
import { type Standing, standingOf } from '../rules/standing.ts';
import { showsTimeline } from '../settings.ts';
import { derivationView } from './derivation-view.ts';
import { otherName } from './describe-procedure.ts';
import type { DossierWayView } from './dossier-way-page.tsx';
import { wayItems } from './way-items.ts';

/** A dossier by its signed link, in words: the answer first. Where the agency says so, only done and when. */
export async function dossierWayView(
  { db }: PortalDeps,
  { t, legalNow }: RequestContext,
  dossier: PublicDossier,
): Promise<DossierWayView> {
  const { number, procedure, agencyId, intakeOfficeId } = dossier;
  const open = await showsTimeline(db, agencyId);
  const calendar = await workCalendarFor(db, intakeOfficeId);
  const place = (await getOffice(db, dossier.returnOfficeId)).name;
  const official = otherName(await getProcedure(db, procedure.versionId));
  const standing = standingOf(dossier, legalNow);
  const about = {
    number,
    shortNumber: shortDossierNumber(number),
    procedureName: procedure.name,
    state: stateInWords(t, open ? standing : plain(standing)),
    headline: headline(t, dossier),
    receipt: receiptFacts(t, dossier, open),
    voidReceipts: voidReceipts(t, dossier),
  };
  if (!open) return about;
  return {
    ...about,
    officialName: official ?? undefined,
    initials: dossier.initials.join(', ') || undefined,
    timeLeft: timeLeftOf(t, calendar, dossier, standing, legalNow),
    toDo: toDo(t, standing, dossier, place),
    derivation: derivationView(t, calendar, dossier, legalNow),
    timeline: wayItems(t, dossier, { returnPlace: place, now: legalNow }),
  };
}

/** Where the way is not shown, nothing but done or not. */
function plain(standing: Standing): Standing {
  if (standing === 'returned') return 'done';
  if (standing === 'withdrawn' || standing === 'not-accepted') return 'stopped';
  return standing === 'done' || standing === 'stopped' ? standing : 'no-limit';
}

const looks: Readonly<
  Record<Standing, { readonly icon: DossierWayView['state']['icon']; readonly tone?: Tone }>
> = {
  'waiting-for-papers': { icon: 'pause', tone: 'warning' },
  'call-to-come': { icon: 'pause', tone: 'warning' },
  'waiting-for-payment': { icon: 'wallet', tone: 'warning' },
  'waiting-for-opinion': { icon: 'clock' },
  'waiting-outside': { icon: 'clock' },
  'on-time': { icon: 'ok', tone: 'success' },
  late: { icon: 'late', tone: 'danger' },
  'no-limit': { icon: 'clock' },
  done: { icon: 'ok', tone: 'success' },
  returned: { icon: 'ok', tone: 'success' },
  withdrawn: { icon: 'info' },
  stopped: { icon: 'info' },
  'not-accepted': { icon: 'info' },
};

function stateInWords(t: Words, standing: Standing): DossierWayView['state'] {
  return { ...looks[standing], text: t(`portal.standing.${standing}`) };
}

function headline(t: Words, { endedAt, clock, state, appointedAt }: PublicDossier): string {
  if (endedAt !== null) {
    const date = longDate(t, dateOf(endedAt));
    const withResult = state === 'decided' || state === 'returned';
    return withResult ? t('portal.lookup.done-on', { date }) : t('portal.lookup.ended-on', { date });
  }
  if (clock.state === 'stopped' || clock.state === 'suspended') return t('portal.lookup.no-due');
  if (appointedAt !== null && clock.dueAt !== null)
    return t('portal.lookup.appointed', {
      date: dueInWords(t, appointedAt),
      first: dueInWords(t, clock.committedAt ?? clock.dueAt),
    });
  if (clock.dueAt === null) return t('portal.lookup.no-limit');
  const { committedAt, dueAt } = clock;
  if (committedAt === null || committedAt === dueAt)
    return t('portal.lookup.due-on', { date: dueInWords(t, dueAt) });
  return t('portal.lookup.committed', { date: dueInWords(t, committedAt), legal: dueInWords(t, dueAt) });
}

function dueInWords(t: Words, due: Instant): string {
  return `${timeOf(due)}, ${longDate(t, dateOf(due))}`;
}

function timeLeftOf(
  t: Words,
  calendar: WorkCalendar,
  { clock }: PublicDossier,
  standing: Standing,
  now: Instant,
): string | undefined {
  const runs = standing === 'on-time' || standing === 'late';
  return runs && clock.dueAt ? timeLeftInWords(t, timeLeft(calendar, now, clock.dueAt)) : undefined;
}

function toDo(
  t: Words,
  standing: Standing,
  { returnMethod }: PublicDossier,
  place: string,
): string | undefined {
  if (standing === 'waiting-for-papers') return t('portal.to-do.bring-papers');
  if (standing === 'waiting-for-payment') return t('portal.to-do.pay');
  if (standing === 'call-to-come') return t('portal.to-do.wait-for-call');
  if (standing === 'late') return t('portal.to-do.late');
  if (standing === 'done') return t(`portal.to-do.collect-${returnMethod}`, { place });
  if (standing === 'stopped' || standing === 'not-accepted') return t('portal.to-do.ask');
  return undefined;
}

/** What the receipt in force must say: a paper that says something else was changed by hand. */
function receiptFacts(t: Words, dossier: PublicDossier, open: boolean): Fact[] {
  const receipt = dossier.receipts.at(-1);
  const initials = dossier.initials.join(', ');
  return [
    { label: t('portal.lookup.dossier'), value: dossier.number },
    { label: t('portal.receipt.issued'), value: longMoment(t, receipt?.issuedAt ?? dossier.receivedAt) },
    { label: t('portal.receipt.received'), value: longMoment(t, receipt?.receivedAt ?? dossier.receivedAt) },
    {
      label: t('portal.receipt.due'),
      value: receipt?.dueAt ? longMoment(t, receipt.dueAt) : t('portal.lookup.no-limit'),
    },
    { label: t('portal.receipt.procedure'), value: dossier.procedure.name },
    ...(open && initials ? [{ label: t('portal.receipt.applicant'), value: initials }] : []),
  ];
}

function voidReceipts(t: Words, { receipts }: PublicDossier): string[] {
  return receipts.slice(0, -1).map(({ issuedAt, dueAt }) => {
    const issued = longMoment(t, issuedAt);
    return dueAt
      ? t('portal.receipt.void', { issued, due: longMoment(t, dueAt) })
      : t('portal.receipt.void-no-due', { issued });
  });
}
