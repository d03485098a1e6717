import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refusal } from '#kernel/refusal.ts';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Refusal[] };

/** Reads a form whole: everything that is wrong is told at once, each with its field. */
export class TypedReader {
  readonly #problems: Refusal[] = [];

  refuse(refusal: Refusal): null {
    this.#problems.push(refusal);
    return null;
  }

  take<T>(outcome: Outcome<T>): T | null {
    return outcome.ok ? outcome.value : this.refuse(outcome.refusal);
  }

  text(value: string, field: string, most: number): string {
    const clean = value.trim();
    if (clean === '') this.refuse({ code: 'catalogue/text-missing', field });
    if ([...clean].length > most) this.refuse({ code: 'catalogue/text-too-long', field, params: { most } });
    return clean;
  }

  date(value: string, field: string): CivilDate | null {
    return this.take(parseCivilDate(value, field));
  }

  /** An empty field is no date. */
  dateOrNone(value: string, field: string): CivilDate | null {
    return value.trim() === '' ? null : this.date(value, field);
  }

  /** `make` is asked only when nothing is wrong; null from it is something wrong that was told. */
  read<T>(make: () => T | null): Read<T> {
    const value = this.#problems.length === 0 ? make() : null;
    return value === null ? { ok: false, problems: this.#problems } : accepted(value);
  }
}
