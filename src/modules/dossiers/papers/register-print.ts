import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { RegisterMonth } from '../rules/registers.ts';
import type { RegisterClosing } from '../store/registers.ts';
import { registerColumns } from './register-fields.ts';

export const REGISTER_TEMPLATE = 'shared/register.typ';

export interface RegisterToPrint extends RegisterMonth {
  readonly officeName: string;
  readonly lines: readonly (readonly string[])[];
  readonly closing: RegisterClosing | undefined;
  readonly printedAt: Instant;
  readonly demo: boolean;
}

/** What the template of a month of a register is filled with. */
export function registerPrint(
  t: Words,
  { kind, month, officeName, lines, closing, printedAt, demo }: RegisterToPrint,
) {
  const regime = month < '2025-07' ? '2018' : '2025';
  return {
    title: t(`dossiers.register.title.${kind}`),
    form: kind === 'received' ? t(`dossiers.register.form.${regime}`) : '',
    office: officeName,
    month: month.split('-').reverse().join('/'),
    columns: registerColumns(t, kind).map(({ head, width }) => ({ head, width })),
    rows: lines,
    sum: t('dossiers.register.sum', { n: lines.length }),
    closing: closing
      ? { year: month.slice(0, 4), entries: closing.entries, at: closing.closedAt, by: closing.closedByName }
      : null,
    ...{ printedAt, demo },
  };
}
