import type { Guide } from '../rules/guide.ts';

export const everyone: Guide = {
  word: 'everyone',
  slug: 'bat-dau',
  roles: [],
  tasks: [
    { word: 'sign-in', anchor: 'dang-nhap', href: '/tai-khoan', picture: 'sign-in' },
    { word: 'find', anchor: 'tim-ho-so', href: '/lam-viec/ho-so', picture: 'search' },
    { word: 'absence', anchor: 'vang-mat', href: '/lam-viec/vang-mat' },
    { word: 'refused', anchor: 'khi-chua-duoc', picture: 'intake-refused' },
    { word: 'numbers', anchor: 'so-giay-to', picture: 'dossier-history' },
    { word: 'practise', anchor: 'tap-duot', href: '/lam-viec/ho-so-thu' },
  ],
};
