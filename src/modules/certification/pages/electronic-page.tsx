import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { bookLabel, numberLabel } from '../rules/books.ts';
import type { ListedCopy } from '../store/electronic-copies.ts';
import type { ElectronicView } from './electronic-view.ts';
import { paths } from './paths.ts';
import { SignForm } from './sign-form.tsx';
import { Ways } from './ways.tsx';

/** Electronic copies that were wished for and are not handed over yet. */
export function ElectronicPage({ view }: { readonly view: ElectronicView }) {
  const { frame, copies, errors, signed } = view;
  const { t } = frame;
  const { toScan, toSign, toGive, signs, certifies } = copies;
  const title = t('certification.electronic.title');
  const counts = { scan: toScan.length, sign: toSign.length, give: toGive.length };
  const keys = [
    { keys: 'j k', text: t('certification.keys.walk') },
    { keys: 'x', text: t('certification.keys.tick') },
  ];
  return (
    <DeskLayout frame={frame} title={title} keys={signs ? keys : []}>
      <ErrorSummary t={t} errors={errors} />
      <PageTitle title={title} note={t('certification.electronic.note', counts)} />
      <Ways t={t} current="electronic" onlyBook={!certifies} signs />
      <div class="stack">
        {signed > 0 ? (
          <Notice tone="success" live>
            <p>{t('certification.electronic.signed-now', { n: signed })}</p>
          </Notice>
        ) : null}
        {signs && toSign.length > 0 ? (
          <SignForm view={view} columns={columnsOf(frame, 'sign')} />
        ) : (
          <Part frame={frame} what="sign" copies={toSign} />
        )}
        <Part frame={frame} what="scan" copies={toScan} />
        <Part frame={frame} what="give" copies={toGive} />
        {toScan.length + toSign.length + toGive.length === 0 ? (
          <Empty title={t('certification.electronic.none')}>
            <p>{t('certification.electronic.none-note')}</p>
          </Empty>
        ) : null}
      </div>
    </DeskLayout>
  );
}

type What = 'scan' | 'sign' | 'give';

interface PartProps {
  readonly frame: DeskFrame;
  readonly what: What;
  readonly copies: readonly ListedCopy[];
}

function Part({ frame, what, copies }: PartProps) {
  const { t } = frame;
  if (copies.length === 0) return null;
  const title = t(`certification.electronic.to-${what}`);
  return (
    <section class="stack tight" aria-labelledby={`ban-${what}`}>
      <h2 id={`ban-${what}`}>{title}</h2>
      <DataTable t={t} caption={title} columns={columnsOf(frame, what)} rows={copies} />
    </section>
  );
}

function columnsOf({ t }: DeskFrame, what: What): Column<ListedCopy>[] {
  return [
    {
      head: t('certification.book.number'),
      class: 'nr',
      rowHeader: true,
      cell: (copy) => (
        <a href={paths.copy(copy)}>{`${numberLabel(copy.entry.number)} ${bookLabel(copy.entry)}`}</a>
      ),
    },
    {
      head: t('certification.book.requester'),
      class: 'who',
      cell: ({ entry }) => entry.requesterName ?? t('certification.book.erased'),
    },
    {
      head: t('certification.book.document'),
      class: 'wrapok',
      cell: ({ entry }) => entry.documentName ?? t('certification.book.erased'),
    },
    {
      head: t('certification.electronic.what'),
      cell: (copy) => (
        <a href={paths.copy(copy)}>
          {t(`certification.electronic.open-${what}`)}
          <span class="ds-sr-only"> {numberLabel(copy.entry.number)}</span>
        </a>
      ),
    },
  ];
}
