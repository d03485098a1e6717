import type { Instant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { RegisterClosing } from '../store/registers.ts';
import type { DossierPageDeps } from './page-deps.ts';
import type { RegisterColumn, RegisterLine } from './register-part.ts';

export interface RegisterToPrint {
  readonly title: string;
  readonly form: string;
  readonly office: string;
  /** `2022-07`. */
  readonly month: string;
  readonly columns: readonly RegisterColumn[];
  readonly lines: readonly RegisterLine[];
  readonly closing: RegisterClosing | undefined;
  readonly printedAt: Instant;
}

/** Drawn by the process of the papers, a month at a time: the server goes on serving. */
export function printRegister(
  { papers, demo }: Pick<DossierPageDeps, 'papers' | 'demo'>,
  t: Words,
  { month, columns, lines, closing, ...register }: RegisterToPrint,
): Promise<Uint8Array> {
  return papers.renderer.render('shared/register.typ', {
    ...register,
    demo,
    month: month.split('-').reverse().join('/'),
    columns: columns.map(({ head, width }) => ({ head, width })),
    rows: lines.map(({ cells }) => cells),
    sum: t('dossiers.register.sum', { n: lines.length }),
    closing: closing
      ? { year: month.slice(0, 4), entries: closing.entries, at: closing.closedAt, by: closing.closedByName }
      : null,
  });
}
