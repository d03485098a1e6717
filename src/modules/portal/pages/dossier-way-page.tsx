import type { CivilDate } from '#kernel/civil-date.ts';
import { DaysGrid, DaysLegend, type DayView } from '#ui/components/days-grid.tsx';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import type { IconName } from '#ui/components/icon.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { State, type Tone } from '#ui/components/state.tsx';
import { Timeline, type TimelineItem } from '#ui/components/timeline.tsx';
import type { Frame } from '#ui/frame.ts';
import { PublicLayout } from '#ui/layout/public-layout.tsx';
import { Address } from './home-place.tsx';
import { LookupForm } from './lookup-form.tsx';
import type { OfficeAddress, Opening } from './opening.ts';
import { paths } from './paths.ts';

/** Why the date is this one: a sentence, the days, the law. */
export interface DerivationView {
  readonly sentences: readonly string[];
  /** None, and no basis: promised elsewhere, counted by no rule here. */
  readonly days: readonly DayView[];
  readonly today: CivilDate;
  readonly stoppedWhy?: string | undefined;
  readonly basis: string | null;
}

/** What the signed link in the receipt's code shows: no name, initials only. */
export interface DossierWayView {
  readonly number: string;
  /** `220718-0042`, to be read out on the telephone. */
  readonly shortNumber: string;
  readonly procedureName: string;
  readonly officialName?: string | undefined;
  /** `ông N. V. H.`; left out where the office says so. */
  readonly initials?: string | undefined;
  readonly state: { readonly icon: IconName; readonly tone?: Tone | undefined; readonly text: string };
  /** The answer in large type: `Hẹn trả thứ Tư, 03/08/2022`. */
  readonly headline: string;
  /** `còn 4 ngày làm việc`. */
  readonly timeLeft?: string | undefined;
  /** What the citizen must do; undefined: nothing now. */
  readonly toDo?: string | undefined;
  readonly derivation?: DerivationView | undefined;
  /** Undefined where the office does not show the way. */
  readonly timeline?: readonly TimelineItem[] | undefined;
  /** As issued, to compare with the paper in the hand: of the receipt in force. */
  readonly receipt: readonly Fact[];
  /** Receipts that a newer one replaced, a sentence each. */
  readonly voidReceipts: readonly string[];
}

interface DossierWayPageProps {
  readonly frame: Frame;
  readonly dossier: DossierWayView;
  readonly oneStop: OfficeAddress;
  readonly opening: Opening;
  readonly exampleNumber: string;
}

export function DossierWayPage({ frame, dossier, oneStop, opening, exampleNumber }: DossierWayPageProps) {
  const { t } = frame;
  const crumbs = [
    { href: paths.home, label: t('portal.procedure.home') },
    { href: paths.lookup, label: t('portal.lookup.title') },
    { label: dossier.shortNumber },
  ];
  return (
    <PublicLayout frame={frame} title={`${t('portal.lookup.dossier')} ${dossier.number}`} crumbs={crumbs}>
      <div class="wrap">
        <Head frame={frame} dossier={dossier} />
        <div class="split mt-8">
          <div>
            <Answer frame={frame} dossier={dossier} />
            {dossier.derivation ? <Why frame={frame} derivation={dossier.derivation} /> : null}
            <Way frame={frame} dossier={dossier} />
          </div>
          <aside class="stack gap-8" aria-label={t('portal.signed.about')}>
            <section class="stack gap-2" aria-labelledby="hoi">
              <h2 id="hoi" class="as-h3">
                {t('portal.signed.ask')}
              </h2>
              <Address office={oneStop} />
              <p class="aside-text">
                {t('portal.signed.read-number', { number: dossier.shortNumber })}{' '}
                {opening.open
                  ? t('portal.home.open', { until: opening.until })
                  : t('portal.home.closed', { next: opening.next })}
              </p>
            </section>
            <section class="stack gap-2 no-print" aria-labelledby="khac">
              <h2 id="khac" class="as-h3">
                {t('portal.lookup.other')}
              </h2>
              <LookupForm t={t} csrf={frame.csrf} example={exampleNumber} short />
            </section>
          </aside>
        </div>
      </div>
    </PublicLayout>
  );
}

type PartProps = Pick<DossierWayPageProps, 'frame' | 'dossier'>;

function Head({ frame, dossier }: PartProps) {
  const { t } = frame;
  const { number, procedureName, officialName, initials } = dossier;
  return (
    <div class="stack gap-2 mt-6">
      <p class="subtle">
        {t('portal.lookup.dossier')} <span class="nowrap">{number}</span>
      </p>
      <h1>{procedureName}</h1>
      <p class="subtle">
        {officialName ? `${t('portal.signed.full-name', { name: officialName })} ` : null}
        {initials ? t('portal.signed.applicant', { initials }) : null}
      </p>
    </div>
  );
}

function Answer({ frame, dossier }: PartProps) {
  const { t } = frame;
  const { state, headline, timeLeft, toDo } = dossier;
  return (
    <div class="answer stack gap-1">
      <State icon={state.icon} tone={state.tone}>
        {state.text}
      </State>
      <p>
        <b>{headline}</b>
        {timeLeft}
      </p>
      <p>
        <strong>{toDo ?? t('portal.signed.nothing-to-do')}</strong>
      </p>
    </div>
  );
}

function Why({ frame, derivation }: { readonly frame: Frame; readonly derivation: DerivationView }) {
  const { t } = frame;
  const { sentences, days, today, stoppedWhy, basis } = derivation;
  return (
    <details class="ds-details flush mt-8" open>
      <summary>{t('portal.signed.why')}</summary>
      <div class="stack">
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {basis === null ? null : (
          <>
            <DaysGrid t={t} days={days} today={today} />
            <DaysLegend t={t} days={days} today={today} stoppedWhy={stoppedWhy} />
            <p class="small subtle">{t('portal.signed.basis', { basis })}</p>
          </>
        )}
      </div>
    </details>
  );
}

function Way({ frame, dossier }: PartProps) {
  const { t } = frame;
  return (
    <>
      <section class="section" aria-labelledby="den-dau">
        <h2 id="den-dau">{t('portal.signed.where')}</h2>
        {dossier.timeline ? <Timeline items={dossier.timeline} /> : <p>{t('portal.signed.hidden')}</p>}
      </section>
      <section class="section" aria-labelledby="giay-hen">
        <h2 id="giay-hen">{t('portal.signed.receipt')}</h2>
        <p class="read">{t('portal.signed.receipt-text')}</p>
        <Facts facts={dossier.receipt} ruled />
        {dossier.voidReceipts.map((text) => (
          <div class="mt-4">
            <Notice tone="warning">
              <p>{text}</p>
            </Notice>
          </div>
        ))}
      </section>
    </>
  );
}
