import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ReviewRow } from '../rules/review-list.ts';
import type { HalfYear } from '../rules/review-period.ts';
import type { Review } from '../store/reviews.ts';
import { momentInWords } from './account-facts.tsx';
import { adminCrumbs, adminPaths } from './admin-deps.ts';

export function halfInWords(t: Words, { year, half }: HalfYear): string {
  return t('identity.review.half', { half: half === 1 ? 'I' : 'II', year });
}

interface ReviewsPageProps {
  readonly frame: DeskFrame;
  readonly reviews: readonly Review[];
  readonly now: HalfYear;
  readonly overdue: boolean;
  readonly last: CivilDate | null;
}

/** The half-yearly reviews of accounts; the one of this half is begun from here. */
export function ReviewsPage({ frame, reviews, now, overdue, last }: ReviewsPageProps) {
  const { t } = frame;
  const title = t('identity.review.title');
  const done = reviews.some((one) => one.year === now.year && one.half === now.half);
  return (
    <DeskLayout frame={frame} title={title} crumbs={adminCrumbs(t, { label: title })}>
      <PageTitle
        title={title}
        note={t('identity.review.note')}
        aside={
          done ? undefined : (
            <LinkButton href={adminPaths.newReview}>
              {t('identity.review.begin', { half: halfInWords(t, now) })}
            </LinkButton>
          )
        }
      />
      <div class="stack">
        {overdue ? (
          <Notice tone="warning">
            <p>
              {last
                ? t('identity.review.overdue', { last: formatCivilDate(last) })
                : t('identity.review.overdue-never')}
            </p>
          </Notice>
        ) : null}
        {reviews.length === 0 ? (
          <Empty title={t('identity.review.none')}>{t('identity.review.none-note')}</Empty>
        ) : (
          <DataTable
            t={t}
            caption={title}
            rows={reviews}
            columns={[
              {
                head: t('identity.review.period'),
                rowHeader: true,
                cell: (one) => <a href={adminPaths.review(one.id)}>{halfInWords(t, one)}</a>,
              },
              { head: t('identity.review.signed-by'), cell: ({ signerName }) => signerName },
              { head: t('identity.review.signed-at'), cell: ({ machineAt }) => momentInWords(machineAt) },
            ]}
          />
        )}
      </div>
    </DeskLayout>
  );
}

interface ReviewPageProps {
  readonly frame: DeskFrame;
  readonly review: Review;
  readonly rows: readonly ReviewRow[];
}

/** A signed review as it is printed and kept. */
export function ReviewPage({ frame, review, rows }: ReviewPageProps) {
  const { t } = frame;
  const title = t('identity.review.of', { half: halfInWords(t, review) });
  const disabled = rows.filter((row) => row.decision === 'disabled').length;
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={adminCrumbs(
        t,
        { href: adminPaths.reviews, label: t('identity.review.title') },
        { label: title },
      )}
    >
      <PageTitle
        title={title}
        note={t('identity.review.sum', { all: rows.length, kept: rows.length - disabled, disabled })}
        aside={<PrintButton>{t('identity.review.print')}</PrintButton>}
      />
      <div class="stack">
        <DataTable t={t} caption={title} rows={rows} columns={rowColumns(t)} />
        <p>
          {t('identity.review.signature', { name: review.signerName, at: momentInWords(review.machineAt) })}
        </p>
        <p class="small subtle">
          {t('identity.review.digest')}: <code class="wrapok">{review.listSha256}</code>
        </p>
      </div>
    </DeskLayout>
  );
}

function rowColumns(t: Words) {
  return [
    { head: t('identity.accounts.name'), rowHeader: true, cell: (row: ReviewRow) => row.accountName },
    { head: t('identity.people.name'), cell: (row: ReviewRow) => row.personName },
    {
      head: t('identity.people.posts'),
      class: 'wrapok',
      cell: (row: ReviewRow) => row.posts || t('identity.people.no-post'),
    },
    { head: t('identity.accounts.last-sign-in'), cell: (row: ReviewRow) => signInText(t, row) },
    {
      head: t('identity.review.decision'),
      cell: (row: ReviewRow) =>
        row.state === 'disabled'
          ? t('identity.review.was-disabled')
          : t(`identity.review.decided.${row.decision}`),
    },
  ];
}

export function signInText(t: Words, { lastSignInAt }: Pick<ReviewRow, 'lastSignInAt'>): string {
  return lastSignInAt ? momentInWords(lastSignInAt as Review['machineAt']) : t('identity.accounts.never');
}
