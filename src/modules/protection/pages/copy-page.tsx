import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { OfficerLayout } from './officer-layout.tsx';
import { paths } from './page-deps.ts';
import type { PersonCopy } from './person-copy.ts';

interface CopyPageProps {
  readonly frame: DeskFrame;
  readonly questionId: string;
  readonly copy: PersonCopy;
}

/** The copy to print and hand over; the same as the file. */
export function CopyPage({ frame, questionId, copy }: CopyPageProps) {
  const { t } = frame;
  const title = t('protection.copy.title');
  return (
    <OfficerLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.question(questionId), label: t('protection.question.crumb') }]}
    >
      <PageTitle
        title={title}
        note={copy.agency}
        aside={<PrintButton>{t('protection.print')}</PrintButton>}
      />
      <div class="stack gap-8">
        <Facts
          facts={[
            { label: t('protection.copy.about'), value: copy.about },
            { label: t('protection.copy.made-at'), value: copy.madeAt },
            { label: t('protection.copy.reason'), value: `${copy.reason}, ${copy.reference}` },
          ]}
        />
        {copy.dossiers.map((dossier, index) => (
          <DossierPart t={t} dossier={dossier} index={index} />
        ))}
        {copy.dossiers.length === 0 ? <p>{t('protection.question.none')}</p> : null}
        {copy.drafts.map(({ procedure, changedOn }) => (
          <p>{t('protection.copy.draft', { procedure, date: changedOn })}</p>
        ))}
        <ReadsPart t={t} copy={copy} />
        <section class="stack gap-2" aria-labelledby="khong-co">
          <h2 id="khong-co">{t('protection.copy.not')}</h2>
          <ul>
            {copy.notIncluded.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </OfficerLayout>
  );
}

interface DossierPartProps {
  readonly t: Words;
  readonly dossier: PersonCopy['dossiers'][number];
  readonly index: number;
}

function DossierPart({ t, dossier, index }: DossierPartProps) {
  const { number, procedure, own } = dossier;
  const id = `ho-so-${index + 1}`;
  return (
    <section class="stack gap-2" aria-labelledby={id}>
      <h2 id={id}>{t('protection.copy.dossier', { number })}</h2>
      <Facts facts={[{ label: t('dossiers.list.procedure'), value: procedure }, ...factsOf(t, dossier)]} />
      {own.map((party, version) => (
        <>
          <h3>{t(version === 0 ? 'protection.copy.own' : 'protection.copy.own-before')}</h3>
          <Facts facts={Object.entries(party).map(([label, value]) => ({ label, value }))} />
        </>
      ))}
    </section>
  );
}

function factsOf(t: Words, dossier: PersonCopy['dossiers'][number]): Fact[] {
  const filed = dossier.filed.map(({ name, scans }) =>
    scans > 0 ? t('protection.copy.scanned', { name, n: scans }) : name,
  );
  const papers = dossier.papers.map(({ name, number, at }) => [name, number, at].filter(Boolean).join(', '));
  const facts: readonly (readonly [string, string | null])[] = [
    ['dossiers.list.state', dossier.state],
    ['protection.held.role', dossier.role],
    ['dossiers.list.received', dossier.received],
    ['protection.copy.took', dossier.tookResult],
    ['protection.copy.filed', filed.join('; ') || null],
    ['protection.copy.papers', papers.join('; ') || null],
    ['protection.copy.certified', dossier.certified.join('; ') || null],
    ['protection.copy.money', dossier.money.join('; ') || null],
    ['protection.held.until', dossier.kept],
  ];
  return facts.flatMap(([key, value]) => (value ? [{ label: t(key), value }] : []));
}

function ReadsPart({ t, copy }: { readonly t: Words; readonly copy: PersonCopy }) {
  return (
    <div class="stack gap-2">
      {copy.readsCut ? (
        <Notice tone="info" title={t('protection.copy.reads-cut', { n: copy.reads.length })} />
      ) : null}
      <DataTable
        t={t}
        caption={t('protection.copy.reads')}
        captionShown
        columns={[
          {
            head: t('protection.reads.when'),
            rowHeader: true,
            cell: (read) => <span class="nowrap">{read.at}</span>,
          },
          { head: t('protection.reads.dossier'), cell: (read) => read.dossier },
          { head: t('protection.reads.by'), class: 'wrapok', cell: (read) => read.by },
          { head: t('protection.reads.why'), class: 'wrapok', cell: (read) => read.why },
          { head: t('protection.reads.result'), cell: (read) => read.result },
        ]}
        rows={copy.reads}
      />
    </div>
  );
}
