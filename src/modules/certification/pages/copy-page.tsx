import { dateOf, timeOf } from '#kernel/civil-date.ts';
import type { Words as Translate } from '#platform/i18n/words.ts';
import { ErrorSummary } from '#ui/components/error-summary.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { shortDate } from '#ui/dates.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { bookLabel, numberLabel } from '../rules/books.ts';
import { type CopyStep, signedPaperOf, standingOf } from '../rules/electronic-copy.ts';
import { GiveForm, ScanForm, Scans } from './copy-forms.tsx';
import type { CopyView } from './copy-view.ts';
import { paths } from './paths.ts';

/** One electronic copy: its scan, its signature, its hand-over. */
export function CopyPage({ view }: { readonly view: CopyView }) {
  const { frame, read } = view;
  const { t } = frame;
  const { copy } = read;
  const standing = standingOf(copy);
  const number = t('certification.electronic.numbered', {
    number: numberLabel(copy.entry.number),
    book: bookLabel(copy.entry),
  });
  const title = t('certification.electronic.title');
  const open = standing === 'requested' || standing === 'scanned';
  return (
    <DeskLayout
      frame={frame}
      title={`${title} ${number}`}
      crumbs={[{ href: paths.electronic, label: title }, { label: number }]}
    >
      <ErrorSummary t={t} errors={view.errors} />
      <PageTitle title={number} note={copy.entry.documentName ?? t('certification.book.erased')} />
      <div class="stack">
        <Done t={t} done={view.done} />
        <div class="intake">
          <div class="panel stack">
            {standing === 'scanned' ? <p>{t('certification.electronic.sign-waits')}</p> : null}
            <Words view={view} />
            {open && read.atCounter && !copy.erased ? <ScanForm view={view} /> : <Scans view={view} />}
            {signedPaperOf(copy) && !copy.erased ? <GiveForm view={view} standing={standing} /> : null}
          </div>
          <Side view={view} />
        </div>
      </div>
    </DeskLayout>
  );
}

function Done({ t, done }: { readonly t: Translate; readonly done: string }) {
  const key = done === 'quet' ? 'saved' : done === 'giao' ? 'given-now' : null;
  if (!key) return null;
  return (
    <Notice tone="success" live>
      <p>{t(`certification.electronic.${key}`)}</p>
    </Notice>
  );
}

function Side({ view }: { readonly view: CopyView }) {
  const { frame, read } = view;
  const { t } = frame;
  const { copy } = read;
  const facts = [
    {
      label: t('certification.electronic.standing'),
      value: t(`certification.electronic.is-${standingOf(copy)}`),
    },
    {
      label: t('certification.book.requester'),
      value: copy.entry.requesterName ?? t('certification.book.erased'),
    },
    ...copy.steps.map((step) => ({
      label: `${timeOf(step.at)} ${shortDate(dateOf(step.at))}`,
      value: stepText(t, step),
    })),
  ];
  return (
    <aside class="side panel stack tight" aria-label={t('certification.electronic.history')}>
      <Facts facts={facts} />
      {read.atCounter ? <Links view={view} /> : null}
    </aside>
  );
}

/** What is signed, as it was frozen with the number. */
function Words({ view: { frame, read } }: { readonly view: CopyView }) {
  const { t } = frame;
  const item = read.words?.item;
  if (!item) return null;
  return (
    <section class="stack tight" aria-labelledby="loi-chung">
      <h2 id="loi-chung">{item.heading}</h2>
      {item.text ? <p>{item.text}</p> : null}
      <p>{t('certification.electronic.numbered', { number: item.number, book: item.book })}</p>
    </section>
  );
}

function Links({ view: { frame, read } }: { readonly view: CopyView }) {
  const { t } = frame;
  const { copy } = read;
  return (
    <ul class="plain small stack tight">
      <li>
        <a href={paths.words(copy.dossierNumber)}>{t('certification.electronic.words')}</a>
      </li>
      <li>
        <a href={paths.dossier(copy.dossierNumber)}>{t('certification.done.dossier')}</a>
      </li>
    </ul>
  );
}

function stepText(t: Translate, step: CopyStep): string {
  switch (step.happened) {
    case 'scanned':
      return t('certification.electronic.step-scanned', { n: step.fileIds.length });
    case 'signed':
      return t('certification.electronic.step-signed');
    case 'given':
      return t('certification.electronic.step-given', {
        way: t(`certification.electronic.way-${step.way}`),
      });
  }
}
