import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { isPast } from '#kernel/working-time/office-day.ts';
import type { Happening, PublicDossier } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { TimelineItem } from '#ui/components/timeline.tsx';
import { longDate, longMoment } from '#ui/dates.ts';

/** What happened, what is now, what comes; offices, never persons. */
export function wayItems(
  t: Words,
  dossier: PublicDossier,
  { returnPlace, now }: { readonly returnPlace: string; readonly now: Instant },
): TimelineItem[] {
  return [
    ...dossier.happenings.map((one) => happened(t, one)),
    ...nowItem(t, dossier, now),
    ...dossier.next
      .filter((step) => step.kind !== 'return')
      .map((step) => ({ title: step.name, detail: step.officeName, phase: 'next' as const })),
    ...lastItem(t, dossier, returnPlace),
  ];
}

function happened(t: Words, { type, at, officeName, stepName }: Happening): TimelineItem {
  const title = t(`portal.way.${type}`, { office: officeName, step: stepName ?? '' });
  return { title, detail: longMoment(t, at), phase: 'done' };
}

function nowItem(t: Words, { current, state, task, clock }: PublicDossier, now: Instant): TimelineItem[] {
  if (state === 'awaiting-supplement') {
    const announced = task === 'await-supplement';
    const title = announced ? t('portal.way.now-waits-for-papers') : t('portal.way.now-call');
    return [{ title, phase: 'now', icon: 'pause' }];
  }
  if (state === 'awaiting-payment')
    return [{ title: t('portal.way.now-waits-for-payment'), phase: 'now', icon: 'wallet' }];
  if (!current) return [];
  const { name, officeName, dueAt } = current;
  const expected = dueAt !== null && clock.state === 'running' && !isPast(dueAt, now);
  const detail = expected
    ? t('portal.way.now-until', { office: officeName, date: longDate(t, dateOf(dueAt)) })
    : officeName;
  return [{ title: t('portal.way.now', { step: name }), detail, phase: 'now' }];
}

function lastItem(t: Words, { state, returnMethod }: PublicDossier, place: string): TimelineItem[] {
  const over = ['returned', 'withdrawn', 'stopped', 'not-accepted'].includes(state);
  if (over) return [];
  return [
    {
      title: t(`portal.way.return-${returnMethod}`),
      detail: returnMethod === 'counter' ? t('portal.way.return-bring', { place }) : undefined,
      phase: state === 'decided' ? 'now' : 'next',
    },
  ];
}
