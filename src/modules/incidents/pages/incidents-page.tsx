import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Incident } from '../rules/incident.ts';
import { spanInWords, whatInWords } from './in-words.ts';
import { crumbsOf, paths } from './page-deps.ts';

export interface IncidentsView {
  readonly frame: DeskFrame;
  readonly incidents: readonly Incident[];
  readonly all: number;
  readonly officeNames: ReadonlyMap<string, string>;
}

/** What could not be used, and when; those that go on stand first. */
export function IncidentsPage({ view }: { readonly view: IncidentsView }) {
  const { frame, incidents, all, officeNames } = view;
  const { t } = frame;
  const title = t('incidents.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbsOf(t)}>
      <PageTitle
        title={title}
        note={t('incidents.note')}
        aside={
          <LinkButton variant="secondary" href={paths.record}>
            {t('incidents.record')}
          </LinkButton>
        }
      />
      {incidents.length === 0 ? (
        <Empty title={t('incidents.none')}>{t('incidents.none-note')}</Empty>
      ) : (
        <DataTable t={t} caption={title} rows={incidents} columns={columnsOf(t, officeNames)} />
      )}
      {incidents.length < all ? (
        <p class="subtle">{t('incidents.shown', { n: incidents.length, all })}</p>
      ) : null}
    </DeskLayout>
  );
}

function columnsOf(t: Words, names: ReadonlyMap<string, string>): Column<Incident>[] {
  return [
    {
      head: t('incidents.system'),
      rowHeader: true,
      class: 'wrapok',
      cell: ({ system }) => t(`incidents.system.${system}`),
    },
    { head: t('incidents.when'), class: 'wrapok', cell: (incident) => <When t={t} incident={incident} /> },
    {
      head: t('incidents.offices'),
      class: 'wrapok',
      cell: ({ officeIds }) => officesInWords(t, officeIds, names),
    },
    { head: t('incidents.what'), class: 'typed', cell: (incident) => whatInWords(t, incident) },
    { head: t('incidents.recorded-by'), class: 'wrapok', cell: ({ recordedByName }) => recordedByName },
  ];
}

function When({ t, incident }: { readonly t: Words; readonly incident: Incident }) {
  const span = spanInWords(t, incident);
  if (incident.to !== null) return <>{span}</>;
  return (
    <>
      <State icon="alert" tone="warning">
        {span}
      </State>{' '}
      <a href={paths.end(incident.id)}>{t('incidents.end')}</a>
    </>
  );
}

const SHOWN_NAMES = 3;

function officesInWords(t: Words, ids: readonly string[] | null, names: ReadonlyMap<string, string>): string {
  if (ids === null) return t('incidents.all-offices');
  const known = ids.map((id) => names.get(id) ?? '–');
  const shown = known.slice(0, SHOWN_NAMES).join(', ');
  const more = known.length - SHOWN_NAMES;
  return more > 0 ? t('incidents.more-offices', { names: shown, n: more }) : shown;
}
