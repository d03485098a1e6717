import { type CivilDate, dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { TimelineItem } from '#ui/components/timeline.tsx';
import { insteadInWords } from '../papers/instead-in-words.ts';
import { saidDate } from '../rules/change.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import { personalLines } from './personal-lines.ts';
import { eventIcons } from './state-look.ts';

/** What happened, newest first: what, when, who, and what they wrote. */
export function historyItems(t: Words, dossier: Dossier, events: readonly DossierEvent[]): TimelineItem[] {
  return [...events].reverse().map((event) => ({
    title: eventTitle(t, dossier, event),
    detail: <EventDetail t={t} event={event} />,
    phase: 'done',
    icon: eventIcons[event.type],
  }));
}

function EventDetail({ t, event }: { readonly t: Words; readonly event: DossierEvent }) {
  const { at } = event;
  return (
    <div class="small">
      <p>
        <time dateTime={at}>{formatMoment(at)}</time>, {authorText(t, event)}
      </p>
      {personalLines(t, event).map((line) => (
        <p>{line}</p>
      ))}
    </div>
  );
}

/** Who did it; a citizen without account has no name in the history. */
export function authorText(t: Words, { type, by, body }: DossierEvent): string {
  if (type === 'due-date-recomputed') return t('dossiers.event.by-calendar');
  if (type === 'taken-over') return t('dossiers.event.by-administrator');
  if (by.accountId === null) return t('dossiers.event.by-citizen');
  const author = t('dossiers.event.by', { name: by.name, office: by.officeName });
  const instead = insteadInWords(t, body.instead);
  return instead ? `${author}, ${instead}` : author;
}

/** One line that says what an event did. */
export function eventTitle(t: Words, dossier: Dossier, event: DossierEvent): string {
  const step = (index: number) => dossier.steps[index];
  switch (event.type) {
    case 'accepted':
    case 'procedure-corrected':
    case 'payment-recorded':
    case 'supplement-received':
      return promised(t, event.type, saidDate(event.body.clock));
    case 'taken-over':
      return t('dossiers.event.taken-over', { at: formatMoment(event.body.clock.receivedAt) });
    case 'forwarded': {
      const office = step(event.body.stepIndex)?.officeName ?? '';
      return t(event.body.late ? 'dossiers.event.forwarded-late' : 'dossiers.event.forwarded', { office });
    }
    case 'step-started':
    case 'step-finished':
      return t(`dossiers.event.${event.type}`, { step: step(event.body.stepIndex)?.name ?? '' });
    case 'step-returned':
    case 'receipt-refused':
      return t(`dossiers.event.${event.type}`, { step: step(event.body.toIndex)?.name ?? '' });
    case 'reassigned':
      return t('dossiers.event.reassigned', { name: event.body.name });
    default:
      return laterTitle(t, event);
  }
}

function laterTitle(t: Words, event: DossierEvent): string {
  switch (event.type) {
    case 'supplement-asked':
      return t(event.body.late ? 'dossiers.event.supplement-asked-late' : 'dossiers.event.supplement-asked');
    case 'supplement-announced':
      return t('dossiers.event.supplement-announced', { way: t(`dossiers.told-by.${event.body.by}`) });
    case 'result-announced':
    case 'date-announced':
      return t(`dossiers.event.${event.type}`, {
        way: t(`dossiers.telling-way.${event.body.way}`),
        outcome: t(`dossiers.telling-outcome.${event.body.outcome}`),
      });
    case 'decided':
      return t(`dossiers.event.decided-${event.body.outcome}`, { number: event.body.resultNumber });
    case 'decision-taken-back':
      return t('dossiers.event.decision-taken-back', { number: event.body.resultNumber });
    case 'stopped':
      return t('dossiers.event.stopped', { basis: event.body.basis });
    case 'personal-erased':
      if (event.body.ground === 'training-over') return t('dossiers.event.training-cleared');
      return t('dossiers.event.personal-erased', {
        ground: t(`dossiers.erasure-ground.${event.body.ground}`),
        order: event.body.order,
      });
    default:
      return moreTitle(t, event);
  }
}

function moreTitle(t: Words, event: DossierEvent): string {
  switch (event.type) {
    case 'acceptance-annulled':
      return t('dossiers.event.acceptance-annulled', {
        ground: t(`dossiers.annulment-ground.${event.body.ground}`),
      });
    case 'opinion-asked': {
      const { officeName: office, answerBy, suspends, outside } = event.body;
      const asked = { office, date: formatCivilDate(answerBy) };
      const what = outside ? 'outside' : 'opinion';
      return suspends
        ? t(`dossiers.event.${what}-asked-suspends`, { ...asked, basis: suspends.basis })
        : t(`dossiers.event.${what}-asked`, asked);
    }
    case 'opinion-answered':
      return t(`dossiers.event.${event.body.outside ? 'outside' : 'opinion'}-answered`, {
        office: event.body.officeName,
      });
    case 'payment-asked':
      return t('dossiers.event.payment-asked', { amount: formatDong(dong(event.body.amount)) });
    case 'due-date-recomputed': {
      const { before, promisedBefore, clock } = event.body;
      const dates = { before: dayText(t, before), after: dayText(t, clock.dueAt) };
      if (before === clock.dueAt && clock.committedAt && promisedBefore !== clock.committedAt)
        return t('dossiers.event.promise-recomputed', { ...dates, promised: dayText(t, clock.committedAt) });
      return t(`dossiers.event.due-date-${before === clock.dueAt ? 'kept' : 'recomputed'}`, dates);
    }
    case 're-appointed': {
      const date = formatCivilDate(dateOf(event.body.appointedAt));
      return t(event.body.late ? 'dossiers.event.re-appointed-late' : 'dossiers.event.re-appointed', {
        date,
      });
    }
    case 'signed-by-hand': {
      const { resultNumber: number, signerName: name } = event.body;
      return t('dossiers.event.signed-by-hand', { number, name });
    }
    case 'late-cause-corrected': {
      const { from, to } = event.body;
      const words = { from: t(`dossiers.late-cause.${from}`), to: t(`dossiers.late-cause.${to}`) };
      return t('dossiers.event.late-cause-corrected', words);
    }
    case 'closed-for-silence':
      return t('dossiers.event.closed-for-silence', { date: formatCivilDate(event.body.respondBy) });
    default:
      return t(`dossiers.event.${event.type}`);
  }
}

function dayText(t: Words, at: Instant | null): string {
  return at === null ? t('dossiers.list.none') : formatMoment(at);
}

type Promising = 'accepted' | 'procedure-corrected' | 'payment-recorded' | 'supplement-received';

function promised(t: Words, type: Promising, dueAt: Instant | null): string {
  if (dueAt === null) return t(`dossiers.event.${type}-no-limit`);
  const due: CivilDate = dateOf(dueAt);
  return t(`dossiers.event.${type}`, { due: formatCivilDate(due) });
}
