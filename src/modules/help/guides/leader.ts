import type { Guide } from '../rules/guide.ts';

export const leader: Guide = {
  word: 'leader',
  slug: 'lanh-dao',
  roles: ['signing-leader', 'unit-leader', 'one-stop-head', 'inspector'],
  tasks: [
    { word: 'sign-many', anchor: 'trinh-ky', href: '/lam-viec/ky', picture: 'signing' },
    { word: 'sign-one', anchor: 'ky-mot-ho-so', picture: 'form-sign' },
    {
      word: 'apologise',
      anchor: 'xin-loi-hen-lai',
      href: '/lam-viec/nhac-viec/chua-xin-loi',
      picture: 'form-re-appoint',
    },
    { word: 'overview', anchor: 'tinh-hinh', href: '/lam-viec/tinh-hinh', picture: 'overview' },
    { word: 'instead', anchor: 'lam-thay' },
    { word: 'stop', anchor: 'dung-giai-quyet', picture: 'form-stop' },
    { word: 'money', anchor: 'xac-nhan-tien', href: '/lam-viec/thu-phi', picture: 'cash-lists' },
    { word: 'settlement', anchor: 'quyet-toan', href: '/lam-viec/thu-phi/quy' },
    {
      word: 'registers',
      anchor: 'so-va-niem-phong',
      href: '/lam-viec/so-theo-doi',
      picture: 'certification-book',
    },
  ],
};
