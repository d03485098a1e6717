import { type CivilDate, formatCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type Level, levelsOn, type Procedure, type Regime, regimeOn } from './procedure.ts';

const nearestFirst: readonly Level[] = ['xa', 'huyen', 'tinh'];

type Received = Pick<Procedure, 'code' | 'name' | 'levels' | 'validFrom' | 'validTo' | 'replacedBy'>;

/**
 * May a one-stop of this level receive the procedure on this day? Else a refusal that says where to go:
 * `catalogue/not-yet-valid`, `catalogue/no-longer-valid`, `catalogue/replaced`, `catalogue/not-offered`,
 * `catalogue/go-to-{commune,district,province}-{2018,2025}`.
 */
export function whereToGo(procedure: Received, level: Level, on: CivilDate): Outcome<Level> {
  const about = { code: procedure.code, name: procedure.name };
  if (procedure.validFrom !== null && on < procedure.validFrom) {
    return refused('catalogue/not-yet-valid', { ...about, from: formatCivilDate(procedure.validFrom) });
  }
  if (procedure.validTo !== null && on > procedure.validTo) {
    const to = formatCivilDate(procedure.validTo);
    return procedure.replacedBy === null
      ? refused('catalogue/no-longer-valid', { ...about, to })
      : refused('catalogue/replaced', { ...about, to, successor: procedure.replacedBy });
  }
  const levels = levelsOn(procedure, on);
  if (levels.includes(level)) return accepted(level);
  const nearest = nearestFirst.find((one) => levels.includes(one));
  if (nearest === undefined) return refused('catalogue/not-offered', about);
  return refused(goTo[nearest][regimeOn(on)], about);
}

const goTo: Readonly<Record<Level, Readonly<Record<Regime, string>>>> = {
  xa: { '2018': 'catalogue/go-to-commune-2018', '2025': 'catalogue/go-to-commune-2025' },
  huyen: { '2018': 'catalogue/go-to-district-2018', '2025': 'catalogue/not-offered' },
  tinh: { '2018': 'catalogue/go-to-province-2018', '2025': 'catalogue/go-to-province-2025' },
};
