import type { HeldPost } from '#kernel/actor.ts';
import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { RegisterLine } from '../actions/register-lines.ts';
import type { RegisterColumn } from '../papers/register-fields.ts';
import type { NumbersElsewhere } from '../store/number-series.ts';
import type { RegisterClosing } from '../store/registers.ts';
import { hrefOf } from './list-order.ts';
import { paths } from './page-deps.ts';
import { type RegisterSlug, registerSlugs } from './register-question.ts';

interface RegisterPageProps {
  readonly frame: DeskFrame;
  readonly post: HeldPost;
  /** The one-stop, named in every address where there are several to choose from. */
  readonly at: string | undefined;
  readonly posts: readonly HeldPost[];
  /** `2022-07`. */
  readonly month: string;
  readonly slug: RegisterSlug;
  readonly columns: readonly RegisterColumn[];
  readonly lines: readonly RegisterLine[];
  readonly nextHref: string | null;
  readonly closing: RegisterClosing | undefined;
  /** Of the press that asks for the print. */
  readonly printKey: string;
  readonly closable: boolean;
  /** Numbers of the month that no counter here gave. */
  readonly elsewhere: readonly NumbersElsewhere[];
}

/** A register of one month, the receipt register as form 06 (2025: 07); sheet and print say the same. */
export function RegisterPage(props: RegisterPageProps) {
  const { frame, post, month, slug, lines, nextHref, closing } = props;
  const { t } = frame;
  const title = t(`dossiers.register.title.${registerSlugs[slug]}`);
  const kind = slug === 'tiep-nhan' ? '' : '-numbered';
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle
        title={title}
        note={
          <>
            {post.officeName}
            <span class="print-only">
              {`. ${t('dossiers.register.month')} ${month.split('-').reverse().join('/')}`}
            </span>
          </>
        }
        aside={<PrintButton>{t('dossiers.register.print')}</PrintButton>}
      />
      <Filters {...props} />
      {lines.length > 0 ? <Print {...props} /> : null}
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
      {lines.length === 0 ? (
        <Empty title={t(`dossiers.register.none${kind}`)}>
          <p>{t(`dossiers.register.none-note${kind}`)}</p>
        </Empty>
      ) : (
        <Rows {...props} />
      )}
      <Pagination
        t={t}
        shown={t('dossiers.list.shown', { n: lines.length })}
        nextHref={nextHref ?? undefined}
      />
      <Elsewhere {...props} />
      {props.closable ? <Close {...props} /> : null}
    </DeskLayout>
  );
}

function Filters({ frame: { t }, slug, month, at, posts }: RegisterPageProps) {
  const here = { so: slug, thang: month, 'bo-phan': at };
  return (
    <form class="filters no-print" method="get" action={paths.register}>
      {at ? (
        <SelectField
          t={t}
          name="bo-phan"
          label={t('dossiers.register.one-stop')}
          options={posts.map(({ officeId, officeName }) => ({ value: officeId, label: officeName }))}
          value={at}
        />
      ) : null}
      <SelectField
        t={t}
        name="so"
        label={t('dossiers.register.which')}
        options={Object.entries(registerSlugs).map(([value, kind]) => ({
          value,
          label: t(`dossiers.register.title.${kind}`),
        }))}
        value={slug}
      />
      <TextField
        t={t}
        name="thang"
        label={t('dossiers.register.month')}
        hint={t('dossiers.register.month-hint')}
        value={month.split('-').reverse().join('/')}
        maxLength={10}
      />
      <Button variant="secondary">{t('dossiers.list.filter')}</Button>
      <LinkButton variant="tertiary" icon="download" href={hrefOf(`${paths.register}.xlsx`, here)}>
        {t('dossiers.list.sheet')}
      </LinkButton>
    </form>
  );
}

/** Drawn by the worker: a long month takes a while. */
function Print({ frame: { t, csrf }, slug, month, post, printKey }: RegisterPageProps) {
  return (
    <form class="row no-print" method="post" action={paths.registerPrints} data-once>
      <CsrfField token={csrf} />
      <input type="hidden" name="key" value={printKey} />
      <input type="hidden" name="so" value={slug} />
      <input type="hidden" name="thang" value={month} />
      <input type="hidden" name="bo-phan" value={post.officeId} />
      <Button variant="tertiary" icon="print">
        {t('dossiers.register.pdf')}
      </Button>
    </form>
  );
}

function Rows({ frame: { t }, columns, lines, slug }: RegisterPageProps) {
  const title = t(`dossiers.register.title.${registerSlugs[slug]}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reached by the keyboard
    <section class="sheet" aria-label={title} tabIndex={0}>
      <DataTable
        t={t}
        caption={title}
        rows={lines}
        columns={columns.map(({ key, head }, at) => ({
          head,
          class: key === 'number' ? 'nr' : 'wrapok',
          rowHeader: key === 'number',
          labelled: key !== 'number',
          cell: ({ dossier, cells }: RegisterLine) =>
            key === 'number' ? <a href={paths.dossier(dossier)}>{dossier}</a> : cells[at],
        }))}
      />
    </section>
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

function Close({ frame: { t, csrf }, month, slug, post }: RegisterPageProps) {
  const year = month.slice(0, 4);
  return (
    <form class="row no-print" method="post" action={paths.register} data-once>
      <CsrfField token={csrf} />
      <input type="hidden" name="so" value={slug} />
      <input type="hidden" name="nam" value={year} />
      <input type="hidden" name="bo-phan" value={post.officeId} />
      <Button variant="secondary">{t('dossiers.register.close', { year })}</Button>
      <span class="small subtle">{t('dossiers.register.close-note')}</span>
    </form>
  );
}
