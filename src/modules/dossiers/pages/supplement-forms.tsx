import { parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { listFiles, storeFile } from '#modules/documents/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { RadioGroup } from '#ui/fields/radio-group.tsx';
import { announceSupplement } from '../actions/announce-supplement.ts';
import { askForSupplement } from '../actions/ask-for-supplement.ts';
import type { Done } from '../actions/deps.ts';
import { receiveSupplement } from '../actions/receive-supplement.ts';
import type { AttachedFile, FiledPaper } from '../rules/filing.ts';
import { type CommandForm, type FormPress, type FormView, startOf, type Typed } from './command-form.ts';
import { NoteText, ReasonText, ShortText } from './form-parts.tsx';

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

function ReceiveFields(view: FormView) {
  const { t, dossier, errors } = view;
  return (
    <>
      {errorOf(errors, 'papers') ? <p class="ds-validation-message">{errorOf(errors, 'papers')}</p> : null}
      {(dossier.guidance?.items ?? []).map(({ name, what }, index) => (
        <fieldset class="choices" id={index === 0 ? 'f-papers' : undefined}>
          <legend>{name}</legend>
          {what ? <p class="hint">{what}</p> : null}
          <CheckboxField
            name={`paper.${index}.there`}
            label={t('dossiers.form.received')}
            checked={startOf(view, `paper.${index}.there`) === '1'}
          />
          <ShortText
            view={view}
            class="field-short"
            name={`paper.${index}.originals`}
            label={t('dossiers.form.originals')}
            start="1"
          />
          <input type="hidden" name={`paper.${index}.kept`} value={startOf(view, `paper.${index}.kept`)} />
          <KeptScans view={view} name={`paper.${index}.kept-names`} />
          <FileField
            t={t}
            name={`files.${index}`}
            label={t('dossiers.form.scan')}
            error={errorOf(errors, `files.${index}`)}
            optional
          />
        </fieldset>
      ))}
      <NoteText view={view} label={t('dossiers.form.note-only')} />
    </>
  );
}

/** Scans of a refused press are stored already and need not be chosen again. */
function KeptScans({ view, name }: { readonly view: FormView; readonly name: string }) {
  const names = startOf(view, name);
  if (!names) return null;
  return (
    <>
      <input type="hidden" name={name} value={names} />
      <p class="small">{view.t('dossiers.form.scan-kept', { name: names })}</p>
    </>
  );
}

/** Keeps the scans first; a wrong file refuses the whole press and names itself. */
async function filesOf(form: FormPress, index: number): Promise<Outcome<readonly AttachedFile[]>> {
  const { deps, press, typed, files } = form;
  const { accountId } = press.actor;
  const ids = typed
    .one(`paper.${index}.kept`)
    .split(',')
    .filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const kept = await listFiles(deps.db, ids);
  const attached = kept.filter((file) => file.accountId === accountId).map(asAttached);
  for (const file of files.filter((one) => one.field === `files.${index}` && one.size > 0)) {
    if (file.tooLarge)
      return refused('documents/file-too-large', { name: file.fileName, megabytes: 20 }, `files.${index}`);
    const stored = await inTransaction(deps.db, (tx) =>
      storeFile(
        tx,
        { ...deps, files: deps.papers.files },
        {
          from: file.path,
          originalName: file.fileName,
          storedAt: deps.clock.now(),
          accountId,
        },
      ),
    );
    if (!stored.ok) return { ok: false, refusal: { ...stored.refusal, field: `files.${index}` } };
    attached.push(asAttached(stored.value));
    form.keep(`paper.${index}.kept`, attached.map(({ id }) => id).join());
    form.keep(`paper.${index}.kept-names`, attached.map(({ name }) => name).join(', '));
  }
  return accepted(attached);
}

function asAttached(file: {
  id: string;
  originalName: string | null;
  mediaType: string;
  size: number;
}): AttachedFile {
  return { id: file.id, name: file.originalName ?? '', mediaType: file.mediaType, size: file.size };
}

async function receive(form: FormPress): Promise<Outcome<Done>> {
  const { deps, press, typed, dossier } = form;
  const papers: FiledPaper[] = [];
  for (const [index, { name }] of (dossier.guidance?.items ?? []).entries()) {
    const files = await filesOf(form, index);
    if (!files.ok) return files;
    if (!typed.has(`paper.${index}.there`) && files.value.length === 0) continue;
    const originals = Math.min(
      Math.max(Number.parseInt(typed.one(`paper.${index}.originals`), 10) || 0, 0),
      99,
    );
    papers.push({
      key: null,
      name,
      way: 'submit',
      originals,
      certifiedCopies: 0,
      photocopies: 0,
      files: files.value,
    });
  }
  return receiveSupplement(deps, press, { papers, note: typed.orNull('note') });
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
  {
    command: 'receive-supplement',
    slug: 'nhan-bo-sung',
    upload: true,
    fields: ReceiveFields,
    run: receive,
  },
  {
    command: 'ask-for-supplement',
    slug: 'bo-sung',
    fields: AskFields,
    run: async ({ deps, press, typed, dossier }) => {
      const read = typed.has('respondBy') ? parseCivilDate(typed.one('respondBy'), 'respondBy') : null;
      if (read && !read.ok) return read;
      const guidance = guidanceOf(typed, dossier.personal?.papers.length ?? 0);
      return askForSupplement(deps, press, { ...guidance, respondBy: read?.value ?? null });
    },
  },
];
