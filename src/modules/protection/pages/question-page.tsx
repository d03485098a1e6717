import { dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import { maskedNumber } from '#kernel/masked-number.ts';
import { MOST_HOLDINGS } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { StatusTag } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { Answer } from '../actions/answer.ts';
import { heldColumns } from './held-columns.tsx';
import { OfficerLayout } from './officer-layout.tsx';
import { paths } from './page-deps.ts';

interface QuestionPageProps {
  readonly frame: DeskFrame;
  readonly answer: Answer;
  /** Names of the people whose drafts these are. */
  readonly names: ReadonlyMap<string, string>;
}

/** Everything held about one number, dossier by dossier. */
export function QuestionPage({ frame, answer, names }: QuestionPageProps) {
  const { t } = frame;
  const { question, dossiers } = answer;
  const title = t('protection.question.title', { number: maskedNumber(question.number) });
  return (
    <OfficerLayout frame={frame} title={title}>
      <PageTitle
        title={title}
        note={questionText(t, answer)}
        aside={<PrintButton>{t('protection.print')}</PrintButton>}
      />
      <div class="stack">
        <Ways t={t} id={question.id} />
        {dossiers.length >= MOST_HOLDINGS ? (
          <Notice tone="warning" title={t('protection.question.too-many', { n: MOST_HOLDINGS })} />
        ) : null}
        {dossiers.length > 0 ? (
          <DataTable
            t={t}
            caption={t('protection.question.dossiers', { n: dossiers.length })}
            captionShown
            columns={heldColumns(t)}
            rows={dossiers}
          />
        ) : (
          <Empty title={t('protection.question.none')}>
            <p>{t('protection.question.none-note')}</p>
          </Empty>
        )}
        <Drafts t={t} answer={answer} names={names} />
        <p class="small subtle">{t('protection.question.limits')}</p>
      </div>
    </OfficerLayout>
  );
}

function questionText(t: Words, { question }: Answer): string {
  const { reason, reference, askedAt } = question;
  return t('protection.question.note', {
    reason: t(`protection.reason.${reason}`),
    reference,
    at: formatMoment(askedAt),
  });
}

function Ways({ t, id }: { readonly t: Words; readonly id: string }) {
  return (
    <ul class="row no-print">
      <li>
        <a href={paths.readsOfPerson(id)}>{t('protection.person-reads.title')}</a>
      </li>
      <li>
        <a href={paths.copy(id)}>{t('protection.copy.open')}</a>
      </li>
      <li>
        <a href={paths.copyFile(id)}>{t('protection.copy.file')}</a>
      </li>
    </ul>
  );
}

type Draft = Answer['drafts'][number];

function Drafts({ t, answer, names }: Omit<QuestionPageProps, 'frame'> & { readonly t: Words }) {
  const { drafts } = answer;
  if (drafts.length === 0) return <p>{t('protection.question.no-drafts')}</p>;
  const columns: Column<Draft>[] = [
    {
      head: t('dossiers.list.procedure'),
      rowHeader: true,
      class: 'wrapok',
      cell: (draft) => draft.procedureName,
    },
    {
      head: t('protection.question.draft-of'),
      labelled: true,
      cell: (draft) => names.get(draft.accountId) ?? '',
    },
    {
      head: t('protection.question.draft-since'),
      labelled: true,
      cell: (draft) => formatCivilDate(dateOf(draft.updatedAt)),
    },
    {
      head: t('dossiers.list.state'),
      cell: () => <StatusTag icon="clock">{t('protection.question.draft-goes')}</StatusTag>,
    },
  ];
  return (
    <DataTable
      t={t}
      caption={t('protection.question.drafts', { n: drafts.length })}
      captionShown
      columns={columns}
      rows={drafts}
    />
  );
}
