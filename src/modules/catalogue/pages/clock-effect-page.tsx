import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, errorOf, type FormError } from '#ui/components/error-summary.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { longMoment } from '#ui/dates.ts';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { DatedEffect } from '../rules/dated-effect.ts';
import { effectInWords, effectSpan } from './clock-effect-words.ts';
import { ComparedState } from './clock-effects-page.tsx';
import { paths } from './paths.ts';

export interface ClockEffectView {
  readonly frame: DeskFrame;
  readonly row: DatedEffect;
  /** Every row of its regime. */
  readonly all: readonly DatedEffect[];
  readonly standing: 'past' | 'now' | 'coming' | 'taken-back';
  readonly procedureName: string;
  readonly source: string;
  readonly errors: readonly FormError[];
  readonly mayCompare: boolean;
  readonly mayTakeBack: boolean;
  readonly done: 'set' | 'compared' | 'taken-back' | null;
}

/** One row: what it says, who set it, who compared it; compared with the law or taken back here. */
export function ClockEffectPage({ view }: { readonly view: ClockEffectView }) {
  const { frame, row } = view;
  const { t } = frame;
  const title = effectInWords(t, row);
  const crumbs = [
    { label: t('catalogue.admin') },
    { href: paths.clockEffectsOf(row.regime), label: t('catalogue.clock.title') },
    { label: t('catalogue.clock.row-title') },
  ];
  return (
    <DeskLayout frame={frame} title={title} crumbs={crumbs}>
      <ErrorSummary t={t} errors={view.errors} />
      {view.done ? (
        <Notice tone="success" live>
          <p>{t(`catalogue.clock.done-${view.done}`)}</p>
        </Notice>
      ) : null}
      <PageTitle title={title} />
      <div class="stack read">
        <div class="panel">
          <Facts facts={factsOf(view)} />
        </div>
        {row.checked || row.takenBack ? null : <Compare view={view} />}
        {view.mayTakeBack ? <TakeBack view={view} /> : null}
        <a href={paths.clockEffectsOf(row.regime)}>{t('catalogue.clock.back')}</a>
      </div>
    </DeskLayout>
  );
}

function factsOf({ frame: { t }, row, all, standing, procedureName }: ClockEffectView) {
  const { procedureCode: code, setBy, takenBack } = row;
  return [
    { label: t('catalogue.clock.regime'), value: t(`catalogue.clock.regime-${row.regime}`) },
    {
      label: t('catalogue.clock.procedure'),
      value: code === null ? t('catalogue.clock.every-procedure') : `${code} ${procedureName}`,
    },
    { label: t('catalogue.clock.basis'), value: row.basis },
    {
      label: t('catalogue.clock.span'),
      value: `${effectSpan(t, all, row)} (${t(`catalogue.clock.standing-${standing}`)})`,
    },
    {
      label: t('catalogue.clock.set-by'),
      value: setBy ? `${setBy.name}, ${longMoment(t, setBy.at)}` : t('catalogue.exemption.loaded'),
    },
    ...(takenBack
      ? [
          {
            label: t('catalogue.clock.taken-back-by'),
            value: `${takenBack.name}, ${longMoment(t, takenBack.at)}`,
          },
        ]
      : [{ label: t('catalogue.clock.check'), value: <ComparedState t={t} row={row} /> }]),
  ];
}

function Compare({ view }: { readonly view: ClockEffectView }) {
  const { frame, row } = view;
  const { t } = frame;
  return (
    <section class="panel stack" aria-labelledby="doi-chieu">
      <h2 id="doi-chieu">{t('catalogue.clock.compare-title')}</h2>
      {view.mayCompare ? (
        <form class="stack" method="post" action={paths.checkClockEffect(row.id)} data-once>
          <CsrfField token={frame.csrf} />
          <p>{t('catalogue.clock.compare-lead', { basis: row.basis })}</p>
          <TextField
            t={t}
            name="source"
            value={view.source}
            error={errorOf(view.errors, 'source')}
            label={t('catalogue.exemption.source')}
            hint={t('catalogue.exemption.source-hint')}
            maxLength={1000}
          />
          <div>
            <Button>{t('catalogue.exemption.check-press')}</Button>
          </div>
        </form>
      ) : (
        <p>{t('catalogue.clock.compare-other')}</p>
      )}
    </section>
  );
}

function TakeBack({ view: { frame, row } }: { readonly view: ClockEffectView }) {
  const { t } = frame;
  return (
    <section class="panel stack" aria-labelledby="rut-lai">
      <h2 id="rut-lai">{t('catalogue.clock.take-back-title')}</h2>
      <form class="stack" method="post" action={paths.takeBackClockEffect(row.id)} data-once>
        <CsrfField token={frame.csrf} />
        <p>{t('catalogue.clock.take-back-lead')}</p>
        <div>
          <Button variant="secondary">{t('catalogue.clock.take-back')}</Button>
        </div>
      </form>
    </section>
  );
}
