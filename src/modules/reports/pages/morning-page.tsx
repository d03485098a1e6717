import { dateOf, timeOf } from '#kernel/civil-date.ts';
import { groupThousands } from '#kernel/money.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import { dossierPaths } from '#modules/dossiers/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import { longDate, longMoment, shortDate, weekdayName } from '#ui/dates.ts';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { perMille } from '../per-mille.ts';
import { expectedInWords, isWorthSaying } from '../rules/expected-late.ts';
import { punctuality } from '../rules/timeliness.ts';
import { DueTable, LateTable } from './morning-due.tsx';
import { ExpectedTable } from './morning-expected.tsx';
import { HeldTable, LyingTable } from './morning-held.tsx';
import { TrendPart } from './morning-trend.tsx';
import type { MorningView } from './morning-view.ts';
import { TIMELINESS_PATH } from './page-deps.ts';

interface MorningPageProps {
  readonly frame: DeskFrame;
  readonly view: MorningView;
}

/** In the order of a leader's questions: one sentence, late, what will be, soon, where it piles up, how it goes. */
export function MorningPage({ frame, view }: MorningPageProps) {
  const { t } = frame;
  const date = longDate(t, dateOf(view.now));
  const part = timeOf(view.now) < '12:00' ? 'morning' : 'afternoon';
  const title = t(`reports.morning.title-${part}`, { date });
  return (
    <DeskLayout frame={frame} title={title}>
      <PageTitle
        title={title}
        note={t('reports.morning.of', { places: view.placeNames.join('; ') })}
        aside={<PrintButton>{t('reports.morning.print')}</PrintButton>}
      />
      <div class="figures">
        <p class="lede">
          <Lede t={t} view={view} />
        </p>
        <LateTable t={t} view={view} />
        <ExpectedTable t={t} view={view} />
        <div class="two">
          <DueTable t={t} view={view} />
          <HeldTable t={t} view={view} />
        </div>
        <Below t={t} view={view} />
        <LyingTable t={t} view={view} />
        {view.trend === null ? null : <TrendPart t={t} weeks={view.weeks} trend={view.trend} />}
        <p class="subtle">{t('reports.morning.as-of', { now: longMoment(t, view.now) })}</p>
      </div>
    </DeskLayout>
  );
}

function Lede({ t, view }: { readonly t: Words; readonly view: MorningView }) {
  const { whole, next, expected } = view;
  const late = t('reports.morning.lede-late', { n: groupThousands(whole.late) });
  const soon = t('reports.morning.lede-soon', {
    n: groupThousands(whole.today + whole.next),
    day: `${weekdayName(t, next)} ${shortDate(next)}`,
  });
  return (
    <>
      {whole.late > 0 ? (
        <strong>
          <a href={dossierPaths.late}>{late}</a>
        </strong>
      ) : (
        <strong>{t('reports.morning.lede-none-late')}</strong>
      )}
      {`, ${soon}. ${[expectedInSentence(t, expected), pileInWords(t, view), lastWeekInWords(t, view)].filter(Boolean).join(' ')}`}
    </>
  );
}

/** How many will be late; nothing where hardly any will. */
function expectedInSentence(t: Words, { until, sum }: MorningView['expected']): string {
  if (!isWorthSaying(sum.expected)) return '';
  return t('reports.morning.lede-expected', {
    n: expectedInWords(sum.expected),
    day: `${weekdayName(t, until)} ${shortDate(until)}`,
  });
}

/** Where most lies, and whether it has grown. */
function pileInWords(t: Words, { byOffice, officeName, heldBefore }: MorningView): string {
  const [most] = byOffice;
  if (!most) return t('reports.morning.lede-nothing');
  const before = heldBefore(most.of.officeId);
  const than =
    before === undefined ? 'alone' : most.open > before ? 'more' : most.open < before ? 'less' : 'same';
  return t(`reports.morning.lede-pile-${than}`, {
    office: officeName(most.of.officeId),
    n: groupThousands(most.open),
    d: groupThousands(Math.abs(most.open - (before ?? 0))),
  });
}

function lastWeekInWords(t: Words, { trend, weeks }: MorningView): string {
  const own = trend?.filter(({ week }) => week === weeks.at(-1)) ?? [];
  const sum = (of: 'ended' | 'late') => own.reduce((so, one) => so + one[of], 0);
  const punctual = punctuality({ ended: sum('ended'), late: sum('late') });
  return punctual === null ? '' : t('reports.morning.lede-week', { share: perMille(punctual) });
}

/** Agencies below have leaders of their own; theirs are the lists. */
function Below({ t, view: { below } }: { readonly t: Words; readonly view: MorningView }) {
  if (!below) return null;
  const { late, today, open } = below.sum;
  return (
    <p>
      {capitalised(
        t('reports.morning.below', {
          agencies: below.agencies,
          open: groupThousands(open),
          late: groupThousands(late),
          today: groupThousands(today),
        }),
      )}{' '}
      <a href={TIMELINESS_PATH}>{t('reports.morning.below-link')}</a>
    </p>
  );
}
