import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { RegisterRow } from '../rules/register-row.ts';
import type { NumbersElsewhere } from '../store/number-series.ts';
import type { RegisterClosing } from '../store/registers.ts';
import { paths } from './page-deps.ts';
import { registerFields } from './register-sheet.ts';

interface RegisterPageProps {
  readonly frame: DeskFrame;
  readonly officeName: string;
  /** `2022-07`. */
  readonly month: string;
  readonly rows: readonly RegisterRow[];
  readonly nextHref: string | null;
  readonly closing: RegisterClosing | undefined;
  readonly closable: boolean;
  /** Numbers of the month that no counter here gave. */
  readonly elsewhere: readonly NumbersElsewhere[];
}

/** Form 06 (2025: 07) of one month; the sheet says the same. */
export function RegisterPage(props: RegisterPageProps) {
  const { frame, officeName, month, rows, nextHref, closing } = props;
  const { t } = frame;
  const title = t('dossiers.register.title');
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle
        title={title}
        note={officeName}
        aside={<PrintButton>{t('dossiers.register.print')}</PrintButton>}
      />
      <form class="filters no-print" method="get" action={paths.register}>
        <TextField
          t={t}
          name="thang"
          label={t('dossiers.register.month')}
          hint={t('dossiers.register.month-hint')}
          value={month.split('-').reverse().join('/')}
          maxLength={10}
        />
        <Button variant="secondary">{t('dossiers.list.filter')}</Button>
        <LinkButton variant="tertiary" icon="download" href={`${paths.register}.xlsx?thang=${month}`}>
          {t('dossiers.list.sheet')}
        </LinkButton>
      </form>
      {closing ? (
        <Notice
          tone="info"
          title={t('dossiers.register.closed', {
            year: month.slice(0, 4),
            n: closing.entries,
            date: formatCivilDate(dateOf(closing.closedAt)),
            name: closing.closedByName,
          })}
        />
      ) : null}
      {rows.length === 0 ? (
        <Empty title={t('dossiers.register.none')}>
          <p>{t('dossiers.register.none-note')}</p>
        </Empty>
      ) : (
        <Rows {...props} />
      )}
      <Pagination
        t={t}
        shown={t('dossiers.list.shown', { n: rows.length })}
        nextHref={nextHref ?? undefined}
      />
      <Elsewhere {...props} />
      {props.closable ? <Close {...props} /> : null}
    </DeskLayout>
  );
}

function Rows({ frame: { t }, rows }: RegisterPageProps) {
  return (
    <div class="wide">
      <DataTable
        t={t}
        caption={t('dossiers.register.title')}
        rows={rows}
        columns={registerFields(t).map(({ key, of }) => ({
          head: t(`dossiers.register.${key}`),
          class: key === 'number' ? 'nr' : 'wrapok',
          rowHeader: key === 'number',
          labelled: key !== 'number',
          cell: (row: RegisterRow) =>
            key === 'number' ? <a href={paths.dossier(row.number)}>{row.number}</a> : of(row),
        }))}
      />
    </div>
  );
}

/** Why the numbers of a day have a hole: given by the software before, or lost. */
function Elsewhere({ frame: { t }, elsewhere }: RegisterPageProps) {
  if (elsewhere.length === 0) return null;
  return (
    <Notice tone="info" title={t('dossiers.register.elsewhere')}>
      <ul>
        {elsewhere.map(({ day, first, last, reason }) => (
          <li>{t(`dossiers.register.elsewhere-${reason}`, { first, last, day: formatCivilDate(day) })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Close({ frame: { t, csrf }, month }: RegisterPageProps) {
  const year = month.slice(0, 4);
  return (
    <form class="row no-print" method="post" action={paths.register} data-once>
      <CsrfField token={csrf} />
      <input type="hidden" name="nam" value={year} />
      <Button variant="secondary">{t('dossiers.register.close', { year })}</Button>
      <span class="small subtle">{t('dossiers.register.close-note')}</span>
    </form>
  );
}
