import type { Words } from '#platform/i18n/words.ts';
import { paths } from './paths.ts';

const ways = { page: paths.page, today: paths.today, book: paths.book } as const;

interface WaysProps {
  readonly t: Words;
  readonly current: keyof typeof ways | null;
  /** Who only reads the books has no counter to certify at. */
  readonly onlyBook?: boolean;
}

/** The three pages of certification. */
export function Ways({ t, current, onlyBook = false }: WaysProps) {
  if (onlyBook) return null;
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
