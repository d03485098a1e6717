import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { foldedWords } from '#kernel/vietnamese-text.ts';
import type { Level, Regime } from './office.ts';

/** Two levels of government from this day: NĐ 118/2025/NĐ-CP; districts end the day before. */
const TWO_LEVELS_FROM = civilDate('2025-07-01');
const THREE_LEVELS_UNTIL = civilDate('2025-06-30');

export interface RegimeOfAgency {
  readonly regime: Regime;
  /** Last day of an agency of the old regime. */
  readonly validTo: CivilDate | null;
}

/** In which regime an agency begins, by its first day. Refuses `identity/no-districts-now`. */
export function regimeOfAgency(level: Level, from: CivilDate): Outcome<RegimeOfAgency> {
  if (from < TWO_LEVELS_FROM) return accepted({ regime: '2018', validTo: THREE_LEVELS_UNTIL });
  return level === 'huyen'
    ? refused('identity/no-districts-now', {}, 'cap')
    : accepted({ regime: '2025', validTo: null });
}

/** Which kind of administrative unit an agency of a level belongs to. */
export const unitLevelOf = { xa: 'commune', huyen: 'district', tinh: 'province' } as const;

/** `Xã Phú Hựu` → `PHU-HUU`, or `PHU-HUU-2` … where that is taken: an own short code, for ever. */
export function ownCode(placeName: string, isTaken: (code: string) => boolean): string {
  const words = foldedWords(
    placeName.replace(/^(Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố|Tỉnh)\s+/iu, ''),
  );
  const plain =
    words
      .join('-')
      .toUpperCase()
      .replace(/[^A-Z0-9-]/g, '')
      .slice(0, 40) || 'CO-QUAN';
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? plain : `${plain}-${n}`;
    if (!isTaken(code)) return code;
  }
}

/** What the counter of an agency is called by its regime, where nothing else was typed. */
export function oneStopName(regime: Regime, placeName: string): string {
  const place = placeName.charAt(0).toLocaleLowerCase('vi') + placeName.slice(1);
  return regime === '2025'
    ? `Trung tâm Phục vụ hành chính công ${place}`
    : `Bộ phận Tiếp nhận và Trả kết quả ${place}`;
}
