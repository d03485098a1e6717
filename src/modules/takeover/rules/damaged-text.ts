/** How text was damaged on its way: letters of old fonts, or UTF-8 that a program took for something else. */
export type Damage = 'tcvn3' | 'vni' | 'mojibake' | 'replaced';

const MOJIBAKE = /Ã[\u0080-¿]|Ä‘|Äƒ|Æ°|Æ¡|á[»º]/u;
/** Signs of TCVN3 (ABC) fonts inside words: `NguyÔn V¨n Hïng`, `§Æng ThÞ`. */
const TCVN3 = /[\p{L}][¡-¿]|[¡-¿][\p{L}]|\p{Ll}[À-Þ]/u;
/** Latin letters that Vietnamese has not: VNI writes its tones with them, `Nguyeãn Vaên Huøng`. */
const FOREIGN = /[äåæçëîïñöøûüÿþðßÄÅÆÇËÎÏÑÖØÛÜÞ]|[aeiouy][ãâáàõê]/iu;
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u;

/** The damage of one text by its words; undefined for whole text, and for foreign names of a word or two. */
function damageOf(word: string): Damage | undefined {
  if (word.includes('\uFFFD')) return 'replaced';
  if (MOJIBAKE.test(word)) return 'mojibake';
  if (TCVN3.test(word)) return 'tcvn3';
  return FOREIGN.test(word) ? 'vni' : undefined;
}

export interface DamagedText {
  readonly damage: Damage;
  readonly row: number;
}

/**
 * Texts of a whole file: damaged when at least as many words are damaged as are written in whole Vietnamese. A
 * foreigner's name among Vietnamese ones is none; one lost letter (`\uFFFD`) is enough.
 */
export function findDamage(rows: readonly (readonly string[])[]): DamagedText | undefined {
  const words = rows.flatMap((cells, at) =>
    cells.flatMap((cell) => cell.normalize('NFC').split(/\s+/u)).map((word) => ({ word, row: at + 1 })),
  );
  const damaged = words.flatMap(({ word, row }) => {
    const damage = damageOf(word);
    return damage ? [{ damage, row }] : [];
  });
  const lost = damaged.find(({ damage }) => damage === 'replaced');
  if (lost) return lost;
  // our own heading says nothing about the rows
  const whole = words.filter(({ word, row }) => row > 1 && !damageOf(word) && VIETNAMESE.test(word)).length;
  return damaged.length >= whole ? damaged[0] : undefined;
}
