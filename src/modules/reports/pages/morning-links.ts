import type { CivilDate } from '#kernel/civil-date.ts';
import { dossierPaths } from '#modules/dossiers/index.ts';

export interface HeldBy {
  readonly officeId?: string;
  /** Null: nobody there has taken it. */
  readonly accountId?: string | null;
  /** Null: at no step yet. */
  readonly step?: string | null;
  readonly due?: 'qua-han' | 'hom-nay' | CivilDate;
}

/** The dossiers behind a number of the page. */
export function heldHref({ officeId, accountId, step, due }: HeldBy): string {
  const asked = {
    ...(officeId ? { 'don-vi': officeId } : {}),
    ...(accountId === undefined ? {} : { nguoi: accountId ?? 'chua-ai' }),
    ...(step === undefined ? {} : { buoc: step ?? '-' }),
    ...(due ? { han: due } : {}),
  };
  const query = new URLSearchParams(asked).toString();
  return query ? `${dossierPaths.held}?${query}` : dossierPaths.held;
}
