export { type CodeToConfirm, confirmCode, hasSecondFactor } from './actions/confirm-code.ts';
export { createFirstAdministrator } from './actions/create-first-administrator.ts';
export { endEverySession } from './actions/end-every-session.ts';
export { giveNewLink } from './actions/give-new-link.ts';
export { type DemoSignIn, findDemoCode, listDemoSignIns } from './actions/list-demo-sign-ins.ts';
export type { OneTimeLink, Organised } from './actions/organise.ts';
export { type OrganiseAnswer, organiseFromFile } from './actions/organise-from-file.ts';
export { verifyReviews } from './actions/verify-reviews.ts';
export { actsFor } from './acts-for.ts';
export type { IdentityDeps } from './deps.ts';
export { describeDoubt } from './describe-doubt.ts';
export { disableIdleAccounts } from './jobs/disable-idle-accounts.ts';
export { AwayBook, awayTables } from './memory/away.ts';
export type { Doubt } from './organisation-doubts.ts';
export { type OrganisationFile, organisationFile } from './organisation-file.ts';
export type { OrganisationPageDeps } from './pages/admin-deps.ts';
export { organisationRoutes } from './pages/organisation-routes.ts';
export { type IdentityPageDeps, paths as accountPaths } from './pages/page-deps.ts';
export { createSessions, identityRoutes } from './pages/routes.ts';
export { reviewIsDue } from './review-due.ts';
export type { InstallationKind } from './rules/account-policy.ts';
export type { Level, OfficeInForce, OfficeKind, Regime } from './rules/office.ts';
export { type StandingIn, standingPosts } from './rules/standing-posts.ts';
export { listAbsences } from './store/absences.ts';
export { type AccountLine, listAccounts, mapOwnerNames } from './store/account-list.ts';
export { listConfirmedCodes } from './store/office-changes.ts';
export {
  findInForceWithAgency,
  findLeadership,
  findOneStopOf,
  findOutsideOffice,
  findSection,
  getOffice,
  getOfficeAndAgency,
  listOfficesEver,
  listOfficesInForce,
  listUnconfirmedCodes,
  type OfficeEver,
} from './store/offices.ts';
export { listPostsFrom } from './store/post-changes.ts';
export { listActors, listPeopleOfOffice, type PersonOfOffice } from './store/posts.ts';
export { listStandIns, type StandIn } from './store/stand-ins.ts';
export {
  agenciesOfOffices,
  type DescribedPost,
  describePosts,
  mapOfficeCodes,
  nameAccounts,
} from './store/who-was.ts';
