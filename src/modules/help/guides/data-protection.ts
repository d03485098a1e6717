import type { Guide } from '../rules/guide.ts';

const base = '/lam-viec/bao-ve-du-lieu';

export const dataProtection: Guide = {
  word: 'data-protection',
  slug: 'bao-ve-du-lieu',
  roles: ['data-protection-officer'],
  tasks: [
    { word: 'ask', anchor: 'mot-nguoi-hoi', href: base, picture: 'protection' },
    { word: 'copy', anchor: 'ban-sao', href: `${base}/hoi`, picture: 'protection-question' },
    { word: 'erase', anchor: 'xoa-theo-luat' },
    { word: 'watch', anchor: 'canh-bao', href: `${base}/canh-bao`, picture: 'protection-alarms' },
    { word: 'rules', anchor: 'quy-dinh', href: `${base}/quy-dinh`, picture: 'protection-rules' },
  ],
};
