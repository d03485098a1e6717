import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { isKnown, type Matter } from '../rules/scope.ts';
import type { StandIn } from '../store/stand-ins.ts';
import { adminPaths, spanInWords } from './admin-deps.ts';

/** Who acts for whom, how long, by what. */
export function StandInTable({
  t,
  list,
  today,
  matters,
}: {
  readonly t: Words;
  readonly list: readonly StandIn[];
  readonly today: CivilDate;
  /** What delegations can name; a line that names nothing is shown as such. */
  readonly matters: readonly Matter[];
}) {
  return (
    <DataTable
      t={t}
      caption={t('identity.stand-ins.title')}
      columns={columnsOf(t, today, matters)}
      rows={list}
    />
  );
}

function columnsOf(t: Words, today: CivilDate, matters: readonly Matter[]): Column<StandIn>[] {
  return [
    {
      head: t('identity.stand-ins.who'),
      rowHeader: true,
      cell: ({ personId, personName }) => <a href={adminPaths.person(personId)}>{personName}</a>,
    },
    { head: t('identity.stand-ins.how'), cell: (one) => howInWords(t, one) },
    {
      head: t('identity.stand-ins.for-whom'),
      class: 'wrapok',
      cell: ({ holderId, holderName, title, officeName }) => (
        <>
          <a href={adminPaths.person(holderId)}>{holderName}</a>, {title}, {officeName}
        </>
      ),
    },
    {
      head: t('identity.stand-ins.when'),
      cell: ({ validFrom, validTo }) => spanInWords(t, validFrom, validTo),
    },
    {
      head: t('identity.stand-ins.what'),
      class: 'wrapok',
      cell: (one) => <Basis t={t} one={one} matters={matters} today={today} />,
    },
    {
      head: t('identity.post.act'),
      cell: (one) =>
        one.validTo !== null && one.validTo < today ? (
          <State icon="check">{t('identity.post.ended')}</State>
        ) : (
          <a href={adminPaths.endStandIn(one.kind, one.id)}>
            {t('identity.stand-ins.end')}
            <span class="ds-sr-only"> {one.personName}</span>
          </a>
        ),
    },
  ];
}

function howInWords(t: Words, { kind, manner }: StandIn): string {
  return kind === 'substitute'
    ? t('identity.stand-ins.kind.substitute')
    : t(`identity.stand-ins.manner.${manner ?? 'TUQ'}`);
}

interface BasisProps {
  readonly t: Words;
  readonly one: StandIn;
  readonly matters: readonly Matter[];
  readonly today: CivilDate;
}

/** A line that the catalogue does not know grants nothing: said where it can be put right. */
function Basis({ t, one, matters, today }: BasisProps) {
  const open = one.validTo === null || one.validTo >= today;
  const wrong = open ? one.scope.filter((line) => !isKnown(line, matters)) : [];
  return (
    <>
      {basisInWords(t, one)}
      {wrong.length > 0 ? (
        <State icon="alert" tone="warning">
          {t('identity.stand-ins.scope-wrong', { lines: wrong.join('; ') })}
        </State>
      ) : null}
    </>
  );
}

function basisInWords(t: Words, { decisionNumber, decisionDate, matters, scope }: StandIn): string {
  const what = [matters, scope.join(', ')].filter(Boolean).join(': ');
  if (decisionNumber === null || decisionDate === null) return what || '–';
  const decision = t('identity.stand-ins.decision', {
    number: decisionNumber,
    date: formatCivilDate(decisionDate),
  });
  return what ? `${what} (${decision})` : decision;
}
