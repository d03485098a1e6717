import type { Words } from '#platform/i18n/words.ts';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { State } from '#ui/components/state.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { Address } from './home-place.tsx';
import { LookupForm } from './lookup-form.tsx';
import type { OfficeAddress } from './opening.ts';
import { paths } from './paths.ts';

/**
 * Without sign-in only: done or not, and when (TT 01/2018/TT-VPCP, Điều 16). An unknown number, and one that
 * two agencies have, look the same.
 */
export type LookupAnswer =
  | { readonly kind: 'not-found' }
  /** `minutes`: when to try again. */
  | { readonly kind: 'too-many'; readonly minutes: number }
  /** `date` in words: `thứ Tư, 03/08/2022`. */
  | { readonly kind: 'done'; readonly date: string }
  | { readonly kind: 'returned'; readonly date: string }
  | { readonly kind: 'ended'; readonly date: string }
  /** `late`: the date that was said has gone by. */
  | { readonly kind: 'not-done' | 'late'; readonly date: string | null; readonly stopped: boolean };

interface LookupPageProps {
  readonly frame: Frame;
  /** As typed. */
  readonly number?: string | undefined;
  readonly answer?: LookupAnswer | undefined;
  readonly exampleNumber: string;
  readonly oneStop: OfficeAddress;
  /** What is wrong with what was typed. */
  readonly error?: string | undefined;
}

export function LookupPage({ frame, number, answer, exampleNumber, oneStop, error }: LookupPageProps) {
  const { t } = frame;
  const title = t('portal.lookup.title');
  const crumbs = [{ href: paths.home, label: t('portal.procedure.home') }, { label: title }];
  return (
    <PublicLayout frame={frame} title={title} crumbs={crumbs}>
      <div class="wrap split mt-6">
        <div class="stack gap-8">
          {error ? <ErrorSummary t={t} errors={[{ field: 'so', text: error }]} /> : null}
          <h1>{title}</h1>
          {answer ? <Answer t={t} answer={answer} number={number ?? ''} /> : null}
          <div class="stack gap-2">
            {answer ? <h2>{t('portal.lookup.other')}</h2> : <p class="read">{t('portal.lookup.how')}</p>}
            <LookupForm
              main={answer === undefined || answer.kind === 'not-found'}
              t={t}
              csrf={frame.csrf}
              error={error}
              number={answer?.kind === 'not-found' || error ? number : undefined}
              example={exampleNumber}
            />
          </div>
        </div>
        <aside class="stack gap-2" aria-labelledby="hoi">
          <h2 id="hoi" class="as-h3">
            {t('portal.signed.ask')}
          </h2>
          <Address office={oneStop} />
        </aside>
      </div>
    </PublicLayout>
  );
}

interface AnswerProps {
  readonly t: Words;
  readonly answer: LookupAnswer;
  readonly number: string;
}

function Answer({ t, answer, number }: AnswerProps) {
  if (answer.kind === 'not-found' || answer.kind === 'too-many') {
    return (
      <Notice tone="warning" title={t(`portal.lookup.${answer.kind}`)} live>
        <p>
          {t(`portal.lookup.${answer.kind}-text`, {
            minutes: answer.kind === 'too-many' ? answer.minutes : 0,
          })}
        </p>
      </Notice>
    );
  }
  return (
    <section class="stack gap-2" aria-label={t('portal.lookup.title')}>
      <p class="subtle">
        {t('portal.lookup.dossier')} <span class="nowrap">{number}</span>
      </p>
      <div class="answer stack gap-1">
        <State icon={looks[answer.kind].icon} tone={looks[answer.kind].tone}>
          {t(`portal.lookup.${answer.kind}`)}
        </State>
        <p>
          <b>{dateLine(t, answer)}</b>
        </p>
        <p>{t(`portal.lookup.${answer.kind}-text`)}</p>
      </div>
    </section>
  );
}

const looks = {
  done: { icon: 'ok', tone: 'success' },
  returned: { icon: 'ok', tone: 'success' },
  'not-done': { icon: 'clock', tone: undefined },
  late: { icon: 'late', tone: 'danger' },
  ended: { icon: 'info', tone: undefined },
} as const;

function dateLine(t: Words, answer: Exclude<LookupAnswer, { kind: 'not-found' | 'too-many' }>): string {
  if (answer.kind === 'done' || answer.kind === 'returned')
    return t('portal.lookup.done-on', { date: answer.date });
  if (answer.kind === 'ended') return t('portal.lookup.ended-on', { date: answer.date });
  if (answer.date !== null) return t('portal.lookup.due-on', { date: answer.date });
  return answer.stopped ? t('portal.lookup.no-due') : t('portal.lookup.no-limit');
}
