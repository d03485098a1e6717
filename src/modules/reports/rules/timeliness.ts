import { type DossierClass, endedClasses, openClasses } from './class-of-dossier.ts';

/** How many dossiers of an agency came by a channel and stand in a class. */
export interface CountedDossiers {
  readonly agencyId: string;
  readonly channel: string;
  /** Something was certified: it has books of its own and is told apart. */
  readonly isCertified: boolean;
  readonly class: DossierClass;
  readonly count: number;
}

/** A line of the table: received is ended and open together. */
export interface Timeliness extends Readonly<Record<DossierClass, number>> {
  readonly received: number;
  readonly ended: number;
  readonly open: number;
}

export function sumUp(counts: readonly Pick<CountedDossiers, 'class' | 'count'>[]): Timeliness {
  const of = (name: DossierClass) =>
    counts.reduce((sum, one) => sum + (one.class === name ? one.count : 0), 0);
  const byClass = {
    early: of('early'),
    'on-time': of('on-time'),
    late: of('late'),
    'in-time': of('in-time'),
    overdue: of('overdue'),
  };
  const sum = (names: readonly DossierClass[]) => names.reduce((total, name) => total + byClass[name], 0);
  const [ended, open] = [sum(endedClasses), sum(openClasses)];
  return { ...byClass, received: ended + open, ended, open };
}

/** Early or on time of what has ended, in per mille, rounded down: 1000 only when nothing was late. Null: nothing has. */
export function punctuality({ ended, late }: Pick<Timeliness, 'ended' | 'late'>): number | null {
  return ended === 0 ? null : Math.floor(((ended - late) * 1000) / ended);
}
