import { formatMoment } from '#kernel/civil-date.ts';
import type { PaperFacts, PaperPurpose } from '#modules/documents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Icon } from '#ui/components/icon.tsx';
import type { FiledPaper } from '../rules/filing.ts';
import { paths } from './page-deps.ts';

interface FiledPapersProps {
  readonly t: Words;
  readonly name: string;
  readonly papers: readonly FiledPaper[];
}

/** The papers that came with the dossier, and their scans. */
export function FiledPapers({ t, name, papers }: FiledPapersProps) {
  const scans = papers.reduce((sum, paper) => sum + paper.files.length, 0);
  return (
    <section class="stack o4" aria-labelledby="giay-to">
      <div class="row">
        <h2 id="giay-to">{t('dossiers.papers.heading')}</h2>
        <span class="small subtle">{t('dossiers.papers.count', { n: papers.length, scans })}</span>
      </div>
      {papers.length === 0 ? (
        <p class="subtle">{t('dossiers.papers.none')}</p>
      ) : (
        <DataTable
          t={t}
          caption={t('dossiers.papers.caption')}
          class="list papers2"
          rows={papers}
          columns={[
            {
              head: t('dossiers.papers.name'),
              rowHeader: true,
              class: 'wrapok',
              cell: (paper: FiledPaper) => paper.name,
            },
            { head: t('dossiers.papers.way'), cell: (paper) => t(`dossiers.papers.way-${paper.way}`) },
            { head: t('dossiers.papers.copies'), cell: (paper) => copiesText(t, paper) },
            { head: t('dossiers.papers.scans'), cell: (paper) => <Scans t={t} name={name} paper={paper} /> },
          ]}
        />
      )}
    </section>
  );
}

function copiesText(t: Words, paper: FiledPaper): string {
  return [
    paper.originals > 0 ? t('dossiers.papers.originals', { n: paper.originals }) : '',
    paper.certifiedCopies > 0 ? t('dossiers.papers.certified', { n: paper.certifiedCopies }) : '',
    paper.photocopies > 0 ? t('dossiers.papers.photocopies', { n: paper.photocopies }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function Scans({ t, name, paper }: { readonly t: Words; readonly name: string; readonly paper: FiledPaper }) {
  if (paper.files.length === 0) return <span class="subtle">{t('dossiers.papers.no-scan')}</span>;
  return paper.files.map((file, index) => {
    const n = index + 1;
    const label = t('dossiers.papers.scan-label', { paper: paper.name, n });
    return (
      <>
        {index > 0 ? ', ' : null}
        <a href={paths.at(name, `tep/${file.id}`)} aria-label={label}>
          <Icon name="file" />
          {t('dossiers.papers.scan', { n })}
        </a>
      </>
    );
  });
}

export type MadePaper = PaperFacts & { readonly purpose: PaperPurpose };

interface MadePapersProps {
  readonly t: Words;
  readonly name: string;
  readonly papers: readonly MadePaper[];
}

/** The papers that the office made: each to read on screen, and as it was printed. */
export function MadePapers({ t, name, papers }: MadePapersProps) {
  if (papers.length === 0) return null;
  return (
    <section class="stack o4" aria-labelledby="van-ban">
      <h2 id="van-ban">{t('dossiers.made.heading')}</h2>
      <DataTable
        t={t}
        caption={t('dossiers.made.caption')}
        class="list"
        rows={[...papers].reverse()}
        columns={[
          {
            head: t('dossiers.made.name'),
            rowHeader: true,
            class: 'wrapok',
            cell: (paper: MadePaper) => <PaperName t={t} paper={paper} />,
          },
          { head: t('dossiers.made.at'), cell: (paper) => formatMoment(paper.frozenAt) },
          { head: t('dossiers.made.open'), cell: (paper) => <PaperLinks t={t} name={name} paper={paper} /> },
        ]}
      />
    </section>
  );
}

function PaperName({ t, paper }: { readonly t: Words; readonly paper: MadePaper }) {
  const named = t(`documents.purpose.${paper.purpose}`);
  return (
    <>
      {named}
      {paper.number ? <span class="small subtle"> {paper.number}</span> : null}
      {paper.voidAt ? <span class="small subtle">, {t('dossiers.made.void')}</span> : null}
    </>
  );
}

function PaperLinks({
  t,
  name,
  paper,
}: {
  readonly t: Words;
  readonly name: string;
  readonly paper: MadePaper;
}) {
  const about = { paper: t(`documents.purpose.${paper.purpose}`), at: formatMoment(paper.frozenAt) };
  const label = (what: string) => t('dossiers.made.label', { what, ...about });
  const at = (what: string) => paths.at(name, `giay/${paper.id}${what}`);
  const html = t('dossiers.made.html');
  return (
    <>
      <a href={at('')} aria-label={label(html)}>
        {html}
      </a>
      ,{' '}
      <a href={at('.pdf')} aria-label={label('PDF')}>
        PDF
      </a>
    </>
  );
}
