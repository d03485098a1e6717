import type { PaperOfficer, PaperSigner } from './content.ts';

const ORDERED = /^(.*?),\s*ký (thừa lệnh|thừa ủy quyền)\s+(.+)$/iu;
/** Of several duties the one that signs is the first: 'Phó Chủ tịch kiêm …', 'Phó Chủ tịch phụ trách …'. */
const FURTHER = /\s+(?:kiêm|phụ trách)\s.*$/iu;
const DEPUTY = /^phó\s+(.+)$/iu;

/**
 * How a signer's title stands on a paper (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 7): a deputy signs *KT.* the
 * head, a head of section by order *TL.*, by authorisation *TUQ.*; a head signs in their own name.
 */
export function signingLine({ name, title }: PaperOfficer): PaperSigner {
  const [, own = '', how = '', whose = ''] = ORDERED.exec(title) ?? [];
  if (own) {
    const sign = how.toLowerCase() === 'thừa lệnh' ? 'TL.' : 'TUQ.';
    return { name, title: own, onBehalf: `${sign} ${whose}` };
  }
  const first = title.replace(FURTHER, '');
  const head = DEPUTY.exec(first)?.[1];
  return { name, title: first, onBehalf: head ? `KT. ${capitalised(head)}` : null };
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
