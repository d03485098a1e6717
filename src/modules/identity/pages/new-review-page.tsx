import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorSummary, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { fieldId } from '#ui/fields/field-id.ts';
import { FieldList } from '#ui/fields/field-list.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { ReviewedAccount } from '../rules/review-list.ts';
import type { HalfYear } from '../rules/review-period.ts';
import { adminCrumbs, adminPaths } from './admin-deps.ts';
import { halfInWords, signInText } from './reviews-page.tsx';

interface NewReviewPageProps {
  readonly frame: DeskFrame;
  readonly period: HalfYear;
  readonly accounts: readonly ReviewedAccount[];
  /** Digest of the list that is shown. */
  readonly seen: string;
  readonly newId: string;
  /** Account id → choice, when it comes back. */
  readonly decisions: ReadonlyMap<string, string>;
  readonly reason: string;
  readonly errors: readonly FormError[];
}

/** Every account, kept or disabled, and the signature under it. */
export function NewReviewPage(props: NewReviewPageProps) {
  const { frame, period, accounts, seen, errors } = props;
  const { t } = frame;
  const title = t('identity.review.of', { half: halfInWords(t, period) });
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
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} note={t('identity.review.lead', { n: accounts.length })} />
      <form method="post" action={adminPaths.newReview} class="stack">
        <CsrfField token={frame.csrf} />
        <input type="hidden" name="lan" value={props.newId} />
        <input type="hidden" name="da-xem" value={seen} />
        <DataTable t={t} caption={title} rows={accounts} columns={columnsOf(t, props.decisions)} />
        <div class="read stack">
          <FieldList
            t={t}
            errors={errors}
            typed={{ 'ly-do': props.reason }}
            fields={[
              { kind: 'text', name: 'ly-do', label: t('identity.review.reason'), optional: true },
              {
                kind: 'password',
                name: 'mat-khau',
                label: t('identity.review.password'),
                hint: t('identity.review.password-hint'),
              },
            ]}
          />
          <div class="row">
            <Button icon="sign">{t('identity.review.sign')}</Button>
            <a href={adminPaths.reviews}>{t('ui.form.back')}</a>
          </div>
        </div>
      </form>
    </DeskLayout>
  );
}

function columnsOf(t: Words, decisions: ReadonlyMap<string, string>): Column<ReviewedAccount>[] {
  return [
    { head: t('identity.accounts.name'), rowHeader: true, cell: ({ accountName }) => accountName },
    { head: t('identity.people.name'), cell: ({ personName }) => personName },
    {
      head: t('identity.people.posts'),
      class: 'wrapok',
      cell: ({ posts }) => posts || t('identity.people.no-post'),
    },
    { head: t('identity.accounts.last-sign-in'), cell: (one) => signInText(t, one) },
    {
      head: t('identity.review.decision'),
      cell: (one) =>
        one.state === 'disabled' ? (
          t('identity.review.was-disabled')
        ) : (
          <Choice t={t} account={one} chosen={decisions.get(one.accountId) ?? ''} />
        ),
    },
  ];
}

/** Nothing is chosen beforehand: a review that keeps everybody unread is none. */
function Choice({
  t,
  account,
  chosen,
}: {
  readonly t: Words;
  readonly account: ReviewedAccount;
  readonly chosen: string;
}) {
  const name = `tk-${account.accountName}`;
  return (
    <select
      class="ds-input decide"
      name={`tk-${account.accountId}`}
      id={fieldId(name)}
      aria-label={t('identity.review.decide-on', { account: account.accountName })}
    >
      {['', 'kept', 'disabled'].map((value) => (
        <option value={value} selected={value === chosen}>
          {value === '' ? t('identity.admin.choose') : t(`identity.review.choice.${value}`)}
        </option>
      ))}
    </select>
  );
}
