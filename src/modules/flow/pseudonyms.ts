import { createHmac } from 'node:crypto';

type Kind = 'case' | 'officer' | 'paper';

/** Of them there are few: each is made once. */
const kept: readonly Kind[] = ['officer'];

/**
 * Names that say nothing: a keyed digest of an id. Who has the key of the installation can find the id again, nobody
 * else; the same id has the same name in every export.
 */
export class Pseudonyms {
  readonly #key: Buffer;
  readonly #officers = new Map<string, string>();

  constructor(secret: Uint8Array) {
    this.#key = createHmac('sha256', secret).update('flow/pseudonyms').digest();
  }

  of(kind: Kind, id: string): string {
    if (!kept.includes(kind)) return this.#make(kind, id);
    const known = this.#officers.get(id);
    if (known !== undefined) return known;
    const made = this.#make(kind, id);
    this.#officers.set(id, made);
    return made;
  }

  #make(kind: Kind, id: string): string {
    return createHmac('sha256', this.#key).update(`${kind} ${id}`).digest('hex').slice(0, 16);
  }
}
