import { dateOf } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { PageTitle } from '#ui/components/page-title.tsx';
import { PrintButton } from '#ui/components/print-button.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { CertifiedDossier } from '../actions/read-certified.ts';
import { bookLabel, numberLabel } from '../rules/books.ts';
import type { Entry } from '../store/entries.ts';
import { paths } from './paths.ts';

export interface WordsView {
  readonly frame: DeskFrame;
  readonly certified: CertifiedDossier;
  readonly agencyName: string;
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
      <div class="certification-words" lang="vi">
        {entries.map((entry) => (
          <OnDocument view={view} entry={entry} />
        ))}
      </div>
    </DeskLayout>
  );
}

function OnDocument({ view, entry }: { readonly view: WordsView; readonly entry: Entry }) {
  const { agencyName, paperWords: t, certified } = view;
  const { personal } = certified.dossier;
  const party = personal?.authorised ?? personal?.applicants[0];
  const params = {
    number: numberLabel(entry.number),
    book: bookLabel(entry),
    agency: agencyName,
    signers: entry.parties ?? entry.representedBy ?? entry.requesterName ?? '',
    // the paper that was shown is the requester's: of somebody else it is written by hand
    paper: entry.parties === null && party?.kind === 'person' ? (party.idNumber ?? DOTS) : DOTS,
    document: entry.documentName ?? '',
  };
  return (
    <article class="panel stack tight">
      <p class="no-print small subtle">{entry.documentName}</p>
      <p>
        <strong>{t(`certification.words.head-${entry.kind}`)}</strong>
      </p>
      {hasText(entry) ? <p>{t(`certification.words.text-${entry.kind}`, params)}</p> : null}
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

const DOTS = '……………………';

/** Of a copy the heading says it all. */
function hasText({ kind }: Entry): boolean {
  return kind !== 'copies' && kind !== 'extracts';
}

function dateLine(t: Words, { enteredAt }: Entry): string {
  const [year, month, day] = dateOf(enteredAt).split('-');
  return t('certification.words.date', { day: day ?? '', month: month ?? '', year: year ?? '' });
}
