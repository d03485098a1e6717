import type { HeldPost } from '#kernel/actor.ts';
import type { DeskFrame } from '#ui/frame.ts';

/** What the page of a beginning knows of the counters of who is there. */
export interface CountersView {
  readonly frame: DeskFrame;
  /** Its own address. */
  readonly own: string;
  /** What is searched. */
  readonly text: string;
  /** Where this person receives, and the one that the page is about. */
  readonly counters: readonly HeldPost[];
  readonly counter: HeldPost | undefined;
}

interface CountersProps {
  readonly view: CountersView;
}

/** An address with what is asked; what is empty is left out. */
export function withQuery(path: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The counter in an address or a form of the page; empty where there is no choice. */
export function namedCounter({ counters, counter }: Pick<CountersView, 'counters' | 'counter'>): string {
  return counters.length > 1 && counter ? counter.officeId : '';
}

/** Whoever works at several counters, her own and that of somebody away, says at which one. */
export function CounterChoice({ view }: CountersProps) {
  const { t } = view.frame;
  if (view.counters.length < 2) return null;
  return (
    <nav class="row ways" aria-label={t('counter.at')}>
      <span>{t('counter.at')}:</span>
      {view.counters.map(({ officeId, officeName, insteadOf }) => (
        <a
          href={withQuery(view.own, { q: view.text, quay: officeId })}
          aria-current={officeId === view.counter?.officeId ? 'page' : undefined}
        >
          {insteadOf ? t('counter.at-instead', { office: officeName, absent: insteadOf.name }) : officeName}
        </a>
      ))}
    </nav>
  );
}

/** Goes with every form that begins something. */
export function CounterField({ view }: CountersProps) {
  const quay = namedCounter(view);
  return quay ? <input type="hidden" name="quay" value={quay} /> : null;
}
