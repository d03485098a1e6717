import type { Words } from '#platform/i18n/words.ts';

interface PaginationProps {
  readonly t: Words;
  /** `Đang xem 16 trên 23 hồ sơ`. */
  readonly shown: string;
  readonly firstHref?: string | undefined;
  readonly nextHref?: string | undefined;
}

/** Keyset pages: onwards, or back to the first. */
export function Pagination({ t, shown, firstHref, nextHref }: PaginationProps) {
  return (
    <nav class="row pages" aria-label={t('ui.pages.label')}>
      <span class="subtle">{shown}</span>
      {firstHref ? <a href={firstHref}>{t('ui.pages.first')}</a> : null}
      {nextHref ? (
        <a href={nextHref} rel="next">
          {t('ui.pages.next')}
        </a>
      ) : null}
    </nav>
  );
}
