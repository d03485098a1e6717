import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { State } from '#ui/components/state.tsx';
import { shortDate } from '#ui/dates.ts';
import type { MovementOfList } from '../store/movements.ts';
import { flowMoney } from './money-text.ts';
import { paths } from './paths.ts';

interface MovementTableProps {
  readonly t: Words;
  readonly movements: readonly MovementOfList[];
  readonly notes: ReadonlyMap<string, string>;
  /** On the list of a day: which dossier, at what time; the day is known. */
  readonly ofDay?: boolean;
  /** Of many days: which dossier, at which moment. */
  readonly across?: boolean;
  /** Dossiers and slips are opened from here. */
  readonly linked?: boolean;
}

/** Money that moved, with its receipt and the reason where it went back. */
export function MovementTable(props: MovementTableProps) {
  const { t, movements, notes, ofDay = false, across = false, linked = true } = props;
  const receipt = {
    head: t('cash.movement.receipt'),
    class: 'nr',
    rowHeader: true,
    cell: (one: MovementOfList) => one.receiptNumber,
  };
  const when = {
    head: t('cash.movement.at'),
    class: 'nowrap',
    cell: ({ at }: MovementOfList) => (ofDay ? timeOf(at) : `${timeOf(at)} ${shortDate(dateOf(at))}`),
  };
  const dossier = {
    head: t('cash.movement.dossier'),
    class: 'wrapok',
    cell: (one: MovementOfList) => (
      <>
        {linked ? (
          <a href={paths.payment(one.dossierNumber)}>{shortDossierNumber(one.dossierNumber)}</a>
        ) : (
          shortDossierNumber(one.dossierNumber)
        )}{' '}
        <span class="subtle">{one.procedureName}</span>
      </>
    ),
  };
  const kind = {
    head: t('cash.movement.what'),
    class: 'wrapok',
    cell: (one: MovementOfList) => <Kind t={t} movement={one} notes={notes} linked={linked} />,
  };
  const method = {
    head: t('cash.movement.method'),
    labelled: true,
    cell: (one: MovementOfList) => t(`cash.method.${one.method}`),
  };
  const amount = {
    head: t('cash.movement.amount'),
    numeric: true,
    labelled: true,
    cell: (one: MovementOfList) => flowMoney(one),
  };
  const by = { head: t('cash.movement.by'), cell: (one: MovementOfList) => one.by.name };
  const columns = ofDay
    ? [receipt, when, dossier, kind, method, amount]
    : [receipt, when, ...(across ? [dossier] : []), kind, method, amount, by];
  return <DataTable t={t} caption={t('cash.movement.caption')} rows={movements} columns={columns} />;
}

function Kind({
  t,
  movement: { kind, reason, noteId, slip, dossierNumber },
  notes,
  linked,
}: {
  readonly t: Words;
  readonly movement: MovementOfList;
  readonly notes: ReadonlyMap<string, string>;
  readonly linked: boolean;
}) {
  if (kind === 'taken') return t('cash.kind.taken');
  const note = noteId === null ? undefined : notes.get(noteId);
  const why = [reason && reason !== 'other' ? t(`cash.reason.${reason}`) : '', note ?? ''].filter(Boolean);
  return (
    <>
      <State icon={kind === 'voided' ? 'close' : 'back'} tone="warning">
        {t(`cash.kind.${kind}`)}
      </State>{' '}
      {why.join(': ')}{' '}
      {slip && linked ? (
        <a href={paths.receipt(dossierNumber, slip.id)}>{t('cash.movement.slip', { number: slip.number })}</a>
      ) : null}
    </>
  );
}
