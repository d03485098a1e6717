import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import type { Words } from '#platform/i18n/words.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Facts } from '#ui/components/facts.tsx';
import { Notice } from '#ui/components/notice.tsx';
import type { Paper } from '../find-paper.ts';
import type { PaperHead } from '../rules/content.ts';
import { type Block, momentText } from './block.ts';
import { cashReceiptBlocks } from './cash-receipt-blocks.ts';
import { certificationWordsBlocks } from './certification-words-blocks.ts';
import { controlSlipBlocks } from './control-slip-blocks.ts';
import { giveBackSlipBlocks } from './give-back-slip-blocks.ts';
import { completionRequestBlocks, refusalBlocks } from './guidance-blocks.ts';
import { apologyBlocks, paymentNoticeBlocks, stopNoticeBlocks } from './notice-blocks.ts';
import { receiptBlocks } from './receipt-blocks.ts';
import { resultBlocks } from './result-blocks.ts';

interface PaperPageProps {
  readonly paper: Paper;
  readonly t: Words;
  /** Address of the same paper as PDF. */
  readonly pdfHref?: string | undefined;
}

/** A paper for reading on screen or aloud: the same frozen content as its PDF. The caller gives the layout. */
export function PaperPage({ paper, t, pdfHref }: PaperPageProps) {
  const { content } = paper;
  return (
    <article class="stack" aria-labelledby="paper-title">
      {content?.training ? <TrainingMark t={t} /> : null}
      {content ? <Letterhead t={t} head={content} /> : null}
      <h1 id="paper-title">{titleOf(t, paper)}</h1>
      {pdfHref ? (
        <p class="no-print">
          <LinkButton href={pdfHref}>{t('documents.page.open-pdf')}</LinkButton>
        </p>
      ) : null}
      {content?.link ? (
        <p class="no-print">
          <a href={content.link}>{t('documents.page.look-up')}</a>
        </p>
      ) : null}
      {paper.voidAt ? (
        <Notice tone="warning" title={t('documents.page.void-title')}>
          <p>{t('documents.page.void', { at: momentText(t, paper.voidAt) })}</p>
          {paper.voidReason ? <p>{t(`documents.void.${paper.voidReason}`)}</p> : null}
        </Notice>
      ) : null}
      {content ? blocksOf(t, paper).map((block) => <BlockView t={t} block={block} />) : null}
      {content ? null : <p>{t('documents.refusal.paper-erased')}</p>}
      <Signatures t={t} paper={paper} />
      {content?.demo ? <p>{t('documents.page.demo')}</p> : null}
    </article>
  );
}

function Letterhead({ t, head }: { readonly t: Words; readonly head: PaperHead }) {
  return (
    <header class="letterhead" lang="vi">
      <p>
        {head.superior ? (
          <>
            {head.superior}
            <br />
          </>
        ) : null}
        <strong>{head.office}</strong>
      </p>
      <p>
        {t('documents.page.nation')}
        <br />
        {t('documents.page.motto')}
      </p>
      <p>
        {t('documents.page.place-date', { place: head.place, date: formatCivilDate(dateOf(head.issuedAt)) })}
      </p>
    </header>
  );
}

/** A paper of a training dossier: large, in words, also when it is printed. */
function TrainingMark({ t }: { readonly t: Words }) {
  return (
    <p class="training-mark">
      <b>{t('documents.page.training')}</b> {t('documents.page.training-note')}
    </p>
  );
}

function titleOf(t: Words, paper: Paper): string {
  return paper.purpose === 'result' && paper.content
    ? paper.content.title
    : t(`documents.purpose.${paper.purpose}`);
}

function blocksOf(t: Words, paper: Paper): Block[] {
  if (!paper.content) return [];
  switch (paper.purpose) {
    case 'receipt':
      return receiptBlocks(t, paper.content);
    case 'completion-request':
      return completionRequestBlocks(t, paper.content);
    case 'refusal':
      return refusalBlocks(t, paper.content);
    case 'control-slip':
      return controlSlipBlocks(t, paper.content);
    case 'cash-receipt':
      return cashReceiptBlocks(t, paper.content);
    case 'certification-words':
    case 'electronic-copy':
      return certificationWordsBlocks(t, paper.content);
    case 'give-back-slip':
      return giveBackSlipBlocks(t, paper.content);
    case 'result':
      return resultBlocks(t, paper.content);
    case 'apology':
      return apologyBlocks(t, paper.content);
    case 'stop-notice':
      return stopNoticeBlocks(t, paper.content);
    case 'payment-notice':
      return paymentNoticeBlocks(t, paper.content);
  }
}

function BlockView({ t, block }: { readonly t: Words; readonly block: Block }) {
  switch (block.kind) {
    case 'facts':
      return block.facts.length > 0 ? <Facts facts={block.facts} /> : null;
    case 'text':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <section>
          <h2>{block.title}</h2>
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </section>
      );
    case 'table':
      return (
        <DataTable
          t={t}
          caption={block.caption}
          captionShown
          rows={block.rows}
          columns={block.heads.map((head, index) => ({
            head,
            labelled: true,
            class: 'wrapok',
            cell: (row: readonly string[]) => row[index] ?? '',
          }))}
        />
      );
  }
}

function Signatures({ t, paper }: { readonly t: Words; readonly paper: Paper }) {
  return paper.signatures.map(({ name, title, organisation, basis, signedAt }) => (
    <p>
      {t('documents.page.signed', { name, title, organisation, at: momentText(t, signedAt) })}
      {basis ? ` ${t('documents.page.signed-basis', { basis })}` : null}
    </p>
  ));
}
