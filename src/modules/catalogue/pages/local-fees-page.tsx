import { formatCivilDate } from '#kernel/civil-date.ts';
import { dong, formatDong } from '#kernel/money.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { State } from '#ui/components/state.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { LocalFee } from '../rules/local-fee.ts';
import { ChooseAgency } from './choose-agency.tsx';
import type { LocalFeeLine } from './local-fees-view.ts';
import { paths } from './paths.ts';

export interface LocalFeesView {
  readonly frame: DeskFrame;
  readonly agencies: readonly OfficeInForce[];
  readonly agency: OfficeInForce;
  readonly lines: readonly LocalFeeLine[];
}

/** What the law leaves to the province: which amounts are set at an agency, and which are still typed at intake. */
export function LocalFeesPage({ view }: { readonly view: LocalFeesView }) {
  const { frame, lines } = view;
  const { t } = frame;
  const title = t('catalogue.local-fees.title');
  const missing = lines.filter((line) => line.inForce.length === 0).length;
  return (
    <DeskLayout frame={frame} title={title} crumbs={[{ label: t('catalogue.admin') }, { label: title }]}>
      <PageTitle
        title={title}
        note={t('catalogue.local-fees.note')}
        aside={<PrintButton>{t('catalogue.local-fees.print')}</PrintButton>}
      />
      <div class="stack">
        <ChooseAgency t={t} action={paths.localFees} agencies={view.agencies} agency={view.agency} />
        {lines.length === 0 ? (
          <Empty title={t('catalogue.local-fees.none')}>{t('catalogue.local-fees.none-now')}</Empty>
        ) : (
          <section class="stack" aria-labelledby="muc-thu">
            <div class="row">
              <h2 id="muc-thu">{view.agency.name}</h2>
              {missing > 0 ? (
                <State icon="alert" tone="warning">
                  {t('catalogue.local-fees.missing', { n: missing, all: lines.length })}
                </State>
              ) : (
                <State icon="ok" tone="success">
                  {t('catalogue.local-fees.complete', { all: lines.length })}
                </State>
              )}
            </div>
            <DataTable t={t} caption={title} columns={columns(t, view)} rows={lines} walkable />
          </section>
        )}
      </div>
    </DeskLayout>
  );
}

function columns(t: Words, { agency }: LocalFeesView) {
  return [
    {
      head: t('catalogue.local-fees.procedure'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ procedure, index, per }: LocalFeeLine) => (
        <>
          <a href={paths.setAt(procedure.code, agency.code, index)}>{procedure.name}</a>{' '}
          <span class="subtle nowrap">
            {procedure.code}, {t('catalogue.local-fees.per', { per })}
          </span>
        </>
      ),
    },
    {
      head: t('catalogue.local-fees.amount'),
      class: 'wrapok',
      cell: ({ inForce }: LocalFeeLine) =>
        inForce.length === 0 ? (
          <State icon="alert" tone="warning">
            {t('catalogue.local-fees.not-set')}
          </State>
        ) : (
          inForce.map((fee) => <div>{amountInWords(t, fee)}</div>)
        ),
    },
    {
      head: t('catalogue.local-fees.resolution'),
      class: 'wrapok',
      cell: ({ inForce }: LocalFeeLine) => inForce.map((fee) => <div>{resolutionInWords(t, fee)}</div>),
    },
    {
      head: t('catalogue.local-fees.since'),
      class: 'wrapok',
      cell: ({ inForce, coming }: LocalFeeLine) => (
        <>
          {inForce.map((fee) => (
            <div>{timeInWords(t, fee)}</div>
          ))}
          {coming.map((fee) => (
            <div class="subtle">
              {t('catalogue.local-fees.coming', {
                amount: amountInWords(t, fee),
                from: formatCivilDate(fee.validFrom),
              })}
            </div>
          ))}
        </>
      ),
    },
  ];
}

/** `100.000 đ`, `0 đ (trực tuyến)`. */
export function amountInWords(t: Words, { amount, channel }: Pick<LocalFee, 'amount' | 'channel'>): string {
  const said = formatDong(dong(amount));
  return channel === null ? said : `${said} (${t(`catalogue.channel.${channel}`)})`;
}

/** `Nghị quyết 06/2020/NQ-HĐND ngày 10/07/2020 của HĐND tỉnh Đồng Tháp`. */
export function resolutionInWords(t: Words, { resolution }: Pick<LocalFee, 'resolution'>): string {
  const { number, date, body } = resolution;
  return t('catalogue.local-fees.resolution-text', { number, date: formatCivilDate(date), body });
}

export function timeInWords(
  t: Words,
  { validFrom, validTo }: Pick<LocalFee, 'validFrom' | 'validTo'>,
): string {
  const from = formatCivilDate(validFrom);
  return validTo === null
    ? t('catalogue.local-fees.from', { from })
    : t('catalogue.local-fees.from-to', { from, to: formatCivilDate(validTo) });
}
