// biome-ignore-all lint/a11y/noRedundantRoles: styles show rows as cards on phones, and browsers then forget the roles
// biome-ignore-all lint/a11y/useSemanticElements: as above, it is a th already
import type { RequiredPaper } from '#modules/catalogue/index.ts';
import { FormBlock } from '#ui/components/form-block.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { FieldError } from '#ui/fields/field.tsx';
import { fieldId } from '#ui/fields/field-id.ts';
import { isTicked, prefixesOf } from '../rules/fields.ts';
import { isCopied } from '../rules/like-before.ts';
import { Problems } from '../rules/problems.ts';
import { askedCounts, type Counts, readCounts } from '../rules/read-papers.ts';
import { CountFields, countsInWords } from './count-fields.tsx';
import { fieldProps, type IntakeView } from './intake-view.ts';
import { ScanCell } from './scan-cell.tsx';

/** The tick-list of the case: what was handed in or shown, how many of each, and the scans. */
export function PapersBlock({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { offer, draft } = view.opened;
  const upload = (
    <PressLink press="upload" class="push small">
      {t('counter.papers.upload')}
    </PressLink>
  );
  return (
    <FormBlock number={3} title={t('counter.papers.title')} aside={upload}>
      <table class="ds-table cards papers" data-color="neutral" role="table">
        <caption class="ds-sr-only">{t('counter.papers.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {['name', 'way', 'counts', 'scans'].map((column) => (
              <th role="columnheader" scope="col">
                {t(`counter.papers.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {offer.papers.map((paper) => (
            <PaperRow view={view} paper={paper} />
          ))}
          {prefixesOf(draft.fields, 'extra').map((prefix) => (
            <ExtraRow view={view} prefix={prefix} />
          ))}
        </tbody>
      </table>
      <p>
        <PressLink press="add-paper">{t('counter.papers.add')}</PressLink>
      </p>
    </FormBlock>
  );
}

function PaperRow({ view, paper }: { readonly view: IntakeView; readonly paper: RequiredPaper }) {
  const { t } = view.frame;
  const prefix = `papers.${paper.key}`;
  const name = `${prefix}.there`;
  const { error } = fieldProps(view, name);
  return (
    <tr role="row">
      <td role="cell">
        <span class="touch">
          <input
            class="ds-input"
            type="checkbox"
            id={fieldId(name)}
            name={name}
            value="1"
            checked={isTicked(view.opened.draft.fields, name)}
            data-affects=""
            aria-invalid={error ? 'true' : undefined}
          />
        </span>
      </td>
      <th role="rowheader" scope="row">
        <label for={fieldId(name)}>{paper.name}</label>
        <PaperNote t={t} paper={paper} />
        <CopiedMark view={view} prefix={prefix} />
        <FieldError name={name} text={error} />
      </th>
      <CountCells view={view} prefix={prefix} name={paper.name} asked={askedCounts(paper)} />
      <td role="cell">
        <ScanCell view={view} paper={paper.key} name={paper.name} />
      </td>
    </tr>
  );
}

function PaperNote({ t, paper }: { readonly t: IntakeView['frame']['t']; readonly paper: RequiredPaper }) {
  const notes = [
    ...(paper.required ? [] : [t('counter.papers.not-always')]),
    ...(paper.condition ? [paper.condition] : []),
    ...(paper.kind === 'e-form' ? [t('counter.papers.e-form')] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <>
      <br />
      <small class="subtle">{notes.join(' · ')}</small>
    </>
  );
}

const oneOriginal: Counts = { way: 'submit', originals: 1, certifiedCopies: 0, photocopies: 0 };

function ExtraRow({ view, prefix }: { readonly view: IntakeView; readonly prefix: string }) {
  const { t } = view.frame;
  const name = `${prefix}.name`;
  const { value, error } = fieldProps(view, name);
  return (
    <tr role="row">
      <td role="cell" />
      <th role="rowheader" scope="row">
        <label class="ds-sr-only" for={fieldId(name)}>
          {t('counter.papers.extra-name')}
        </label>
        <input
          class="ds-input"
          type="text"
          id={fieldId(name)}
          name={name}
          value={value}
          maxLength={600}
          autocomplete="off"
          aria-invalid={error ? 'true' : undefined}
        />
        <FieldError name={name} text={error} />
        <CopiedMark view={view} prefix={prefix} />
        <PressLink press={`remove:${prefix}`} class="small">
          {t('counter.papers.remove')}
        </PressLink>
      </th>
      <CountCells
        view={view}
        prefix={prefix}
        name={value || t('counter.papers.extra-name')}
        asked={oneOriginal}
      />
      <td role="cell">
        <ScanCell view={view} paper={prefix} name={value || t('counter.papers.extra-name')} />
      </td>
    </tr>
  );
}

interface CountCellsProps {
  readonly view: IntakeView;
  readonly prefix: string;
  readonly name: string;
  readonly asked: Counts;
}

/** Its numbers come from the dossier before, as they are. */
function CopiedMark({ view, prefix }: { readonly view: IntakeView; readonly prefix: string }) {
  const { like, fields } = view.opened.draft;
  if (like === null || !isCopied(fields, like.copied, `${prefix}.originals`)) return null;
  return <p class="small subtle">{view.frame.t('counter.like.copied')}</p>;
}

/** What is usual stands there as text; opened only where it differs. */
function CountCells({ view, prefix, name, asked }: CountCellsProps) {
  const { t } = view.frame;
  const counts = readCounts(view.opened.draft.fields, prefix, asked, new Problems());
  const wrong = view.errors.some(({ field }) => field?.startsWith(`${prefix}.`) && !field.endsWith('.there'));
  return (
    <>
      <td role="cell">{t(`counter.way.${counts.way}`)}</td>
      <td role="cell">
        <details open={wrong}>
          <summary>
            {countsInWords(t, counts)}
            <span class="ds-sr-only"> {t('counter.papers.change', { name })}</span>
          </summary>
          <CountFields view={view} prefix={prefix} counts={counts} />
        </details>
      </td>
    </>
  );
}
