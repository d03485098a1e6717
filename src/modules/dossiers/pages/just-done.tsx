import { formatMoment } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import type { DossierEvent } from '../rules/event.ts';
import type { DossierView } from './dossier-view.ts';
import { eventTitle } from './history-items.tsx';
import { paths } from './page-deps.ts';

/** The answer to what this person has just pressed, and the paper it made, to be printed. */
export function JustDone({ t, view }: { readonly t: Words; readonly view: DossierView }) {
  const { read, name, done } = view;
  if (!done) return null;
  const paperId = paperOf(done);
  return (
    <Notice tone="success" live>
      <p>
        <strong>{eventTitle(t, read.dossier, done)}</strong>, {formatMoment(done.at)}
      </p>
      {paperId ? (
        <p class="row">
          <a href={paths.at(name, `giay/${paperId}.pdf`)}>{t('dossiers.page.print-paper')}</a>
          <a href={paths.at(name, `giay/${paperId}`)}>{t('dossiers.page.read-paper')}</a>
        </p>
      ) : null}
    </Notice>
  );
}

function paperOf(event: DossierEvent): string | undefined {
  switch (event.type) {
    case 'supplement-received':
      return event.body.receiptId;
    case 'supplement-asked':
      return event.body.paperId;
    case 'decided':
      return event.body.resultPaperId;
    default:
      return undefined;
  }
}
