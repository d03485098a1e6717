import type { Guide } from '../rules/guide.ts';

export const administrator: Guide = {
  word: 'administrator',
  slug: 'quan-tri',
  roles: ['system-administrator', 'calendar-manager', 'catalogue-manager'],
  tasks: [
    { word: 'begin', anchor: 'bat-dau', href: '/quan-tri', picture: 'admin-start' },
    { word: 'offices', anchor: 'co-quan', href: '/quan-tri/co-quan', picture: 'admin-offices' },
    { word: 'people', anchor: 'nguoi-va-chuc-danh', href: '/quan-tri/nguoi', picture: 'admin-person' },
    { word: 'stand-ins', anchor: 'thay-the', href: '/quan-tri/thay-the', picture: 'admin-stand-ins' },
    { word: 'accounts', anchor: 'tai-khoan', href: '/quan-tri/tai-khoan', picture: 'admin-accounts' },
    { word: 'calendar', anchor: 'lich', href: '/quan-tri/lich', picture: 'admin-years' },
    { word: 'limits', anchor: 'thoi-han', href: '/quan-tri/dong-ho' },
    {
      word: 'unchecked',
      anchor: 'chua-kiem-tra',
      href: '/quan-tri/chua-kiem-tra',
      picture: 'admin-unchecked',
    },
    { word: 'take-over', anchor: 'phan-mem-cu' },
    { word: 'health', anchor: 'tinh-trang-he-thong', href: '/quan-tri/suc-khoe', picture: 'health' },
  ],
};
