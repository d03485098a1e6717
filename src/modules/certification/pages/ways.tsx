import type { Words } from '#platform/i18n/words.ts';
import { paths } from './paths.ts';

const ways = {
  page: paths.page,
  today: paths.today,
  electronic: paths.electronic,
  book: paths.book,
} as const;

interface WaysProps {
  readonly t: Words;
  readonly current: keyof typeof ways | null;
  /** Who only reads the books has no counter to certify at. */
  readonly onlyBook?: boolean;
  /** Has no counter, but signs electronic copies. */
  readonly signs?: boolean;
}

/** The pages of certification. */
export function Ways({ t, current, onlyBook = false, signs = false }: WaysProps) {
  if (onlyBook && !signs) return null;
  const shown = onlyBook
    ? (['electronic', 'book'] as const)
    : (['page', 'today', 'electronic', 'book'] as const);
  return (
    <nav class="row ways no-print" aria-label={t('certification.ways.label')}>
      {shown.map((way) => (
        <a href={ways[way]} aria-current={way === current ? 'page' : undefined}>
          {t(`certification.ways.${way}`)}
        </a>
      ))}
    </nav>
  );
}
