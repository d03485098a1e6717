import type { Outcome } from '#kernel/refusal.ts';
import { entryRow } from '#modules/audit/index.ts';
import type { Written } from '#platform/db/written.ts';
import { decideSubstitute, type SubstitutePress, substituteEntry } from '../actions/name-substitute.ts';
import { type AbsencePress, absenceEntry, decideAbsence } from '../actions/record-absence.ts';
import type { HeldByOther } from '../rules/stand-in.ts';
import { absenceRow } from '../store/absences.ts';
import { substituteRow } from '../store/stand-ins.ts';

/** Tables that absences of an invented time stand in. */
export const awayTables = ['identity.absence', 'identity.substitute'] as const;

interface Days {
  readonly validFrom: AbsencePress['validFrom'];
  readonly validTo: AbsencePress['validTo'];
}

/**
 * Absences and substitutes of an invented time: what `recordAbsence` and `nameSubstitute` would write, decided by the
 * same rules. A script breaks none: what is refused is a mistake in it.
 */
export class AwayBook {
  readonly #written: Written;
  readonly #absences = new Map<string, Days[]>();
  readonly #substitutes = new Map<string, Days[]>();

  constructor(written: Written) {
    this.#written = written;
  }

  recordAbsence(press: AbsencePress, posts: Parameters<typeof decideAbsence>[1]): void {
    const others = this.#absences.get(press.personId) ?? [];
    const absence = given(decideAbsence(press, posts, others));
    this.#absences.set(press.personId, [...others, absence]);
    this.#written.put('identity.absence', absence.id, absenceRow(absence));
    this.#written.put('audit.entry', absence.id, entryRow(absenceEntry(press)));
  }

  nameSubstitute(press: SubstitutePress, post: HeldByOther): void {
    const others = this.#substitutes.get(press.postId) ?? [];
    const substitute = given(decideSubstitute(press, post, others));
    this.#substitutes.set(press.postId, [...others, substitute]);
    this.#written.put('identity.substitute', substitute.id, substituteRow(substitute));
    this.#written.put('audit.entry', substitute.id, entryRow(substituteEntry(press)));
  }
}

function given<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.refusal.code);
}
