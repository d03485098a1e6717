import { type Quarter, quarterName } from '../rules/quarter.ts';

const base = '/lam-viec/thu-phi';
const dossier = (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}`;

export interface QuarterAddress {
  readonly quarter: Quarter;
  /** The one-stop, named where there are several to choose from. */
  readonly at: string | undefined;
}

export interface QuarterList {
  readonly kind: string;
  readonly code?: string | undefined;
  /** Where the page goes on. */
  readonly after?: string | undefined;
}

const pairs = (query: Readonly<Record<string, string | undefined>>) =>
  Object.entries(query).flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
const queryOf = ({ quarter, at }: QuarterAddress) =>
  pairs({ quy: quarterName(quarter), 'bo-phan': at }).join('&');
const queryOfList = ({ kind, code, after }: QuarterList) =>
  pairs({ loai: kind, 'thu-tuc': code, sau: after }).join('&');

/** Where the two long lists of the drawer's page begin. */
export interface ListsParts {
  readonly unpaid?: string | undefined;
  readonly settled?: string | undefined;
}

const partsOf = ({ unpaid, settled }: ListsParts) =>
  pairs({ 'chua-thu': unpaid, 'da-xong': settled }).join('&');

/** Every address of the drawer, in one place. */
export const paths = {
  lists: base,
  listsFrom: (parts: ListsParts) => [base, partsOf(parts)].filter(Boolean).join('?'),
  list: (id: string) => `${base}/${id}`,
  close: (id: string) => `${base}/${id}/khoa`,
  confirm: (id: string) => `${base}/${id}/xac-nhan`,
  dossier,
  quarter: `${base}/quy`,
  quarterOf: (of: QuarterAddress) => `${base}/quy?${queryOf(of)}`,
  quarterSheet: (of: QuarterAddress) => `${base}/quy.xlsx?${queryOf(of)}`,
  quarterDetails: `${base}/quy/chi-tiet`,
  quarterDetail: (of: QuarterAddress, list: QuarterList) =>
    `${base}/quy/chi-tiet?${queryOf(of)}&${queryOfList(list)}`,
  quarterDetailSheet: (of: QuarterAddress, list: QuarterList) =>
    `${base}/quy/chi-tiet.xlsx?${queryOf(of)}&${queryOfList(list)}`,
  prepareQuarter: `${base}/quy/lap`,
  confirmQuarter: `${base}/quy/xac-nhan`,
  treasury: `${base}/quy/kho-bac`,
  payment: (number: string) => `${dossier(number)}/thu-tien`,
  giveBack: (number: string) => `${dossier(number)}/tra-lai-tien`,
  void: (number: string) => `${dossier(number)}/huy-bien-lai`,
  receipt: (number: string, paperId: string) => `${dossier(number)}/giay/${paperId}.pdf`,
} as const;

/** The same with parameters in place of values, for routes. */
export const routePaths = {
  list: `${base}/:list`,
  close: `${base}/:list/khoa`,
  confirm: `${base}/:list/xac-nhan`,
  payment: '/lam-viec/ho-so/:number/thu-tien',
  giveBack: '/lam-viec/ho-so/:number/tra-lai-tien',
  void: '/lam-viec/ho-so/:number/huy-bien-lai',
} as const;
