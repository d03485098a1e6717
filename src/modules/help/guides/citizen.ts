import type { Guide } from '../rules/guide.ts';

/** Open to everybody, without sign-in. */
export const citizen: Guide = {
  word: 'citizen',
  slug: 'nguoi-dan',
  roles: [],
  tasks: [
    { word: 'prepare', anchor: 'chuan-bi', href: '/thu-tuc', picture: 'procedure' },
    { word: 'file', anchor: 'nop-ho-so', href: '/', picture: 'home' },
    { word: 'receipt', anchor: 'giay-hen', picture: 'paper-receipt' },
    { word: 'look-up', anchor: 'tra-cuu', href: '/tra-cuu', picture: 'look-up-by-link' },
    { word: 'complete', anchor: 'bo-sung' },
    { word: 'collect', anchor: 'nhan-ket-qua', picture: 'look-up-answer' },
  ],
};
