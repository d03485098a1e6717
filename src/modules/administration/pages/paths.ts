import type { Role } from '#kernel/actor.ts';

export const administrators: { readonly roles: readonly Role[] } = { roles: ['system-administrator'] };

/** Every address of these pages, and of the rooms that other modules keep. */
export const paths = {
  start: '/quan-tri',
  unchecked: '/quan-tri/chua-kiem-tra',
  confirm: (kind: string, key: string) => `/quan-tri/chua-kiem-tra/${kind}/${key}`,
  certificates: '/quan-tri/chung-thu',
} as const;

/** Rooms in the order of a first week; words `administration.room.<name>`. */
export const rooms = [
  { name: 'offices', href: '/quan-tri/co-quan' },
  { name: 'people', href: '/quan-tri/nguoi' },
  { name: 'stand-ins', href: '/quan-tri/thay-the' },
  { name: 'accounts', href: '/quan-tri/tai-khoan' },
  { name: 'reviews', href: '/quan-tri/ra-soat' },
  { name: 'calendar', href: '/quan-tri/lich' },
  { name: 'hours', href: '/quan-tri/gio-lam-viec' },
  { name: 'clock-effects', href: '/quan-tri/dong-ho' },
  { name: 'codes', href: '/quan-tri/ma-dinh-danh' },
  { name: 'fees', href: '/quan-tri/phi-dia-phuong' },
  { name: 'exemptions', href: '/quan-tri/mien-giam' },
  { name: 'commitments', href: '/quan-tri/thoi-han-cam-ket' },
  { name: 'certificates', href: paths.certificates },
  { name: 'unchecked', href: paths.unchecked },
  { name: 'incidents', href: '/quan-tri/su-co' },
  { name: 'mail-domains', href: '/quan-tri/ten-mien-thu' },
  { name: 'health', href: '/quan-tri/suc-khoe' },
] as const;
