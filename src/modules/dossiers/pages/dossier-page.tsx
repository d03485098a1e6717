import type { Words } from '#platform/i18n/words.ts';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { KeyHint } from '#ui/components/key-hint.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { StatusTag } from '#ui/components/state.tsx';
import { Timeline } from '#ui/components/timeline.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { Dossier } from '../rules/dossier.ts';
import { listCrumb } from './crumbs.ts';
import { type DossierView, shortNameOf, titleOf } from './dossier-view.ts';
import { DuePanel } from './due-panel.tsx';
import { historyItems } from './history-items.tsx';
import { JustDone } from './just-done.tsx';
import { LatePanel } from './late-panel.tsx';
import { Neighbours } from './neighbours.tsx';
import { paths, TRAINING_START } from './page-deps.ts';
import { FiledPapers, MadePapers } from './paper-tables.tsx';
import { PressFields } from './press-fields.tsx';
import { slugs } from './slugs.ts';
import { stateLooks } from './state-look.ts';
import { TaskPanel } from './task-panel.tsx';
import { type NumbersShown, WhoFiled } from './who-filed.tsx';

const SHOWN_EVENTS = 8;

/** One dossier: who and what at the left, what is to be done in the middle, time and history at the right. */
export function DossierPage({ view }: { readonly view: DossierView }) {
  const { frame, read, name } = view;
  const { t } = frame;
  const { dossier } = read;
  const crumbs = [listCrumb(t, dossier), { label: shortNameOf(dossier) }];
  const causeHref = read.commands.includes('correct-cause')
    ? paths.at(name, slugs['correct-cause'])
    : undefined;
  const correct = read.commands.includes('correct-data') ? paths.at(name, 'sua') : undefined;
  return (
    <DeskLayout
      frame={frame}
      title={`${shortNameOf(dossier)} ${titleOf(t, dossier)}`}
      crumbs={crumbs}
      keys={pageKeys(t, view.mayBeginNext)}
    >
      <ErrorSummary t={t} errors={view.errors} />
      {view.isNew ? <JustAccepted t={t} view={view} /> : <JustDone t={t} view={view} />}
      <PageTitle
        title={titleOf(t, dossier)}
        tag={<StateTag t={t} dossier={dossier} />}
        note={name}
        aside={view.place ? <Neighbours t={t} place={view.place} /> : undefined}
      />
      {dossier.groupId ? (
        <p>
          <a href={paths.group(dossier.groupId)}>{t('dossiers.group.link')}</a>
        </p>
      ) : null}
      <div class="three">
        <div>
          <WhoFiled t={t} dossier={dossier} correctHref={correct} numbers={numbersOf(view)} />
        </div>
        <div>
          <TaskPanel t={t} {...view} />
          {view.money}
          {dossier.personal ? <FiledPapers t={t} name={name} papers={dossier.personal.papers} /> : null}
          <MadePapers t={t} name={name} papers={view.papers} />
          <PrintSlip t={t} view={view} />
          <NextLike t={t} view={view} />
        </div>
        <div>
          <DuePanel t={t} {...view} limit={dossier.filing.limit} />
          <LatePanel t={t} late={view.late} {...read} correctHref={causeHref} />
          <History t={t} view={view} />
        </div>
      </div>
    </DeskLayout>
  );
}

function numbersOf({ name, press, wholeNumbers }: DossierView): NumbersShown {
  return { whole: wholeNumbers, askAction: paths.at(name, 'du-so'), csrf: press.csrf };
}

function pageKeys(t: Words, mayBeginNext: boolean) {
  return [
    { keys: 'k j', text: t('dossiers.keys.neighbours') },
    { keys: 't', text: t('dossiers.keys.task') },
    { keys: 'a', text: t('dossiers.now.other') },
    ...(mayBeginNext ? [{ keys: 'n', text: t('dossiers.page.next-like') }] : []),
  ];
}

export function StateTag({ t, dossier }: { readonly t: Words; readonly dossier: Dossier }) {
  const { icon, tone } = stateLooks[dossier.state];
  return (
    <StatusTag icon={icon} tone={tone}>
      {t(`dossiers.state.${dossier.state}`)}
    </StatusTag>
  );
}

interface PartProps {
  readonly t: Words;
  readonly view: DossierView;
}

/** Accepted a moment ago: the receipt goes into the citizen's hand. */
function JustAccepted({ t, view }: PartProps) {
  const receipt = view.read.dossier.receiptIds.at(-1);
  if (!receipt) return null;
  return (
    <Notice tone="success" title={t('dossiers.page.accepted')} live>
      <p>{t(view.read.dossier.training ? 'dossiers.training.accepted' : 'dossiers.page.accepted-give')}</p>
      <p class="row">
        <a href={paths.at(view.name, `giay/${receipt}.pdf`)}>{t('dossiers.page.print-receipt')}</a>
        <a href={paths.at(view.name, `giay/${receipt}`)}>{t('dossiers.page.read-receipt')}</a>
        <a href={view.read.dossier.training ? TRAINING_START : '/lam-viec/tiep-nhan'}>
          {t('dossiers.page.took-in-next')}
        </a>
      </p>
    </Notice>
  );
}

/** Posted, for it makes a paper that stays. */
function PrintSlip({ t, view }: PartProps) {
  const { dossier } = view.read;
  if (!dossier.number || !dossier.personal) return null;
  return (
    <form class="o4 no-print" method="post" action={paths.at(view.name, 'phieu-kiem-soat')} data-once>
      <PressFields press={view.press} />
      <button class="as-link" type="submit">
        {t('dossiers.made.slip')}
      </button>
    </form>
  );
}

/** Reception's: what is the same is copied, what must be asked anew is not. */
function NextLike({ t, view }: PartProps) {
  if (!view.mayBeginNext) return null;
  return (
    <p class="o4 no-print">
      <a href={paths.nextLike(view.name)} aria-keyshortcuts="n">
        {t('dossiers.page.next-like')} <KeyHint keys="n" />
      </a>
    </p>
  );
}

function History({ t, view }: PartProps) {
  const { dossier, events } = view.read;
  return (
    <section class="stack o5" aria-labelledby="dien-bien">
      <h2 id="dien-bien">{t('dossiers.history.heading')}</h2>
      <Timeline items={historyItems(t, dossier, events).slice(0, SHOWN_EVENTS)} />
      <p class="small no-print">
        <a href={paths.at(view.name, 'dien-bien')}>{t('dossiers.history.all', { n: events.length })}</a>
      </p>
    </section>
  );
}
