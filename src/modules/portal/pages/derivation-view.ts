import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import { limitInWords, ruleInWords } from '#modules/calendar/index.ts';
import { countingOf, dueDateOf, type PublicDossier } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { derivedDays } from '../rules/derived-days.ts';
import type { DerivationView } from './dossier-way-page.tsx';

/**
 * Why the date is this one: computed again from the same receipt by the same calculus. Undefined without a
 * limit and while the clock stands still.
 */
export function derivationView(
  t: Words,
  calendar: WorkCalendar,
  { clock, limit, cutoff, receivedAt, commitment }: PublicDossier,
  now: Instant,
): DerivationView | undefined {
  if (clock.promised && clock.dueAt !== null)
    return { sentences: [t('portal.signed.promised')], days: [], today: dateOf(now), basis: null };
  const counting = countingOf({ clock, receivedAt });
  if (clock.dueAt === null || counting === null || limit === null) return undefined;
  const { due, derivation, basis, certain } = dueDateOf(calendar, { limit, cutoff }, counting);
  const rules = basis.map(({ rule }) => ruleInWords(t, rule)).join(' ');
  return {
    sentences: [
      t('portal.signed.limit', { limit: limitInWords(t, limit) }),
      rules,
      ...(commitment ? [committedInWords(t, commitment)] : []),
      ...(certain ? [] : [t('portal.signed.uncertain')]),
    ],
    days: derivedDays(derivation, due),
    today: dateOf(now),
    basis: [...new Set(basis.map((one) => one.basis))].join('; '),
  };
}

function committedInWords(t: Words, { limit, basis }: NonNullable<PublicDossier['commitment']>): string {
  return t('portal.signed.committed', { limit: limitInWords(t, limit), basis });
}
