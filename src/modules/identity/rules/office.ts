import type { CivilDate } from '#kernel/civil-date.ts';

export type OfficeKind = 'agency' | 'one-stop' | 'section' | 'leadership' | 'outside';
export type Level = 'xa' | 'huyen' | 'tinh';
export type Regime = '2018' | '2025';

/** An office as it is on a legal date. */
export interface OfficeInForce {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OfficeKind;
  /** The agency it belongs to; an agency's own id. */
  readonly agencyId: string;
  readonly level: Level;
  readonly regime: Regime;
  readonly placeCode: string;
  /** First part of the dossier numbers; of agencies. */
  readonly agencyCode: string | null;
  readonly agencyCodeIsExample: boolean;
  readonly sectionKey: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly hours: unknown;
  readonly validFrom: CivilDate;
  /** Last day in force. */
  readonly validTo: CivilDate | null;
}

export interface Validity {
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** Both ends belong to the time in force. */
export function inForce({ validFrom, validTo }: Validity, on: CivilDate): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

export function overlap(a: Validity, b: Validity): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}
