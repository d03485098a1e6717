import type { CardQr } from '#kernel/card-qr.ts';
import { formatPartialDate, type PartialDate } from '#kernel/partial-date.ts';
import type { ProcedureCase } from '#modules/catalogue/index.ts';
import type { FiledPaper, Filing, Party, PersonalFiling } from '#modules/dossiers/index.ts';
import { type Fields, isTicked, prefixesOf, textOf, withPart } from './fields.ts';
import type { OfferedFee } from './read-fee.ts';

const partyStart = { kind: 'person' };

/** A page that nobody has typed in yet. The first fee is what nearly every dossier pays. */
export function firstFields(about: {
  readonly cases: readonly ProcedureCase[];
  readonly fees: readonly OfferedFee[];
  readonly byPost: boolean;
}): Fields {
  const usual = about.cases.find((one) => one.key === 'thong-thuong');
  const [fee] = about.fees;
  return {
    'applicants.0.kind': 'person',
    channel: about.byPost ? 'post' : 'direct',
    return: 'counter',
    sets: '1',
    'fee-way': 'cash',
    ...(usual ? { case: usual.key } : {}),
    ...(fee ? { [`fees.${fee.index}.quantity`]: '1' } : {}),
  };
}

/** What the chip card says, in the fields of one person; telephone and the rest stay. */
export function cardFields(prefix: string, card: CardQr): Fields {
  return {
    [`${prefix}.kind`]: 'person',
    [`${prefix}.name`]: card.name,
    [`${prefix}.id-number`]: card.idNumber,
    [`${prefix}.birth-date`]: formatPartialDate(card.birthDate),
    [`${prefix}.sex`]: card.sex,
    [`${prefix}.address`]: card.address,
  };
}

/** Whom the next card belongs to: the first without a number, else the first applicant. */
export function scanTarget(fields: Fields): string {
  const parties = [
    ...prefixesOf(fields, 'applicants'),
    ...(isTicked(fields, 'on-behalf') ? ['authorised'] : []),
  ];
  const free = parties.find(
    (prefix) => textOf(fields, `${prefix}.kind`) !== 'organisation' && !fields[`${prefix}.id-number`],
  );
  return free ?? parties[0] ?? 'applicants.0';
}

export function partyFields(party: Party): Fields {
  const contact = { phone: party.phone ?? '', email: party.email ?? '' };
  if (party.kind === 'organisation')
    return {
      ...contact,
      kind: 'organisation',
      'org-name': party.name,
      'tax-code': party.taxCode,
      representative: party.representative ?? '',
      'org-address': party.address,
    };
  return {
    ...contact,
    ...partyStart,
    name: party.name,
    'id-number': party.idNumber ?? '',
    'birth-date': party.birthDate ? formatPartialDate(party.birthDate as PartialDate) : '',
    sex: party.sex ?? '',
    address: party.address,
  };
}

/** The page of a dossier that was filed before, to go on with; the fee is put together anew. */
export function fieldsOfFiling(filing: Filing, personal: PersonalFiling, first: Fields): Fields {
  let fields: Fields = {
    ...first,
    channel: filing.channel,
    return: filing.returnMethod,
    sets: String(filing.sets),
    ...(filing.procedure.caseKey ? { case: filing.procedure.caseKey } : {}),
    ...(filing.assisted ? { assisted: '1' } : {}),
    ...(personal.note ? { note: personal.note } : {}),
    ...(filing.fee.way === 'none' ? {} : { 'fee-way': filing.fee.way }),
  };
  for (const [index, party] of personal.applicants.entries())
    fields = withPart(fields, `applicants.${index}`, partyOf(party));
  if (personal.authorised)
    fields = withPart({ ...fields, 'on-behalf': '1' }, 'authorised', partyOf(personal.authorised));
  for (const [prefix, paper] of namedPapers(personal.papers))
    fields = withPart(fields, prefix, paperFields(paper));
  return fields;
}

/** A person as filed, also one without papers. */
export function partyOf(party: Party): Fields {
  const none = party.kind === 'person' && party.idKind === 'none' ? { 'no-id': '1' } : {};
  return { ...partyFields(party), ...none };
}

/** Each paper with the prefix of its fields. */
export function namedPapers(papers: readonly FiledPaper[]): (readonly [string, FiledPaper])[] {
  let extra = 0;
  return papers.map((paper) => {
    if (paper.key !== null) return [`papers.${paper.key}`, paper] as const;
    extra += 1;
    return [`extra.${extra - 1}`, paper] as const;
  });
}

/** How many of each, and whether it stays; not that it is there. */
export function paperCounts(paper: FiledPaper): Fields {
  return {
    way: paper.way,
    originals: String(paper.originals),
    certified: String(paper.certifiedCopies),
    photocopies: String(paper.photocopies),
  };
}

function paperFields(paper: FiledPaper): Fields {
  const counts = paperCounts(paper);
  return paper.key === null ? { ...counts, name: paper.name } : { ...counts, there: '1' };
}
