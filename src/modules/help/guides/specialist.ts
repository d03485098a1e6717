import type { Guide } from '../rules/guide.ts';

export const specialist: Guide = {
  word: 'specialist',
  slug: 'giai-quyet',
  roles: ['specialist', 'unit-leader'],
  tasks: [
    { word: 'begin', anchor: 'nhan-viec', href: '/lam-viec', picture: 'work' },
    {
      word: 'list',
      anchor: 'nhan-theo-danh-sach',
      href: '/lam-viec/ban-giao',
      picture: 'hand-over-list-received',
    },
    { word: 'work', anchor: 'mot-ho-so', href: '/lam-viec/ho-so', picture: 'dossier-in-work' },
    { word: 'supplement', anchor: 'yeu-cau-bo-sung', picture: 'form-supplement' },
    { word: 'payment', anchor: 'thong-bao-nop-tien', picture: 'form-ask-for-payment' },
    { word: 'opinion', anchor: 'lay-y-kien', picture: 'form-ask-opinion' },
    { word: 'finish', anchor: 'trinh-ket-qua', picture: 'form-finish' },
    { word: 'late', anchor: 'sap-qua-han', picture: 'dossiers' },
  ],
};
