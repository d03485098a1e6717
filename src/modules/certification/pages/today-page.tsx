import { dong, formatDong } from '#kernel/money.ts';
import type { PersonOfOffice } from '#modules/identity/index.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Today, TodayLine } from '../actions/list-today.ts';
import { paths } from './paths.ts';
import { readyColumns, toSignColumns } from './today-columns.tsx';
import { Ways } from './ways.tsx';

export interface TodayView {
  readonly frame: DeskFrame;
  readonly today: Today;
  /** Electronic copies not handed over yet. */
  readonly copies: number;
  readonly signers: readonly PersonOfOffice[];
  /** Value of the box of a line: dossier, length of its history, key of the press. */
  readonly boxOf: (line: TodayLine) => string;
  /** Numbers of dossiers whose boxes were ticked. */
  readonly ticked: ReadonlySet<string>;
  readonly signer: string | undefined;
  /** How many were signed by the press before. */
  readonly signed: number;
  /** How many of them were given to who waited. */
  readonly returned: number;
  readonly errors: readonly FormError[];
}

/** What waits for the leader's hand, and what the person can have. */
export function TodayPage({ view }: { readonly view: TodayView }) {
  const { frame, today, errors, signed, returned } = view;
  const { t } = frame;
  const title = t('certification.today.title');
  const { documents, copies, fees } = today.sum;
  return (
    <DeskLayout frame={frame} title={title} keys={keysOf(view)}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle
        title={title}
        note={t('certification.today.sum', { documents, copies, fees: formatDong(dong(fees)) })}
      />
      <Ways t={t} current="today" />
      <div class="stack">
        {signed > 0 ? (
          <Notice tone="success" live>
            <p>
              {t(`certification.today.${returned > 0 ? 'signed-returned' : 'signed'}`, {
                n: signed,
                returned,
              })}
            </p>
          </Notice>
        ) : null}
        {view.copies > 0 ? (
          <p>
            <a href={paths.electronic}>{t('certification.today.copies', { n: view.copies })}</a>
          </p>
        ) : null}
        {today.toSign.length > 0 ? <ToSign view={view} /> : null}
        {today.ready.length > 0 ? (
          <section class="stack" aria-labelledby="cho-tra">
            <h2 id="cho-tra">{t('certification.today.ready')}</h2>
            <DataTable
              t={t}
              caption={t('certification.today.ready')}
              columns={readyColumns(t)}
              rows={today.ready}
              walkable={today.toSign.length === 0}
            />
          </section>
        ) : null}
        {today.toSign.length + today.ready.length === 0 ? (
          <Empty title={t('certification.today.none')}>
            <p>{t('certification.today.none-now')}</p>
          </Empty>
        ) : null}
      </div>
    </DeskLayout>
  );
}

function keysOf({ frame: { t } }: TodayView) {
  return [
    { keys: 'j k', text: t('certification.keys.walk') },
    { keys: 'x', text: t('certification.keys.tick') },
    { keys: 'Enter', text: t('certification.keys.open') },
    { keys: 'Ctrl Enter', text: t('certification.today.sign') },
    { keys: 'Alt 5', text: t('certification.today.sign-return') },
  ];
}

function ToSign({ view }: { readonly view: TodayView }) {
  const { frame, today, signers, errors, ticked } = view;
  const { t } = frame;
  return (
    <form class="stack tight" method="post" action={paths.today} data-once>
      <CsrfField token={frame.csrf} />
      <h2>{t('certification.today.to-sign')}</h2>
      <p class="subtle small">{t('certification.today.sign-note')}</p>
      <DataTable
        t={t}
        caption={t('certification.today.to-sign')}
        columns={toSignColumns(t)}
        rows={today.toSign}
        walkable
        select={{
          name: 'chon',
          value: view.boxOf,
          label: (line) => line.dossier.name,
          selected: (line) => ticked.has(line.dossier.name),
        }}
      />
      <div class="row end sign-many">
        <span class="subtle" data-selected={t('certification.today.choose')} aria-live="polite" />
        <SelectField
          t={t}
          name="signerAccountId"
          label={t('certification.today.signer')}
          options={signers.map(({ accountId, name, title }) => ({
            value: accountId,
            label: `${name}, ${title}`,
          }))}
          value={view.signer ?? signers[0]?.accountId}
          error={errorOf(errors, 'signerAccountId')}
        />
        <Button shortcut="Control+Enter">{t('certification.today.sign')}</Button>
        <PressLink press="words">{t('certification.today.words')}</PressLink>
        <Button name="press" value="return" variant="secondary" shortcut="Alt+5">
          {t('certification.today.sign-return')}
        </Button>
      </div>
    </form>
  );
}
