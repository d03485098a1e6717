import type { CivilDate } from '#kernel/civil-date.ts';

export type UnitLevel = 'province' | 'district' | 'commune';

/** An administrative unit in the days it is in force; `name` has its kind: "Xã Phú Hựu". */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

export interface Succession {
  readonly oldCode: string;
  readonly newCode: string;
  readonly onDay: CivilDate;
  readonly ordinal: number;
  readonly checked: boolean;
}

/** A unit that followed; `checked: false` marks a correction of ours that needs an official text. */
export interface Successor {
  readonly unit: Unit;
  readonly checked: boolean;
}

/** "Xã Tân Nhuận Đông" inside a sentence: "xã Tân Nhuận Đông". */
export function nameInSentence(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

/** "xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp": smallest first, as on papers. */
export function pathName(smallestFirst: readonly Unit[]): string {
  return smallestFirst.map((unit) => nameInSentence(unit.name)).join(', ');
}
