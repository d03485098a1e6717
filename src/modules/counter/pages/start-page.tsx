import type { Instant } from '#kernel/instant.ts';
import type { Limit } from '#kernel/working-time/limit.ts';
import { limitInWords } from '#modules/calendar/index.ts';
import { coveredCode } from '#modules/catalogue/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { SearchInput } from '#ui/components/search-input.tsx';
import { longMoment } from '#ui/dates.ts';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { FieldError } from '#ui/fields/field.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import {
  CounterChoice,
  CounterField,
  type CountersView,
  namedCounter,
  withQuery,
} from './counter-choice.tsx';
import { paths } from './paths.ts';

export interface ProcedureLine {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly limit: Limit | null;
  /** Where to go instead; null: received here. */
  readonly elsewhere: string | null;
}

export interface DraftLine {
  readonly id: string;
  readonly name: string;
  readonly procedure: string;
  readonly reference: string | null;
  readonly updatedAt: Instant;
}

export interface StartView extends CountersView {
  /** For dossiers to practise with: the same page, everything on it begins one of those. */
  readonly training: boolean;
  /** Null: nothing was searched. */
  readonly found: readonly ProcedureLine[] | null;
  readonly mostUsed: readonly ProcedureLine[];
  readonly fields: readonly { readonly field: string; readonly procedures: number }[];
  readonly drafts: readonly DraftLine[];
  readonly errors: readonly FormError[];
}

/** Reception begins here: find the procedure, or go on with a draft. */
export function StartPage({ view }: { readonly view: StartView }) {
  const { frame, text, found, training } = view;
  const { t } = frame;
  const title = t(training ? 'counter.training.title' : 'counter.title');
  const aside = <a href={paths.startOf(!training)}>{t(`counter.training.${training ? 'leave' : 'link'}`)}</a>;
  return (
    <DeskLayout frame={frame} title={title}>
      <ErrorSummary t={t} errors={view.errors} />
      <PageTitle title={title} aside={aside} />
      {training ? <HowToPractise t={t} /> : null}
      <CounterChoice view={view} />
      <div class="stack counter-start">
        <search>
          <form class="procedure-search" method="get" action={view.own}>
            <CounterField view={view} />
            <label class="ds-label" for="f-q">
              {t('counter.search.label')}
            </label>
            <div class="row">
              <SearchInput
                t={t}
                class="ds-input"
                value={text}
                endpoint={withQuery(training ? paths.trainingSearch : paths.search, {
                  quay: namedCounter(view),
                })}
                label={t('counter.search.label')}
                autofocus={view.errors.length === 0}
                pressForm="bat-dau"
                error={errorOf(view.errors, 'q')}
              />
              <button class="ds-button" data-variant="secondary" type="submit">
                {t('counter.search.button')}
              </button>
            </div>
            <p class="hint small subtle">{t('counter.search.hint')}</p>
            <FieldError name="q" text={errorOf(view.errors, 'q')} />
          </form>
        </search>
        <form id="bat-dau" method="post" action={view.own} hidden>
          <CsrfField token={frame.csrf} />
          <CounterField view={view} />
          <input type="hidden" name="code" />
        </form>
        {found === null ? null : <Found view={view} found={found} />}
        <Drafts view={view} />
        {found === null && view.mostUsed.length > 0 ? (
          <section class="stack" aria-labelledby="hay-dung">
            <h2 id="hay-dung">{t('counter.most-used')}</h2>
            <ProcedureList view={view} lines={view.mostUsed} />
          </section>
        ) : null}
        {found === null ? <Fields view={view} /> : null}
      </div>
    </DeskLayout>
  );
}

function HowToPractise({ t }: { readonly t: Words }) {
  return (
    <Notice tone="info" title={t('counter.training.how-title')}>
      <p>{t('counter.training.how')}</p>
    </Notice>
  );
}

function Found({ view, found }: { readonly view: StartView; readonly found: readonly ProcedureLine[] }) {
  const { t } = view.frame;
  const other = coveredCode(view.text);
  return (
    <section class="stack" aria-labelledby="tim-thay">
      <h2 id="tim-thay">{t('counter.search.found', { n: found.length })}</h2>
      {other ? (
        <Notice tone="info">
          <p>{t('counter.search.covered', { known: other.known, by: other.by })}</p>
        </Notice>
      ) : null}
      {found.length > 0 ? (
        <ProcedureList view={view} lines={found} />
      ) : (
        <Empty title={t('counter.search.none')}>{t('counter.search.none-now')}</Empty>
      )}
    </section>
  );
}

function ProcedureList({
  view,
  lines,
}: {
  readonly view: StartView;
  readonly lines: readonly ProcedureLine[];
}) {
  const { t } = view.frame;
  return (
    <ul class="plain procedures">
      {lines.map((line) => (
        <li>
          {line.elsewhere ? <strong>{line.name}</strong> : <StartButton view={view} line={line} />}
          <p class="small subtle">{[line.code, line.field, limitInWords(t, line.limit)].join(' · ')}</p>
          {line.elsewhere ? <p class="small">{line.elsewhere}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function StartButton({ view, line }: { readonly view: StartView; readonly line: ProcedureLine }) {
  return (
    <form method="post" action={view.own} data-once>
      <CsrfField token={view.frame.csrf} />
      <CounterField view={view} />
      <input type="hidden" name="code" value={line.code} />
      <button type="submit" class="as-link procedure-name">
        {line.name}
      </button>
    </form>
  );
}

function Drafts({ view }: { readonly view: StartView }) {
  const { t } = view.frame;
  const columns = [
    {
      head: t('counter.drafts.who'),
      rowHeader: true,
      cell: (line: DraftLine) => <a href={paths.draft(line.id)}>{line.name || t('counter.drafts.nobody')}</a>,
    },
    {
      head: t('counter.drafts.procedure'),
      cell: (line: DraftLine) =>
        line.reference
          ? `${line.procedure} (${t('counter.going-on', { reference: line.reference })})`
          : line.procedure,
    },
    { head: t('counter.drafts.saved'), cell: (line: DraftLine) => longMoment(t, line.updatedAt) },
    { head: t('counter.drafts.end'), cell: (line: DraftLine) => <DeleteDraft view={view} line={line} /> },
  ];
  return (
    <section class="stack" aria-labelledby="nhap">
      <h2 id="nhap">{t('counter.drafts.title')}</h2>
      {view.drafts.length > 0 ? (
        <DataTable t={t} caption={t('counter.drafts.title')} columns={columns} rows={view.drafts} />
      ) : (
        <Empty title={t('counter.drafts.none')}>{t('counter.drafts.none-now')}</Empty>
      )}
    </section>
  );
}

function DeleteDraft({ view, line }: { readonly view: StartView; readonly line: DraftLine }) {
  const { t } = view.frame;
  return (
    <form method="post" action={paths.at(line.id, 'xoa')} data-once>
      <CsrfField token={view.frame.csrf} />
      <button type="submit" class="as-link">
        {t('counter.drafts.delete')}
        <span class="ds-sr-only"> {line.name || line.procedure}</span>
      </button>
    </form>
  );
}

function Fields({ view }: { readonly view: StartView }) {
  const { t } = view.frame;
  return (
    <section class="stack" aria-labelledby="linh-vuc">
      <h2 id="linh-vuc">{t('counter.fields')}</h2>
      <ul class="plain procedure-fields">
        {view.fields.map(({ field, procedures }) => (
          <li>
            <a href={withQuery(view.own, { q: field, quay: namedCounter(view) })}>{field}</a>{' '}
            <span class="subtle">{procedures}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
