import type { Words } from '#platform/i18n/words.ts';
import { paths } from './paths.ts';

const ways = { page: paths.page, today: paths.today, book: paths.book } as const;

/** The three pages of certification. */
export function Ways({ t, current }: { readonly t: Words; readonly current: keyof typeof ways | null }) {
  return (
    <nav class="row ways no-print" aria-label={t('certification.ways.label')}>
      {(['page', 'today', 'book'] as const).map((way) => (
        <a href={ways[way]} aria-current={way === current ? 'page' : undefined}>
          {t(`certification.ways.${way}`)}
        </a>
      ))}
    </nav>
  );
}
