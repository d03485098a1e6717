import { groupThousands } from '#kernel/money.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import { State } from '#ui/components/state.tsx';
import { longMoment } from '#ui/dates.ts';
import { denominations, type Pieces } from '../rules/count-form.ts';
import { agrees, differenceOf } from '../rules/day.ts';
import type { Closing, Confirmation } from '../store/lists.ts';
import type { ListView } from './list-view.ts';
import { differencesText, differenceText, money } from './money-text.ts';

/** What was counted against what should be there; who said why; who received it. */
export function Settlement({ view }: { readonly view: ListView }) {
  const { t } = view.frame;
  const { closing, confirmation } = view.list;
  if (!closing) return null;
  return (
    <>
      <section class="stack" aria-labelledby="doi-chieu">
        <h2 id="doi-chieu">{t('cash.settlement.title')}</h2>
        <Facts facts={closingFacts(view, closing)} />
        {closing.pieces ? <PiecesTable t={t} pieces={closing.pieces} /> : null}
      </section>
      {confirmation ? (
        <section class="stack" aria-labelledby="nhan-tien">
          <h2 id="nhan-tien">{t('cash.settlement.confirmation')}</h2>
          <Facts facts={confirmationFacts(view, closing, confirmation)} />
        </section>
      ) : null}
    </>
  );
}

function closingFacts({ frame: { t }, notes }: ListView, closing: Closing): Fact[] {
  const { expected, count, explanationId } = closing;
  const difference = differenceOf(expected, count);
  const explanation = explanationId === null ? undefined : notes.get(explanationId);
  return [
    { label: t('cash.settlement.closed-at'), value: longMoment(t, closing.at) },
    { label: t('cash.settlement.counted-cash'), value: money(count.cash) },
    { label: t('cash.settlement.counted-transfer'), value: money(count.transfer) },
    {
      label: t('cash.settlement.difference'),
      value: agrees(difference) ? (
        <State icon="ok" tone="success">
          {t('cash.difference.none')}
        </State>
      ) : (
        <State icon="alert" tone="warning">
          {differencesText(t, difference)}
        </State>
      ),
    },
    ...(explanation ? [{ label: t('cash.settlement.explanation'), value: explanation }] : []),
  ];
}

function confirmationFacts(
  { frame: { t }, notes }: ListView,
  { count }: Closing,
  { receivedCash, name, title, at, noteId }: Confirmation,
): Fact[] {
  const note = noteId === null ? undefined : notes.get(noteId);
  return [
    { label: t('cash.settlement.received-by'), value: `${name}, ${title}` },
    { label: t('cash.settlement.confirmed-at'), value: longMoment(t, at) },
    {
      label: t('cash.settlement.received-cash'),
      value: `${money(receivedCash)} (${differenceText(t, receivedCash - count.cash)})`,
    },
    ...(note ? [{ label: t('cash.settlement.note'), value: note }] : []),
  ];
}

function PiecesTable({ t, pieces }: { readonly t: Words; readonly pieces: Pieces }) {
  const rows = denominations.filter((note) => (pieces[String(note)] ?? 0) > 0);
  return (
    <DataTable
      t={t}
      caption={t('cash.pieces.title')}
      captionShown
      class="list narrow"
      rows={rows}
      columns={[
        {
          head: t('cash.pieces.note'),
          rowHeader: true,
          cell: (note: number) => groupThousands(note),
        },
        {
          head: t('cash.pieces.many'),
          numeric: true,
          labelled: true,
          cell: (note) => String(pieces[String(note)] ?? 0),
        },
        {
          head: t('cash.pieces.sum'),
          numeric: true,
          labelled: true,
          cell: (note) => money(note * (pieces[String(note)] ?? 0)),
        },
      ]}
    />
  );
}
