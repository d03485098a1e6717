import type { Refusal } from './refusal.ts';

/** Everything that stands in the way, each with its field: told all at once. */
export class Problems {
  readonly list: Refusal[] = [];

  add(field: string, code: string, params?: Record<string, string | number>): void {
    this.list.push({ code, field, ...(params ? { params } : {}) });
  }

  addRefusal(refusal: Refusal, field: string): void {
    this.list.push({ ...refusal, field });
  }
}
