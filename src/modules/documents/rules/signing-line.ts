import { capitalised } from '#kernel/vietnamese-text.ts';
import type { PaperOfficer, PaperSigner } from './content.ts';

const ORDERED = /^(.*?),\s*ký (thừa lệnh|thừa ủy quyền)\s+(.+)$/iu;
/** Of several duties the one that signs is the first: 'Phó Chủ tịch kiêm …', 'Phó Chủ tịch phụ trách …'. */
const FURTHER = /\s+(?:kiêm|phụ trách)\s.*$/iu;
const DEPUTY = /^phó\s+(.+)$/iu;

/** Who signs, and for whom by a recorded delegation; without one the own title says it. */
export interface SigningOfficer extends PaperOfficer {
  readonly signsFor?: { readonly manner: 'KT' | 'TL' | 'TUQ'; readonly title: string } | undefined;
}

/**
 * How a signer's title stands on a paper (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 7): a deputy signs *KT.* the
 * head, a head of section by order *TL.*, by authorisation *TUQ.*; a head signs in their own name.
 */
export function signingLine({ name, title, signsFor }: SigningOfficer): PaperSigner {
  if (signsFor) {
    const whose = capitalised(ownDuty(signsFor.title));
    return { name, title: ownDuty(title), onBehalf: `${signsFor.manner}. ${whose}` };
  }
  const [, own = '', how = '', whose = ''] = ORDERED.exec(title) ?? [];
  if (own) {
    const sign = how.toLowerCase() === 'thừa lệnh' ? 'TL.' : 'TUQ.';
    return { name, title: own, onBehalf: `${sign} ${whose}` };
  }
  const first = title.replace(FURTHER, '');
  const head = DEPUTY.exec(first)?.[1];
  return { name, title: first, onBehalf: head ? `KT. ${capitalised(head)}` : null };
}

/** 'Trưởng phòng, ký thừa lệnh Chủ tịch', 'Phó Chủ tịch kiêm …': the duty itself. */
function ownDuty(title: string): string {
  const [, own = ''] = ORDERED.exec(title) ?? [];
  return (own || title).replace(FURTHER, '');
}
