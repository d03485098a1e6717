import type { Filing, Party, PersonalFiling } from '#modules/dossiers/index.ts';
import { type Fields, withPart } from './fields.ts';
import { namedPapers, paperCounts, partyOf } from './fill-fields.ts';
import { returnMethods } from './ways.ts';

/** What is the same in the next dossier: the persons, the matter, or both. */
export const likes = ['person', 'procedure', 'all'] as const;
export type Like = (typeof likes)[number];

/**
 * What the next dossier is begun with. Never copied, because it is asked anew each time: which papers are there,
 * scans, who is authorised, fee and exemption, the note, that a doubtful number was compared with the card.
 */
export function fieldsLike(filing: Filing, personal: PersonalFiling, like: Like): Fields {
  const who = like === 'procedure' ? communeFields(personal.applicants[0]) : personFields(personal);
  return like === 'person' ? who : { ...who, ...matterFields(filing, personal) };
}

function personFields({ applicants }: PersonalFiling): Fields {
  return applicants.reduce<Fields>(
    (fields, party, index) => withPart(fields, `applicants.${index}`, partyOf(party)),
    {},
  );
}

/** Neighbours live in the same commune: the house is typed, the commune stands there. */
function communeFields(party: Party | undefined): Fields {
  if (party?.kind !== 'person') return party ? { 'applicants.0.kind': party.kind } : {};
  const commune = communeOf(party.address);
  return commune ? { 'applicants.0.address': commune } : {};
}

const unit = /(?:^|,)\s*((?:xã|phường|thị trấn|đặc khu)\s[^,]*(?:,.*)?)$/iu;

/** `Số 5, ấp Tân Bình, xã A, huyện B, tỉnh C` → `xã A, huyện B, tỉnh C`; empty where no commune is named. */
export function communeOf(address: string): string {
  return unit.exec(address.normalize('NFC'))?.[1]?.trim() ?? '';
}

const offered: readonly string[] = returnMethods.counter;

function matterFields(filing: Filing, personal: PersonalFiling): Fields {
  let fields: Fields = {
    sets: String(filing.sets),
    ...(filing.procedure.caseKey ? { case: filing.procedure.caseKey } : {}),
    ...(offered.includes(filing.returnMethod) ? { return: filing.returnMethod } : {}),
  };
  for (const [prefix, paper] of namedPapers(personal.papers))
    if (paper.key !== null) fields = withPart(fields, prefix, paperCounts(paper));
    else fields = withPart(fields, prefix, { name: paper.name, way: paper.way, ...notSeen });
  return fields;
}

/** A paper besides the list has no tick: it is not there until its number is typed. */
const notSeen: Fields = { originals: '0', certified: '0', photocopies: '0' };

/** What was copied and is still as it was: marked on the page. */
export function isCopied(fields: Fields, copied: Fields, name: string): boolean {
  return copied[name] !== undefined && copied[name] === fields[name];
}

/** Only what this procedure asks for: its cases and papers may be others than then. */
export function fitting(
  copied: Fields,
  procedure: { readonly caseKeys: readonly string[]; readonly paperKeys: readonly string[] },
): Fields {
  return Object.fromEntries(
    Object.entries(copied).filter(([name, value]) => {
      if (name === 'case') return procedure.caseKeys.includes(value);
      const paper = /^papers\.([^.]+)\./.exec(name)?.[1];
      return paper === undefined || procedure.paperKeys.includes(paper);
    }),
  );
}
