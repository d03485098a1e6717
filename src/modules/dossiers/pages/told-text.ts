import { dateOf } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { shortDate } from '#ui/dates.ts';
import type { Told } from '../rules/dossier.ts';

/** `đã báo 2 lần, lần cuối 22/07, không nghe máy`. */
export function toldText(t: Words, told: Told | null): string {
  if (!told) return t('dossiers.results.never-told');
  return t('dossiers.results.told-times', {
    n: told.times,
    date: shortDate(dateOf(told.at)),
    outcome: t(`dossiers.telling-outcome.${told.outcome}`),
  });
}
