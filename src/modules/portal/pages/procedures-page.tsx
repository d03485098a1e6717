import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { SearchInput } from '#ui/components/search-input.tsx';
import { FieldError } from '#ui/fields/field.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { paths } from './paths.ts';

export interface ProcedureLine {
  readonly name: string;
  readonly href: string;
  /** `Trong ngày · Bộ phận Một cửa cấp xã`. */
  readonly note: string;
}

export interface ProcedureGroup {
  /** The field, or the life event. */
  readonly title: string;
  readonly lines: readonly ProcedureLine[];
}

export interface ProceduresView {
  /** What was searched; empty for none. */
  readonly query: string;
  /** Why nothing was searched, and the way out. */
  readonly error?: string | undefined;
  /** Found, best first. Undefined: nothing was asked. */
  readonly hits?: readonly ProcedureLine[] | undefined;
  /** Title of the life event that was chosen; its procedures are the only group. */
  readonly lifeEvent?: string | undefined;
  readonly groups: readonly ProcedureGroup[];
  readonly total: number;
}

interface ProceduresPageProps {
  readonly frame: Frame;
  readonly view: ProceduresView;
}

export function ProceduresPage({ frame, view }: ProceduresPageProps) {
  const { t } = frame;
  const title = view.lifeEvent ?? t('portal.procedures.title');
  const crumbs = [
    { href: paths.home, label: t('portal.procedure.home') },
    ...(view.lifeEvent ? [{ href: paths.procedures, label: t('portal.procedures.title') }] : []),
    { label: title },
  ];
  return (
    <PublicLayout frame={frame} title={title} crumbs={crumbs}>
      <div class="wrap stack mt-6">
        <h1>{title}</h1>
        <ErrorSummary t={t} errors={view.error ? [{ field: 'q', text: view.error }] : []} />
        <SearchForm frame={frame} query={view.query} error={view.error} />
        {view.hits ? <Hits frame={frame} view={view} hits={view.hits} /> : null}
        {view.hits || view.lifeEvent ? (
          <p>
            <a href={paths.procedures}>{t('portal.procedures.back')}</a>
          </p>
        ) : (
          <p class="subtle">{t('portal.procedures.all', { n: view.total })}</p>
        )}
        {view.groups.map((group) => (
          <Group group={group} alone={view.lifeEvent !== undefined} />
        ))}
      </div>
    </PublicLayout>
  );
}

interface SearchFormProps {
  readonly frame: Frame;
  readonly query: string;
  readonly error: string | undefined;
}

function SearchForm({ frame, query, error }: SearchFormProps) {
  const { t } = frame;
  return (
    <search>
      <form action={paths.procedures}>
        <label for="f-q" class="ds-sr-only">
          {t('portal.home.search-label')}
        </label>
        <div class="find bordered">
          <SearchInput
            t={t}
            value={query}
            endpoint={paths.procedureHits}
            label={t('portal.home.search-label')}
            placeholder={t('portal.home.search-example')}
            error={error}
          />
          <button class="ds-button" type="submit">
            <Icon name="search" />
            {t('portal.home.search')}
          </button>
        </div>
        <FieldError name="q" text={error} />
      </form>
    </search>
  );
}

interface HitsProps extends ProceduresPageProps {
  readonly hits: readonly ProcedureLine[];
}

function Hits({ frame, view, hits }: HitsProps) {
  const { t } = frame;
  const { query } = view;
  return (
    <section class="stack gap-2" aria-labelledby="thay">
      <h2 id="thay">
        {hits.length > 0
          ? t('portal.procedures.found', { n: hits.length, query })
          : t('portal.procedures.none', { query })}
      </h2>
      {hits.length > 0 ? <Lines lines={hits} /> : <p class="read">{t('portal.procedures.none-text')}</p>}
    </section>
  );
}

function Group({ group, alone }: { readonly group: ProcedureGroup; readonly alone: boolean }) {
  if (alone) return <Lines lines={group.lines} />;
  return (
    <details class="ds-details">
      <summary>
        {group.title} ({group.lines.length})
      </summary>
      <div>
        <Lines lines={group.lines} />
      </div>
    </details>
  );
}

function Lines({ lines }: { readonly lines: readonly ProcedureLine[] }) {
  return (
    <ul class="lines">
      {lines.map(({ name, href, note }) => (
        <li>
          <a href={href}>{name}</a>
          <p>{note}</p>
        </li>
      ))}
    </ul>
  );
}
