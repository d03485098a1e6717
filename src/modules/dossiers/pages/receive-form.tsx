import { accepted, type Outcome, type Refused } from '#kernel/refusal.ts';
import { errorOf } from '#ui/components/error-summary.tsx';
import { CheckboxField } from '#ui/fields/checkbox-field.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import type { Done } from '../actions/deps.ts';
import { receiveSupplement } from '../actions/receive-supplement.ts';
import { mayCommand } from '../rules/access.ts';
import type { AttachedFile, FiledPaper } from '../rules/filing.ts';
import { type CommandForm, type FormPressOn, type FormView, startOf } from './command-form.ts';
import { NoteText, ShortText } from './form-parts.tsx';
import { FormScans } from './form-scans.ts';

const command = 'receive-supplement';

function ReceiveFields(view: FormView) {
  const { t, dossier, errors } = view;
  return (
    <>
      <input type="hidden" name="kept-by" value={startOf(view, 'kept-by')} />
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

/** Scans of a refused press are kept for a day and need not be chosen again. */
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

function paperOf(
  { typed }: FormPressOn,
  index: number,
  name: string,
  files: readonly AttachedFile[],
): FiledPaper {
  const typedCount = Number.parseInt(typed.one(`paper.${index}.originals`), 10) || 0;
  return {
    key: null,
    name,
    way: 'submit',
    originals: Math.min(Math.max(typedCount, 0), 99),
    certifiedCopies: 0,
    photocopies: 0,
    files,
  };
}

/**
 * Scans are stored only for a press that may succeed; who presses twice, or too late, is answered without. What
 * the press does not file waits in the form that comes back, or is destroyed.
 */
async function receive(form: FormPressOn): Promise<Outcome<Done>> {
  const { deps, press, typed, dossier } = form;
  const may = mayCommand(dossier, command, press.actor).ok;
  const scans = new FormScans(may ? form : { ...form, files: [] }, command);
  const papers = await papersOf(form, scans);
  const done = papers.ok
    ? await receiveSupplement(deps, press, { papers: papers.value, note: typed.orNull('note') })
    : papers;
  if (!done.ok || done.value.repeated) await scans.settle();
  return done;
}

/** All scans that can be kept are, whichever file is wrong; the first wrong one is said. */
async function papersOf(form: FormPressOn, scans: FormScans): Promise<Outcome<readonly FiledPaper[]>> {
  const { typed, dossier } = form;
  const papers: FiledPaper[] = [];
  let wrong: Refused | undefined;
  for (const [index, { name }] of (dossier.guidance?.items ?? []).entries()) {
    const files = await scans.ofPaper(index);
    if (!files.ok) wrong ??= files;
    else if (typed.has(`paper.${index}.there`) || files.value.length > 0)
      papers.push(paperOf(form, index, name, files.value));
  }
  return wrong ?? accepted(papers);
}

/** What was missing has come: ticked, counted, scanned. */
export const receiveForm: CommandForm = {
  command,
  slug: 'nhan-bo-sung',
  upload: true,
  fields: ReceiveFields,
  runOn: receive,
};
