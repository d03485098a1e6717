const SHOWN = 4;

/**
 * An identity number for lists and work pages: `••••4512`. Four digits are enough to hold it against a card in the
 * hand; how long it is, and what place, sex and year its first digits tell, is not shown. A number too short to hide
 * anything behind four digits shows its last two.
 */
export function maskedNumber(number: string): string {
  const plain = number.replace(/[\s.-]/g, '');
  return `••••${plain.slice(plain.length >= 2 * SHOWN ? -SHOWN : -2)}`;
}

const idNumber = /^[A-Z]{0,2}\d[\d\s.-]{6,20}$/i;
/** `220718-42`: six digits before a hyphen are the day of a dossier number. */
const shortDossierNumber = /^\d{6}-\d{1,6}$/;

/** The same for free text that may be such a number as typed: what a search was for, shown again. */
export function maskedWhereNumber(text: string): string {
  const typed = text.trim();
  return idNumber.test(typed) && !shortDossierNumber.test(typed) ? maskedNumber(typed) : text;
}
