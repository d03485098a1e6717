import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { RegisterRow } from '../rules/register-row.ts';
import { momentText } from './history-items.tsx';

interface RegisterField {
  readonly key: string;
  /** In letters, on a sheet. */
  readonly width: number;
  readonly of: (row: RegisterRow) => string;
}

const day = (at: Instant | null) => (at ? formatCivilDate(dateOf(at)) : '');
const moment = (at: Instant | null) => (at ? momentText(at) : '');

/** The fields of form 06 (2025: 07), in its order; the page and the sheet say the same. */
export function registerFields(t: Words): readonly RegisterField[] {
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

function noteOf(t: Words, row: RegisterRow): string {
  const from = row.takenOver ? [t('dossiers.register.taken-over')] : [];
  return [...from, stateNote(t, row)].filter(Boolean).join('; ');
}

function stateNote(t: Words, { annulled, state, appointedAt }: RegisterRow): string {
  if (annulled) return t('dossiers.register.annulled');
  if (appointedAt && state !== 'returned') return t('dossiers.register.re-appointed');
  return ['withdrawn', 'stopped'].includes(state) ? t(`dossiers.state.${state}`) : '';
}
