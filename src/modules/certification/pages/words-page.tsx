import type { Words } from '#platform/i18n/words.ts';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { CertifiedDossier } from '../actions/read-certified.ts';
import { dateLine, textOf } from '../papers/certification-words.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import type { Entry } from '../store/entries.ts';
import { paths } from './paths.ts';

/** A dossier whose words are printed. */
interface Printed {
  readonly certified: CertifiedDossier;
  readonly agencyName: string;
}

export interface WordsView extends Printed {
  readonly frame: DeskFrame;
  /** The frozen paper; undefined where its numbers are older than the paper. */
  readonly paperId: string | undefined;
  /** The words on paper are Vietnamese whatever the page's language. */
  readonly paperWords: Words;
}

/** The certification of each document, to be printed on it; the leader signs by hand. */
export function WordsPage({ view }: { readonly view: WordsView }) {
  const { frame, certified } = view;
  const { t } = frame;
  const { dossier, entries } = certified;
  const number = dossier.number ?? dossier.reference;
  const title = t('certification.words.title');
  return (
    <DeskLayout
      frame={frame}
      title={`${title} ${number}`}
      crumbs={[
        { href: paths.page, label: t('certification.title') },
        { href: paths.done(number), label: t('certification.done.title') },
        { label: title },
      ]}
    >
      <PageTitle title={title} aside={<PrintButton>{t('certification.words.print')}</PrintButton>} />
      <p class="no-print subtle">{t('certification.words.note')}</p>
      {view.paperId ? (
        <p class="no-print">
          <a href={paths.paper(number, `${view.paperId}.pdf`)}>{t('certification.words.pdf')}</a>
        </p>
      ) : null}
      <div class="certification-words" lang="vi">
        {entries.map((entry) => (
          <OnDocument view={view} entry={entry} />
        ))}
      </div>
    </DeskLayout>
  );
}

interface PileView {
  readonly frame: DeskFrame;
  /** Each with the name of its agency. */
  readonly pile: readonly Printed[];
  readonly paperWords: Words;
}

/** The words of a whole pile, one after the other, for one print. */
export function WordsOfPilePage({ view: { frame, pile, paperWords } }: { readonly view: PileView }) {
  const { t } = frame;
  const title = t('certification.words.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[
        { href: paths.page, label: t('certification.title') },
        { href: paths.today, label: t('certification.today.title') },
        { label: title },
      ]}
    >
      <PageTitle title={title} aside={<PrintButton>{t('certification.words.print')}</PrintButton>} />
      <p class="no-print subtle">{t('certification.words.note')}</p>
      <div class="certification-words" lang="vi">
        {pile.flatMap((printed) =>
          printed.certified.entries.map((entry) => (
            <OnDocument view={{ ...printed, paperWords }} entry={entry} />
          )),
        )}
      </div>
    </DeskLayout>
  );
}

interface OnDocumentProps {
  readonly view: Printed & { readonly paperWords: Words };
  readonly entry: Entry;
}

function OnDocument({ view, entry }: OnDocumentProps) {
  const { agencyName, paperWords: t, certified } = view;
  const text = textOf(t, entry, certified.dossier, agencyName);
  const params = { number: numberLabel(entry.number), book: bookLabel(entry) };
  return (
    <article class="panel stack tight">
      <p class="no-print small subtle">{entry.documentName}</p>
      <p>
        <strong>{t(`certification.words.head-${entry.kind}`)}</strong>
      </p>
      {text ? <p>{text}</p> : null}
      <p>{t('certification.words.number', params)}</p>
      <p>{dateLine(t, entry)}</p>
      <p>
        <strong>{t('certification.words.signer')}</strong>
        <br />
        {t('certification.words.signer-hint')}
      </p>
    </article>
  );
}
