import { dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { NumberedRow } from '../rules/numbered-row.ts';
import type { RegisterRow } from '../rules/register-row.ts';
import type { RegisterKind } from '../rules/registers.ts';

export interface RegisterField<Row> {
  readonly key: string;
  /** In letters, on a sheet. */
  readonly width: number;
  readonly of: (row: Row) => string;
}

const day = (at: Instant | null) => (at ? formatCivilDate(dateOf(at)) : '');
const moment = (at: Instant | null) => (at ? formatMoment(at) : '');

/** The fields of form 06 (2025: 07), in its order; the page and the sheet say the same. */
export function registerFields(t: Words): readonly RegisterField<RegisterRow>[] {
  const erased = t('dossiers.list.erased');
  return [
    { key: 'number', width: 28, of: (row) => row.number },
    { key: 'content', width: 44, of: (row) => row.content },
    { key: 'sets', width: 8, of: (row) => String(row.sets) },
    { key: 'name', width: 28, of: (row) => row.name ?? erased },
    { key: 'address', width: 40, of: (row) => row.address ?? '' },
    { key: 'phone', width: 14, of: (row) => row.phone ?? '' },
    { key: 'received', width: 18, of: (row) => moment(row.receivedAt) },
    { key: 'due', width: 12, of: (row) => day(row.appointedAt ?? row.dueAt) },
    { key: 'result-at', width: 18, of: (row) => moment(row.resultAt) },
    { key: 'signed-by', width: 24, of: (row) => row.signedBy ?? '' },
    { key: 'returned-at', width: 18, of: (row) => moment(row.returnedAt) },
    { key: 'returned-by', width: 24, of: (row) => row.returnedBy ?? '' },
    { key: 'received-by', width: 24, of: (row) => row.receivedBy ?? '' },
    { key: 'note', width: 24, of: (row) => noteOf(t, row) },
  ];
}

/** The fields of a register of numbered papers. */
export function numberedFields(t: Words): readonly RegisterField<NumberedRow>[] {
  return [
    { key: 'order', width: 8, of: (row) => String(row.order) },
    { key: 'paper', width: 20, of: (row) => row.number ?? '' },
    { key: 'date', width: 12, of: (row) => formatCivilDate(row.date) },
    { key: 'number', width: 28, of: (row) => row.dossier },
    { key: 'content', width: 44, of: (row) => row.content },
    { key: 'name', width: 28, of: (row) => row.name ?? t('dossiers.list.erased') },
    { key: 'address', width: 40, of: (row) => row.address ?? '' },
    { key: 'signed-by', width: 24, of: (row) => row.signedBy ?? '' },
    {
      key: 'note',
      width: 24,
      of: (row) => (row.voidReason ? t(`dossiers.register.void.${row.voidReason}`) : ''),
    },
  ];
}

export interface RegisterColumn {
  readonly key: string;
  readonly head: string;
  readonly width: number;
}

/** The heads of a register's fields. */
export function registerColumns(t: Words, kind: RegisterKind): RegisterColumn[] {
  const fields: readonly RegisterField<never>[] = kind === 'received' ? registerFields(t) : numberedFields(t);
  return fields.map(({ key, width }) => ({ key, width, head: t(`dossiers.register.${key}`) }));
}

function noteOf(t: Words, row: RegisterRow): string {
  const from = row.takenOver ? [t('dossiers.register.taken-over')] : [];
  return [...from, stateNote(t, row)].filter(Boolean).join('; ');
}

function stateNote(t: Words, { annulled, state, appointedAt }: RegisterRow): string {
  if (annulled) return t('dossiers.register.annulled');
  if (appointedAt && state !== 'returned') return t('dossiers.register.re-appointed');
  return ['withdrawn', 'stopped'].includes(state) ? t(`dossiers.state.${state}`) : '';
}
