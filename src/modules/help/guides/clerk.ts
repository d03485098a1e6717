import type { Guide } from '../rules/guide.ts';

export const clerk: Guide = {
  word: 'clerk',
  slug: 'tiep-nhan',
  roles: ['reception-officer', 'postal-staff', 'result-clerk', 'one-stop-head'],
  tasks: [
    { word: 'receive', anchor: 'nhan-ho-so', href: '/lam-viec/tiep-nhan', picture: 'intake' },
    { word: 'like', anchor: 'nhu-ho-so-truoc' },
    { word: 'group', anchor: 'nhieu-nguoi' },
    { word: 'incomplete', anchor: 'yeu-cau-hoan-thien', picture: 'intake-correction' },
    { word: 'not-accept', anchor: 'khong-tiep-nhan', picture: 'intake-not-accepted' },
    { word: 'forward', anchor: 'chuyen-va-ban-giao', href: '/lam-viec/ban-giao', picture: 'work-ticked' },
    { word: 'certify', anchor: 'chung-thuc', href: '/lam-viec/chung-thuc', picture: 'certification' },
    {
      word: 'signed',
      anchor: 'chung-thuc-hom-nay',
      href: '/lam-viec/chung-thuc/hom-nay',
      picture: 'certification-today',
    },
    { word: 'electronic', anchor: 'ban-sao-dien-tu', href: '/lam-viec/chung-thuc/ban-dien-tu' },
    { word: 'supplement', anchor: 'nhan-bo-sung', picture: 'form-receive-supplement' },
    { word: 'return', anchor: 'tra-ket-qua', href: '/lam-viec/tra-ket-qua', picture: 'form-hand-over' },
    { word: 'return-many', anchor: 'nhieu-ket-qua' },
    { word: 'tell', anchor: 'bao-co-ket-qua', picture: 'results' },
    { word: 'moved', anchor: 'bao-ngay-hen', href: '/lam-viec/bao-ngay-hen' },
    { word: 'take-money', anchor: 'thu-tien', picture: 'cash-payment' },
    { word: 'close-day', anchor: 'khoa-so-thu', href: '/lam-viec/thu-phi', picture: 'cash-list' },
    { word: 'mistakes', anchor: 'sua-nham', picture: 'form-correct-procedure' },
  ],
};
