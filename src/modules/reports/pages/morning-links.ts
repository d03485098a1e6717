import type { CivilDate } from '#kernel/civil-date.ts';
import { dossierPaths } from '#modules/dossiers/index.ts';

export interface HeldBy {
  readonly officeId?: string;
  /** Null: nobody there has taken it. */
  readonly accountId?: string | null;
  /** Null: at no step yet. */
  readonly step?: string | null;
  readonly due?: 'qua-han' | 'hom-nay' | CivilDate;
  /** Due from now until the end of this day. */
  readonly until?: CivilDate;
  /** At such a risk of being late: high, medium. */
  readonly risk?: 'cao' | 'vua';
}

/** The dossiers behind a number of the page. */
export function heldHref({ officeId, accountId, step, due, until, risk }: HeldBy): string {
  const asked = {
    ...(officeId ? { 'don-vi': officeId } : {}),
    ...(accountId === undefined ? {} : { nguoi: accountId ?? 'chua-ai' }),
    ...(step === undefined ? {} : { buoc: step ?? '-' }),
    ...(due ? { han: due } : {}),
    ...(until ? { den: until } : {}),
    ...(risk ? { 'nguy-co': risk } : {}),
  };
  const query = new URLSearchParams(asked).toString();
  return query ? `${dossierPaths.held}?${query}` : dossierPaths.held;
}
