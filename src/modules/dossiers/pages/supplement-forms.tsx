import { parseCivilDate } from '#kernel/civil-date.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { announceSupplement } from '../actions/announce-supplement.ts';
import { askForSupplement } from '../actions/ask-for-supplement.ts';
import { type CommandForm, type FormView, startOf, type Typed } from './command-form.ts';
import { NoteText, ReasonText, ShortText } from './form-parts.tsx';
import { receiveForm } from './receive-form.tsx';

const EXTRA_ROWS = 3;
const MOST_ROWS = 40;
const announcing = ['phone', 'message', 'post', 'in-person'] as const;

function AskFields(view: FormView) {
  const { t, dossier } = view;
  const papers = dossier.personal?.papers ?? [];
  return (
    <>
      <fieldset class="choices" id="f-items">
        <legend>{t('dossiers.form.items')}</legend>
        <p class="hint">{t('dossiers.form.items-hint')}</p>
        {papers.map((paper, index) => (
          <>
            <input type="hidden" name={`item.${index}.name`} value={paper.name} />
            <ShortText view={view} name={`item.${index}.what`} label={paper.name} optional />
          </>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{t('dossiers.form.other-items')}</legend>
        {Array.from({ length: EXTRA_ROWS }, (_, extra) => {
          const index = papers.length + extra;
          const n = extra + 1;
          return (
            <div class="form">
              <ShortText
                view={view}
                class="w3"
                name={`item.${index}.name`}
                label={t('dossiers.form.other-name', { n })}
                optional
              />
              <ShortText
                view={view}
                class="w3"
                name={`item.${index}.what`}
                label={t('dossiers.form.other-what', { n })}
                optional
              />
            </div>
          );
        })}
      </fieldset>
      <ReasonText view={view} hint={t('dossiers.form.reason-citizen-hint')} />
      <DateField
        t={t}
        name="respondBy"
        label={t('dossiers.form.respond-by')}
        hint={t('dossiers.form.respond-by-hint')}
        value={startOf(view, 'respondBy')}
        error={errorOf(view.errors, 'respondBy')}
        optional
      />
    </>
  );
}

function guidanceOf(typed: Typed, known: number) {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => ({
    name: typed.one(`item.${index}.name`).trim(),
    what: typed.one(`item.${index}.what`).trim(),
    known: index < known,
  }));
  const items = rows
    .filter(({ name, what, known: listed }) => name && (what || !listed))
    .map(({ name, what }) => ({ name, what }));
  return { items, reason: typed.one('reason') };
}

function AnnounceFields(view: FormView) {
  const { t } = view;
  return (
    <>
      <RadioGroup
        t={t}
        name="by"
        label={t('dossiers.form.told-by')}
        choices={announcing.map((value) => ({ value, label: t(`dossiers.told-by.${value}`) }))}
        value={startOf(view, 'by', 'phone')}
        inline
      />
      <NoteText view={view} label={t('dossiers.form.note-only')} />
    </>
  );
}

/** What is missing: asked by who handles it, said by the one-stop, received by the one-stop. */
export const supplementForms: readonly CommandForm[] = [
  {
    command: 'announce-supplement',
    slug: 'bao-bo-sung',
    fields: AnnounceFields,
    run: ({ deps, press, typed }) =>
      announceSupplement(deps, press, {
        by: announcing.find((one) => one === typed.one('by')) ?? 'phone',
        note: typed.orNull('note'),
      }),
  },
  receiveForm,
  {
    command: 'ask-for-supplement',
    slug: 'bo-sung',
    fields: AskFields,
    runOn: async ({ deps, press, typed, dossier }) => {
      const read = typed.has('respondBy') ? parseCivilDate(typed.one('respondBy'), 'respondBy') : null;
      if (read && !read.ok) return read;
      const guidance = guidanceOf(typed, dossier.personal?.papers.length ?? 0);
      return askForSupplement(deps, press, { ...guidance, respondBy: read?.value ?? null });
    },
  },
];
