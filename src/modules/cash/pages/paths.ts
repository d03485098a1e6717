import { type Quarter, quarterName } from '../rules/quarter.ts';

const base = '/lam-viec/thu-phi';
const dossier = (number: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}`;

/** Every address of the drawer, in one place. */
export const paths = {
  lists: base,
  list: (id: string) => `${base}/${id}`,
  close: (id: string) => `${base}/${id}/khoa`,
  confirm: (id: string) => `${base}/${id}/xac-nhan`,
  dossier,
  quarter: `${base}/quy`,
  quarterOf: (quarter: Quarter) => `${base}/quy?quy=${quarterName(quarter)}`,
  quarterSheet: (quarter: Quarter) => `${base}/quy.xlsx?quy=${quarterName(quarter)}`,
  quarterDetails: `${base}/quy/chi-tiet`,
  quarterDetail: (quarter: Quarter, kind: string, code?: string) =>
    `${base}/quy/chi-tiet?quy=${quarterName(quarter)}&loai=${kind}${code ? `&thu-tuc=${code}` : ''}`,
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
