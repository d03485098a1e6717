import { dateOf, formatCivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { reAppoint } from '../actions/re-appoint.ts';
import { type CommandForm, type FormView, startOf } from './command-form.ts';
import { LongText } from './form-parts.tsx';
import { officeTime } from './time-view.ts';

/** The paper is called otherwise in each regime (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP). */
function ApologyFields(view: FormView) {
  const { t, dossier, choices } = view;
  const draft = choices.apology;
  return (
    <>
      <p>{t(`dossiers.apology.paper.${dossier.filing.regime}`)}</p>
      {draft ? (
        <Notice tone="info">
          <p>
            {t('dossiers.apology.drafted', {
              due: formatCivilDate(dateOf(draft.dueAt)),
              time: officeTime(t, draft.needed),
              date: formatCivilDate(draft.date),
            })}
          </p>
        </Notice>
      ) : null}
      <DateField
        t={t}
        name="date"
        label={t('dossiers.form.new-date')}
        value={startOf(view, 'date', draft ? formatCivilDate(draft.date) : '')}
        error={errorOf(view.errors, 'date')}
      />
      <LongText
        view={view}
        name="reason"
        label={t('dossiers.form.reason')}
        hint={t('dossiers.form.reason-citizen-hint')}
        start={draft?.reason}
        rows={6}
      />
    </>
  );
}

/** The apology with another date: drafted from the history, signed by a leader. */
export const apologyForm: CommandForm = {
  command: 're-appoint',
  slug: 'hen-lai',
  fields: ApologyFields,
  needs: ['apology'],
  run: async ({ deps, press, typed }) => {
    const read = typed.has('date') ? parseCivilDate(typed.one('date'), 'date') : null;
    if (read && !read.ok) return read;
    return reAppoint(deps, press, { date: read?.value ?? null, reason: typed.one('reason') });
  },
};
