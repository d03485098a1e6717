import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Absence } from '../store/absences.ts';
import { absencePaths } from './absence-paths.ts';

interface AbsencesPageProps {
  readonly frame: DeskFrame;
  readonly absences: readonly Absence[];
  readonly today: CivilDate;
  readonly csrf: string;
}

/** Who is away, or will be, and who does the work meanwhile. */
export function AbsencesPage({ frame, absences, today, csrf }: AbsencesPageProps) {
  const { t } = frame;
  const title = t('identity.absence.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={[{ label: title }]}>
      <PageTitle
        title={title}
        note={t('identity.absence.note')}
        aside={<LinkButton href={absencePaths.record}>{t('identity.absence.record')}</LinkButton>}
      />
      {absences.length > 0 ? (
        <DataTable t={t} caption={title} columns={columnsOf(t, today, csrf)} rows={absences} />
      ) : (
        <Empty title={t('identity.absence.none')}>
          <p>{t('identity.absence.none-note')}</p>
        </Empty>
      )}
    </DeskLayout>
  );
}

function columnsOf(t: Words, today: CivilDate, csrf: string): Column<Absence>[] {
  return [
    { head: t('identity.absence.who'), rowHeader: true, cell: ({ personName }) => personName },
    {
      head: t('identity.absence.when'),
      labelled: true,
      cell: ({ validFrom, validTo }) => (
        <>
          {t('identity.admin.from-to', { from: formatCivilDate(validFrom), to: formatCivilDate(validTo) })}{' '}
          {validFrom <= today ? (
            <State icon="user" tone="warning">
              {t('identity.absence.now')}
            </State>
          ) : null}
        </>
      ),
    },
    {
      head: t('identity.absence.reason'),
      labelled: true,
      cell: ({ reason }) => t(`identity.absence.reason.${reason}`),
    },
    {
      head: t('identity.absence.substitute'),
      labelled: true,
      class: 'wrapok',
      cell: ({ substitutes }) => substitutes || t('identity.absence.no-substitute'),
    },
    {
      head: t('identity.post.act'),
      cell: ({ id, personName }) => (
        <form method="post" action={absencePaths.back(id)} data-once>
          <CsrfField token={csrf} />
          <Button variant="tertiary">
            {t('identity.absence.back')}
            <span class="ds-sr-only"> {personName}</span>
          </Button>
        </form>
      ),
    },
  ];
}
