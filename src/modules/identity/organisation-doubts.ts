import type { Role } from '#kernel/actor.ts';
import type { OrganisationAgency, OrganisationFile, OrganisationPerson } from './organisation-file.ts';
import type { InstallationKind } from './rules/account-policy.ts';
import { overlap } from './rules/office.ts';

/** Something about an organisation's file that a person must look at. An error keeps the file from being loaded. */
export interface Doubt {
  readonly severity: 'error' | 'warning';
  /** Words key `identity.doubt.<code>`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What is in the installation already. */
export interface KnownFacts {
  readonly installation: InstallationKind;
  /** Name of each agency's place on its date, by agency key; missing when there is no such place. */
  readonly places: ReadonlyMap<string, string>;
  /** Account name → key of the person who has it. */
  readonly accountOwners: ReadonlyMap<string, string>;
  /** Person key → the account's name. */
  readonly accountNames: ReadonlyMap<string, string>;
  /** Agency codes of other agencies whose time overlaps this file's. */
  readonly codesElsewhere: ReadonlySet<string>;
  /** Posts of this file's offices that are in the installation but not in the file. */
  readonly forgottenPosts: readonly { readonly person: string; readonly office: string }[];
}

/** Every doubt about a file, agency by agency, in the order of the file. */
export function doubtsAbout(file: OrganisationFile, known: KnownFacts): Doubt[] {
  return [
    ...file.agencies.flatMap((agency) => [
      ...aboutAgency(agency, known),
      ...agency.people.flatMap((person) => [
        ...aboutPosts(person, agency, file),
        ...aboutAccount(person, known),
      ]),
      ...aboutStaff(agency),
    ]),
    ...known.forgottenPosts.map((post) => warning('post-not-in-file', post)),
  ];
}

function error(code: string, params: Doubt['params']): Doubt {
  return { severity: 'error', code, params };
}

function warning(code: string, params: Doubt['params']): Doubt {
  return { severity: 'warning', code, params };
}

function aboutAgency(agency: OrganisationAgency, known: KnownFacts): Doubt[] {
  const { name, place, agencyCode, agencyCodeIsExample } = agency;
  const doubts: Doubt[] = [];
  if (!known.places.has(agency.key)) {
    doubts.push(error('unknown-place', { agency: name, code: place.code, on: place.on }));
  }
  if (agencyCode === null) doubts.push(warning('no-agency-code', { agency: name }));
  else if (known.codesElsewhere.has(agencyCode)) {
    doubts.push(error('agency-code-taken', { agency: name, code: agencyCode }));
  }
  if (agencyCodeIsExample && agencyCode !== null && known.installation === 'real') {
    doubts.push(error('example-code', { agency: name, code: agencyCode }));
  }
  return doubts;
}

function aboutPosts(person: OrganisationPerson, agency: OrganisationAgency, file: OrganisationFile): Doubt[] {
  const doubts: Doubt[] = [];
  const params = { agency: agency.name, person: person.name };
  const times = person.posts.map((post) => ({ ...post, validFrom: post.from, validTo: post.to }));
  for (const [at, post] of times.entries()) {
    const twice = times
      .slice(at + 1)
      .some((other) => other.office === post.office && other.role === post.role && overlap(post, other));
    if (twice) doubts.push(error('posts-overlap', { ...params, title: post.title }));
    if (!overlap(post, file))
      doubts.push(warning('post-outside-organisation', { ...params, title: post.title }));
  }
  if (times.every((post) => !overlap(post, file))) doubts.push(warning('person-without-post', params));
  return doubts;
}

function aboutAccount(person: OrganisationPerson, known: KnownFacts): Doubt[] {
  const owner = known.accountOwners.get(person.account);
  const name = known.accountNames.get(person.key);
  if (owner !== undefined && owner !== person.key) {
    return [error('account-taken', { person: person.name, account: person.account })];
  }
  if (name !== undefined && name !== person.account) {
    return [error('account-renamed', { person: person.name, account: person.account, before: name })];
  }
  return [];
}

/** An agency that receives dossiers needs somebody at the counter, somebody in each section, somebody who signs. */
function aboutStaff(agency: OrganisationAgency): Doubt[] {
  const holds = (office: string, wanted: readonly Role[]) =>
    agency.people.some((person) =>
      person.posts.some((post) => post.office === office && wanted.includes(post.role)),
    );
  const params = { agency: agency.name };
  const doubts: Doubt[] = [];
  if (!holds(agency.oneStop.key, ['reception-officer'])) doubts.push(warning('one-stop-empty', params));
  if (!holds(agency.leadership.key, ['signing-leader'])) doubts.push(warning('leadership-empty', params));
  for (const office of agency.offices) {
    if (!holds(office.key, ['specialist', 'unit-leader'])) {
      doubts.push(warning('office-empty', { ...params, office: office.name }));
    }
  }
  return doubts;
}
