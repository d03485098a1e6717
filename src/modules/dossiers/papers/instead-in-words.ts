import type { Actor, HeldPost } from '#kernel/actor.ts';
import { formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Instead } from '../rules/event.ts';

/** 'KT. Chủ tịch theo Quyết định số 12/QĐ-UBND ngày 20/07/2022', 'thay Trần Thị B'; null: in one's own right. */
export function insteadInWords(t: Words, instead: Instead | undefined): string | null {
  if (!instead) return null;
  const { manner, title, name, decisionNumber, decisionDate } = instead;
  const whose = manner
    ? t('dossiers.instead.signs', { manner, title, name })
    : t('dossiers.instead.works', { name });
  if (!decisionNumber || !decisionDate) return whose;
  const date = formatCivilDate(decisionDate);
  return t('dossiers.instead.by-decision', { whose, number: decisionNumber, date });
}

/** The title under a paper or in a list: who acts as a substitute says so, "Công chức, làm thay Trần Thị B". */
export function titleInWords(t: Words, { title, insteadOf }: HeldPost): string {
  if (insteadOf?.kind !== 'substitute') return title;
  return t('dossiers.paper.title-instead', { title, absent: insteadOf.name });
}

/** Who did it, in a list without titles: "Lê Văn C (thay Trần Thị B)". */
export function nameInWords(t: Words, { name }: Pick<Actor, 'name'>, { insteadOf }: HeldPost): string {
  if (insteadOf?.kind !== 'substitute') return name;
  return t('dossiers.paper.name-instead', { name, absent: insteadOf.name });
}
