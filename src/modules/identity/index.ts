export { authenticate } from './actions/authenticate.ts';
export { createFirstAdministrator } from './actions/create-first-administrator.ts';
export { giveNewLink } from './actions/give-new-link.ts';
export { type DemoSignIn, listDemoSignIns } from './actions/list-demo-sign-ins.ts';
export { type OneTimeLink, type Organised, organise } from './actions/organise.ts';
export type { IdentityDeps } from './deps.ts';
export { disableIdleAccounts } from './jobs/disable-idle-accounts.ts';
export type { Doubt } from './organisation-doubts.ts';
export { type OrganisationFile, organisationFile } from './organisation-file.ts';
export { officesWithRole, postIn, postsWithRole } from './rules/access.ts';
export type { InstallationKind } from './rules/account-policy.ts';
export type { Level, OfficeInForce, OfficeKind, Regime } from './rules/office.ts';
export {
  findLeadership,
  findOneStopOf,
  findOutsideOffice,
  findSection,
  getOffice,
  listOfficesInForce,
} from './store/offices.ts';
export { listPeopleOfOffice, type PersonOfOffice } from './store/posts.ts';
