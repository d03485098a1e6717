import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { paths } from './paths.ts';
import type { ProcedureLine } from './start-page.tsx';

export interface LikeView {
  readonly frame: DeskFrame;
  /** The dossier before. */
  readonly number: string;
  readonly procedure: string;
  /** Its procedure has a page of its own: only the person can be taken along. */
  readonly personOnly: boolean;
  readonly key: string;
  readonly text: string;
  /** Null: nothing was searched. */
  readonly found: readonly ProcedureLine[] | null;
  readonly errors: readonly FormError[];
}

/** What is the same in the next dossier: one key each. */
export function LikePage({ view }: { readonly view: LikeView }) {
  const { frame, number } = view;
  const { t } = frame;
  const title = t('counter.like.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ href: paths.dossier(number), label: number }, { label: title }]}
      keys={['1', '2', '3'].map((keys) => ({ keys, text: t(`counter.like.key-${keys}`) }))}
    >
      <div class="read stack">
        <ErrorSummary t={t} errors={view.errors} />
        <PageTitle title={title} note={`${view.procedure}, ${number}`} />
        {view.personOnly ? null : (
          <>
            <Start view={view} like="procedure" shortcut="1" />
            <Start view={view} like="all" shortcut="2" />
          </>
        )}
        <OtherProcedure view={view} />
        <p class="small subtle">{t('counter.like.never')}</p>
      </div>
    </DeskLayout>
  );
}

interface StartProps {
  readonly view: LikeView;
  readonly like: 'procedure' | 'all';
  readonly shortcut: string;
}

function Start({ view, like, shortcut }: StartProps) {
  const { t } = view.frame;
  return (
    <form class="stack tight" method="post" action={paths.like(view.number)} data-once>
      <Hidden view={view} like={like} />
      <div>
        <Button variant="secondary" shortcut={shortcut}>
          {t(`counter.like.${like}`)}
        </Button>
      </div>
      <p class="small subtle">{t(`counter.like.${like}-what`)}</p>
    </form>
  );
}

function Hidden({ view, like }: { readonly view: LikeView; readonly like: string }) {
  return (
    <>
      <CsrfField token={view.frame.csrf} />
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="like" value={like} />
    </>
  );
}

/** The same person has another matter: its procedure is looked for here. */
function OtherProcedure({ view }: { readonly view: LikeView }) {
  const { t } = view.frame;
  return (
    <section class="stack tight" aria-labelledby="cung-nguoi">
      <h2 id="cung-nguoi">{t('counter.like.person')}</h2>
      <p class="small subtle">{t('counter.like.person-what')}</p>
      <search>
        <form class="row end" method="get" action={paths.like(view.number)}>
          <TextField
            t={t}
            name="q"
            label={t('counter.search.label')}
            value={view.text}
            shortcut="3"
            maxLength={200}
          />
          <Button variant="secondary">{t('counter.search.button')}</Button>
        </form>
      </search>
      {view.found ? (
        <ul class="plain procedures">
          {view.found.map((line) => (
            <li>
              {line.elsewhere ? <strong>{line.name}</strong> : <Chosen view={view} line={line} />}
              <p class="small subtle">{[line.code, line.elsewhere ?? line.field].join(' · ')}</p>
            </li>
          ))}
          {view.found.length === 0 ? <li>{t('counter.search.none')}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}

function Chosen({ view, line }: { readonly view: LikeView; readonly line: ProcedureLine }) {
  return (
    <form method="post" action={paths.like(view.number)} data-once>
      <Hidden view={view} like="person" />
      <input type="hidden" name="code" value={line.code} />
      <button type="submit" class="as-link procedure-name">
        {line.name}
      </button>
    </form>
  );
}
