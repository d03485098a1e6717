import { formatCivilDate } from '#kernel/civil-date.ts';
import type { PersonOfOffice } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { shortDate } from '#ui/dates.ts';
import type { FormView } from './command-form.ts';

/** 'Trần Thị B, Chuyên viên (vắng đến 28/07; người thay: Lê C)'. */
export function personOption(t: Words, one: PersonOfOffice): string {
  const person = t('dossiers.form.person-option', { name: one.name, title: one.title });
  return one.awayUntil ? t('dossiers.form.person-away', { person, away: awayText(t, one) }) : person;
}

function awayText(t: Words, { awayUntil, substitute }: PersonOfOffice): string {
  const date = awayUntil ? shortDate(awayUntil) : '';
  return substitute
    ? t('dossiers.form.away-substitute', { date, substitute })
    : t('dossiers.form.away', { date });
}

/** Before it is handed on: who of the office it goes to is away. */
export function WhoIsAway({ view: { t, choices } }: { readonly view: FormView }) {
  const away = choices.nextPeople.filter((one) => one.awayUntil);
  if (away.length === 0) return null;
  return (
    <ul class="small">
      {away.map((one) => (
        <li title={one.awayUntil ? formatCivilDate(one.awayUntil) : undefined}>{personOption(t, one)}</li>
      ))}
    </ul>
  );
}
