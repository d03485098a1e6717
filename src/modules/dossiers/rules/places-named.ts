import { fold, soughtText } from '#kernel/vietnamese-text.ts';
import type { Dossier } from './dossier.ts';

/** Kinds of units, and how addresses shorten them. */
const kinds: readonly (readonly [kind: string, short: string])[] = [
  ['thanh pho', 'tp'],
  ['thi tran', 'tt'],
  ['thi xa', 'tx'],
  ['phuong', 'p'],
  ['huyen', 'h'],
  ['quan', 'q'],
  ['tinh', 't'],
  ['xa', 'x'],
];
const KIND = kinds.flatMap(([kind, short]) => [`${kind}\\s`, `${short}\\.`]).join('|');
const UNIT = new RegExp(`(?<![^\\s,;(–-])(${KIND})\\s*(.+?)(?=\\s*(?:[,;()–]|$|[\\s-](?:${KIND})))`, 'gu');

/** Cities that are no part of a province: one of them in an address is its province. */
const cities = ['ha noi', 'hai phong', 'hue', 'da nang', 'ho chi minh', 'can tho'].map(
  (city) => `thanh pho ${city}`,
);

/** Stands where an address names no province. */
export const NO_PROVINCE = '?';
const MOST = 8;

/** "Ấp Phú Hòa, xã Phú Hựu, huyện Châu Thành" → `xa phu huu`, `huyen chau thanh`, `?`. */
export function placesNamed(address: string): readonly string[] {
  const found = [...fold(address).matchAll(UNIT)].map(([, kind = '', name = '']) => unitName(kind, name));
  const named = [...new Set(found)].slice(0, MOST);
  const isProvince = (unit: string) => unit.startsWith('tinh ') || cities.includes(unit);
  return named.some(isProvince) ? named : [...named, NO_PROVINCE];
}

function unitName(kind: string, name: string): string {
  const short = kind.endsWith('.') ? kind.slice(0, -1) : undefined;
  const whole = kinds.find((one) => one[1] === short)?.[0] ?? kind.trim();
  return `${whole} ${name.replace(/\s+/g, ' ').trim()}`;
}

/** Of the first applicant; nothing once it is erased. */
export function placesOf({ personal }: Pick<Dossier, 'personal'>): string[] {
  return personal ? [...placesNamed(personal.applicants[0]?.address ?? '')] : [];
}

/** What was typed, read as a name of a person and then of a place; either may be missing. */
export interface NameAndPlace {
  readonly nameWords: readonly string[];
  /** The names a unit may bear: with the kind that was typed, or with each kind. */
  readonly unitNames: readonly string[];
}

const communeOrDistrict = kinds.map(([kind]) => kind).filter((kind) => kind !== 'tinh');
const MOST_WORDS = 12;

/** "nguyễn an phú hựu" → every way to end with a place. */
export function namesAndPlaces(typed: string): readonly NameAndPlace[] {
  const words = soughtText(typed.replace(/[,;]/g, ' ')).split(' ').filter(Boolean);
  if (words.length > MOST_WORDS) return [];
  return words.map((_, at) => {
    const place = words.slice(at).join(' ');
    const hasKind = communeOrDistrict.some((kind) => place.startsWith(`${kind} `));
    const unitNames = hasKind ? [place] : communeOrDistrict.map((kind) => `${kind} ${place}`);
    return { nameWords: words.slice(0, at), unitNames };
  });
}
