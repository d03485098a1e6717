import { dateOf, formatCivilDate, formatMoment } from '#kernel/civil-date.ts';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import type { Holding } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { HeldDossier } from '../actions/answer.ts';
import { type Keeping, mayErase } from '../rules/retention.ts';
import { paths } from './page-deps.ts';

/** What a dossier holds about a person, how long the law keeps it, what can be done. */
export function heldColumns(t: Words): Column<HeldDossier>[] {
  return [
    {
      head: t('dossiers.list.number'),
      class: 'nr',
      cell: ({ holding }) => (
        <a href={paths.dossier(holding.name)}>
          {holding.number ? shortDossierNumber(holding.number) : holding.reference}
        </a>
      ),
    },
    {
      head: t('dossiers.list.procedure'),
      class: 'wrapok',
      cell: ({ holding }) => holding.procedure.name,
    },
    {
      head: t('protection.held.role'),
      labelled: true,
      class: 'wrapok',
      cell: ({ holding }) => rolesText(t, holding),
    },
    {
      head: t('dossiers.list.received'),
      labelled: true,
      cell: ({ holding }) =>
        holding.receivedAt ? formatCivilDate(dateOf(holding.receivedAt)) : t('dossiers.list.none'),
    },
    { head: t('protection.held.parts'), class: 'wrapok', cell: (held) => partsText(t, held) },
    { head: t('protection.held.until'), class: 'wrapok', cell: (held) => <Kept t={t} held={held} /> },
    { head: t('protection.held.more'), cell: (held) => <More t={t} held={held} /> },
  ];
}

export function rolesText(t: Words, { roles, erased }: HeldDossier['holding']): string {
  if (erased) return t('protection.held.role-erased');
  return roles.map((role) => t(`protection.role.${role}`)).join(', ');
}

/** `thông tin người này, 3 giấy tờ, 2 bản quét, 1 văn bản, 14 dòng nhật ký`. */
export function partsText(t: Words, { holding, papers, logged, entries, payments }: HeldDossier): string {
  const scans = holding.filed.reduce((sum, paper) => sum + paper.scans, 0);
  const kept: readonly (readonly [string, number])[] = [
    ['filed', holding.filed.length],
    ['scans', scans],
    ['papers', holding.erased ? 0 : papers.length],
    ['entries', entries.length],
    ['payments', payments.length],
    ['logged', logged],
  ];
  return [
    ...(holding.erased ? [] : [t('protection.held.data')]),
    ...kept.filter(([, n]) => n > 0).map(([key, n]) => t(`protection.held.${key}`, { n })),
  ].join(', ');
}

function Kept({ t, held }: { readonly t: Words; readonly held: HeldDossier }) {
  const { keeping, holding } = held;
  if (holding.erased) return <State icon="ok">{erasedText(t, holding.erased)}</State>;
  return <span>{keepingText(t, keeping)}</span>;
}

/** By whose order; a training dossier is cleared away by nobody's. */
export function erasedText(t: Words, { at, ground, order }: NonNullable<Holding['erased']>): string {
  if (ground === 'training-over') return t('protection.keeping.cleared', { at: formatMoment(at) });
  return t('protection.keeping.erased', { at: formatMoment(at), order });
}

export function keepingText(t: Words, keeping: Keeping): string {
  return t(`protection.keeping.${keeping.kind}`, {
    until: 'until' in keeping ? formatCivilDate(keeping.until) : '',
  });
}

function More({ t, held }: { readonly t: Words; readonly held: HeldDossier }) {
  const { name, number } = held.holding;
  const what = number ? shortDossierNumber(number) : name;
  return (
    <span class="no-print">
      <a href={paths.readsOfDossier(name)} aria-label={t('protection.held.reads-of', { number: what })}>
        {t('protection.held.reads')}
      </a>
      {mayErase(held.keeping) ? (
        <>
          <br />
          <a href={paths.erase(name)} aria-label={t('protection.held.erase-of', { number: what })}>
            {t('protection.held.erase')}
          </a>
        </>
      ) : null}
    </span>
  );
}
