import type { Say } from '../say.ts';

export type VerifyReport = Readonly<Record<string, { readonly ok: boolean }>>;

/** A line for each part: counts in words, the first wrong row as it stands in the tables, to be looked up there. */
export function tellVerified(report: VerifyReport, say: Say): void {
  for (const [name, { ok, ...found }] of Object.entries(report)) {
    const part = say.t(`main.verify.part.${name}`);
    const details = plainOf(found);
    const row = details.map(([key, value]) => `${key} ${value}`).join(', ');
    const counts = details.map(([key, n]) => say.t(`main.verify.count.${key}`, { n })).join(', ');
    if (!ok) say.line('main.verify.broken', { part, details: row });
    else say.line('main.verify.whole', { part, details: counts ? ` (${counts})` : '' });
  }
}

function plainOf(found: object): (readonly [string, string | number])[] {
  return Object.entries(found).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
}
