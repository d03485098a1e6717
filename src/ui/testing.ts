import { createWords, type Language } from '#platform/i18n/words.ts';
import type { DeskFrame } from './frame.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

/** The words of the interface for tests; other modules add theirs with `createWords`. */
export const uiWords = { vi, en };

/** A frame as a request of a demo would have it. */
export function aFrame(over: Partial<DeskFrame> = {}, language: Language = 'vi'): DeskFrame {
  return {
    t: createWords({ ui: uiWords })(language),
    language,
    path: '/lam-viec',
    csrf: 'token-1',
    assets: (name) => `/assets/${name}`,
    demo: true,
    organisation: {
      name: 'UBND huyện Châu Thành',
      shortName: 'Huyện Châu Thành',
      place: 'Một Cửa, tỉnh Đồng Tháp',
      fullName: 'Ủy ban nhân dân huyện Châu Thành',
      oneStopName: 'Bộ phận Tiếp nhận và Trả kết quả',
      address: 'Thị trấn Cái Tàu Hạ, huyện Châu Thành, tỉnh Đồng Tháp',
      model: 'Mô hình chính quyền ba cấp, đến 30/06/2025',
      siteName: 'Một Cửa huyện Châu Thành',
    },
    legalTime: '08:12, thứ Năm 28/07/2022',
    hours: '07:00–11:30, 13:30–17:00',
    nav: [
      { href: '/lam-viec', label: 'Việc của tôi', count: 23 },
      { href: '/lam-viec/tiep-nhan', label: 'Tiếp nhận' },
      { href: '/lam-viec/ho-so', label: 'Hồ sơ' },
    ],
    languageHref: '/ngon-ngu/en',
    account: { name: 'Lê Thị Ngọc Hân', href: '/lam-viec/tai-khoan', signOutAction: '/dang-xuat' },
    findAction: '/lam-viec/tim',
    homeHref: '/lam-viec',
    ...over,
  };
}
