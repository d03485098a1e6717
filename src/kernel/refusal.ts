/** A rule's "no": a value with a stable code `<module>/<kebab>`, never an exception. */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The form field it concerns, when there is one. */
  readonly field?: string;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export type Outcome<T> = Accepted<T> | Refused;

export function accepted<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refused(code: string, params?: Record<string, string | number>, field?: string): Refused {
  return {
    ok: false,
    refusal: { code, ...(params ? { params } : {}), ...(field ? { field } : {}) },
  };
}
