export { officesWithRole, postIn, postsWithRole } from './rules/access.ts';
export type { InstallationKind } from './rules/account-policy.ts';
export type { Level, OfficeInForce, OfficeKind, Regime } from './rules/office.ts';
export {
  findLeadership,
  findOneStopOf,
  findSection,
  getOffice,
  listOfficesInForce,
} from './store/offices.ts';
export { listPeopleOfOffice, type PersonOfOffice } from './store/posts.ts';
