/** A mail of plain text to one person. */
export interface Letter {
  /** The same letter sent again has the same id: a mailbox shows it once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const BREAK = '\r\n';
/** A line of a header is at most 78 characters long (RFC 5322), the name of the header and the marks of the word included. */
const BYTES_OF_WORD = 42;

/**
 * The letter as it goes over the wire (RFC 5322, text in UTF-8 as base64: no line of it begins with a dot). Throws a
 * RangeError on an address that could carry a header of its own.
 */
export function writeLetter(from: string, { id, to, subject, text }: Letter, nowMs: number): string {
  for (const address of [from, to, id])
    if (!isAddressable(address)) throw new RangeError('not an address of a mailbox');
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return [
    `From: ${encoded('Một Cửa')} <${from}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date(nowMs).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Auto-Submitted: auto-generated',
    '',
    ...(Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join(BREAK);
}

const isAddressable = (address: string) => /^[\x21-\x3b\x3d\x3f-\x7e]{1,254}$/.test(address);

/** Words of a header, each short enough and cut between characters. */
function encoded(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > BYTES_OF_WORD) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join(`${BREAK} `);
}
