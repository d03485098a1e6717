import { openText, seal } from '#platform/crypto/sealing.ts';
import type { Random } from '#platform/random/random.ts';
import type { Fields } from '../rules/fields.ts';

/** What opens and closes a draft; the key lies outside the database. */
export interface DraftSecrets {
  readonly draftKey: Uint8Array;
  readonly random: Random;
}

const contextOf = (draftId: string) => `counter-draft:${draftId}`;

export function sealFields({ draftKey, random }: DraftSecrets, draftId: string, fields: Fields): Buffer {
  return seal(draftKey, Buffer.from(JSON.stringify(fields)), contextOf(draftId), random);
}

export function openFields(
  { draftKey }: Pick<DraftSecrets, 'draftKey'>,
  draftId: string,
  sealed: Uint8Array,
): Fields {
  return JSON.parse(openText(draftKey, sealed, contextOf(draftId))) as Fields;
}
