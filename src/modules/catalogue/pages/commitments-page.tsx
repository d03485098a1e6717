import { formatCivilDate } from '#kernel/civil-date.ts';
import { limitInWords } from '#modules/calendar/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type CommittedLimit, commitmentOf, limitsToShorten } from '../rules/commitment.ts';
import type { Procedure } from '../rules/procedure.ts';
import { ChooseAgency } from './choose-agency.tsx';
import type { CommitmentLine } from './commitments-view.ts';
import type { LocalFeesQuestion } from './local-fees-view.ts';
import { commitmentPaths } from './paths.ts';

export interface CommitmentsView extends LocalFeesQuestion {
  readonly frame: DeskFrame;
  readonly lines: readonly CommitmentLine[];
}

/** Which limits an agency promises to keep shorter than the law. */
export function CommitmentsPage({ view }: { readonly view: CommitmentsView }) {
  const { frame, lines, agency } = view;
  const { t } = frame;
  const title = t('catalogue.commitments.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={[{ label: t('catalogue.admin') }, { label: title }]}>
      <PageTitle
        title={title}
        note={t('catalogue.commitments.note')}
        aside={<PrintButton>{t('catalogue.local-fees.print')}</PrintButton>}
      />
      <div class="stack">
        <ChooseAgency t={t} action={commitmentPaths.all} agencies={view.agencies} agency={agency} />
        {lines.length === 0 ? (
          <Empty title={t('catalogue.commitments.none')}>{t('catalogue.commitments.none-now')}</Empty>
        ) : (
          <section class="stack" aria-labelledby="cam-ket">
            <h2 id="cam-ket">{agency.name}</h2>
            <DataTable t={t} caption={title} columns={columns(t, agency.code)} rows={lines} walkable />
          </section>
        )}
      </div>
    </DeskLayout>
  );
}

function columns(t: Words, agency: string) {
  return [
    {
      head: t('catalogue.local-fees.procedure'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ procedure }: CommitmentLine) => (
        <>
          <a href={commitmentPaths.setAt(procedure.code, agency)}>{procedure.name}</a>{' '}
          <span class="subtle nowrap">{procedure.code}</span>
        </>
      ),
    },
    {
      head: t('catalogue.commitments.legal'),
      class: 'wrapok',
      labelled: true,
      cell: ({ procedure }: CommitmentLine) => legalInWords(t, procedure),
    },
    {
      head: t('catalogue.commitments.promised'),
      class: 'wrapok',
      labelled: true,
      cell: ({ inForce, coming }: CommitmentLine) => (
        <>
          <span class="nowrap">
            {inForce ? (
              <strong>{limitInWords(t, inForce.limit)}</strong>
            ) : (
              t('catalogue.commitments.as-legal')
            )}
          </span>
          {coming.map((one) => (
            <div class="subtle">
              {t('catalogue.commitments.coming', {
                limit: promisedInWords(t, one),
                from: formatCivilDate(one.validFrom),
              })}
            </div>
          ))}
        </>
      ),
    },
    {
      head: t('catalogue.commitments.decision'),
      class: 'wrapok',
      labelled: true,
      cell: ({ inForce }: CommitmentLine) => (inForce ? commitmentOf(inForce)?.basis : '–'),
    },
  ];
}

/** `10 ngày làm việc; 20 ngày làm việc`: of each case once. */
export function legalInWords(t: Words, procedure: Procedure): string {
  return [...new Set(limitsToShorten(procedure).map((limit) => limitInWords(t, limit)))].join('; ');
}

export function promisedInWords(t: Words, { limit }: Pick<CommittedLimit, 'limit'>): string {
  return limit ? limitInWords(t, limit) : t('catalogue.commitments.as-legal');
}
