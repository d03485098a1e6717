import type { Words } from '#platform/i18n/words.ts';
import type { StandingCount } from '../store/standing.ts';
import { paths } from './page-deps.ts';

export interface TabCounts {
  readonly mine: number;
  /** Late and without an apology. */
  readonly apologies: number;
  readonly broken: number;
}

export function countsOf(mine: number, counts: readonly StandingCount[]): TabCounts {
  const broken = counts.filter(({ level }) => level === 'broken');
  const sum = (some: readonly StandingCount[]) => some.reduce((total, { count }) => total + count, 0);
  return {
    mine,
    apologies: sum(broken.filter(({ rule }) => rule === 'apology')),
    broken: sum(broken),
  };
}

interface TabsProps {
  readonly t: Words;
  readonly counts: TabCounts;
  readonly current: keyof TabCounts;
}

/** From one's own reminders to what others have to do: for who oversees them. */
export function Tabs({ t, counts, current }: TabsProps) {
  return (
    <ul class="counts" aria-label={t('reminders.tabs')}>
      {(['mine', 'apologies', 'broken'] as const).map((one) => (
        <li data-color={counts[one] > 0 && one !== 'mine' ? 'danger' : undefined}>
          <a href={paths[one]} aria-current={one === current ? 'true' : undefined}>
            <b>{counts[one]}</b>
            {t(`reminders.tab.${one}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
