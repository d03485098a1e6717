import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { seal } from '#platform/crypto/sealing.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import { type IdentityDeps, newId, totpContext } from '../deps.ts';
import { type Doubt, doubtsAbout, type KnownFacts } from '../organisation-doubts.ts';
import type { OrganisationAgency, OrganisationFile, OrganisationPerson } from '../organisation-file.ts';
import { needsSecondFactor } from '../rules/account-policy.ts';
import { DEMO_PASSWORD } from '../rules/password-rules.ts';
import { demoTotpSecret } from '../secrets/demo-secret.ts';
import { hashPassword } from '../secrets/password-hash.ts';
import { insertAccount, setAccountKind } from '../store/accounts.ts';
import {
  administers,
  listCodesElsewhere,
  listForgottenPosts,
  listKnownAccounts,
  mapOfficeIds,
  mapPersonIds,
  saveOffices,
  savePerson,
  savePost,
} from '../store/organisation.ts';
import { agencyKey, officeKey, officeKeysOf, officeRows, postKey } from './organisation-rows.ts';
import { makeLink } from './use-link.ts';

export interface OrganiseOptions extends Pick<IdentityDeps, 'random' | 'key' | 'installation'> {
  readonly dryRun: boolean;
  readonly machineNow: Instant;
  /** Name of an administrative unit on a date; undefined when there is none. */
  readonly placeName: (q: Queries, code: string, on: CivilDate) => Promise<string | undefined>;
}

export interface OneTimeLink {
  readonly account: string;
  readonly name: string;
  readonly office: string;
  /** Path `/moi/<token>`; printed once, kept nowhere. */
  readonly path: string;
}

export interface Organised {
  readonly doubts: readonly Doubt[];
  /** False for a dry run, and when a doubt is an error. */
  readonly loaded: boolean;
  /** What is new in this file. */
  readonly added: { readonly offices: number; readonly people: number; readonly posts: number };
  readonly links: readonly OneTimeLink[];
}

interface Loading {
  readonly tx: Tx;
  readonly file: OrganisationFile;
  readonly options: OrganiseOptions;
  readonly officeId: (key: string) => string;
  readonly personId: (key: string) => string;
  /** Person key → account id. */
  readonly accounts: Map<string, string>;
  readonly demoHash: string | null;
  readonly links: OneTimeLink[];
}

/**
 * Loads an organisation's file, or only says what is doubtful about it. Loading twice changes nothing; a changed
 * file changes names, titles and ends of posts; nothing is ever deleted, a post ends by its date.
 */
export async function organise(tx: Tx, file: OrganisationFile, options: OrganiseOptions): Promise<Organised> {
  const doubts = doubtsAbout(file, await knownFacts(tx, file, options));
  const known = await mapOfficeIds(tx, officeKeysOf(file));
  const people = await mapPersonIds(
    tx,
    file.agencies.flatMap((agency) => agency.people.map((person) => person.key)),
  );
  const peopleKeys = new Set(file.agencies.flatMap((agency) => agency.people.map((person) => person.key)));
  const added = {
    offices: officeKeysOf(file).length - known.size,
    people: peopleKeys.size - people.size,
    posts: 0,
  };
  if (options.dryRun || doubts.some((doubt) => doubt.severity === 'error')) {
    return { doubts, loaded: false, added, links: [] };
  }
  const accounts = await listKnownAccounts(tx, [], [...peopleKeys]);
  const loading: Loading = {
    tx,
    file,
    options,
    officeId: giveIds(known, options),
    personId: giveIds(people, options),
    accounts: new Map(accounts.map((account) => [account.personKey, account.id])),
    demoHash: options.installation === 'demo' ? await hashPassword(DEMO_PASSWORD, options.random) : null,
    links: [],
  };
  let posts = 0;
  for (const agency of file.agencies) posts += await loadAgency(loading, agency);
  return { doubts, loaded: true, added: { ...added, posts }, links: loading.links };
}

function giveIds(known: Map<string, string>, options: OrganiseOptions): (key: string) => string {
  const ids = new Map(known);
  return (key) => {
    const id = ids.get(key) ?? newId(options, options.machineNow);
    ids.set(key, id);
    return id;
  };
}

async function knownFacts(tx: Tx, file: OrganisationFile, options: OrganiseOptions): Promise<KnownFacts> {
  const people = file.agencies.flatMap((agency) => agency.people);
  const accounts = await listKnownAccounts(
    tx,
    people.map((person) => person.account),
    people.map((person) => person.key),
  );
  const places = new Map<string, string>();
  for (const agency of file.agencies) {
    const name = await options.placeName(tx, agency.place.code, agency.place.on);
    if (name !== undefined) places.set(agency.key, name);
  }
  const keys = file.agencies.map((agency) => agencyKey(file, agency));
  const postKeys = file.agencies.flatMap((agency) =>
    agency.people.flatMap((person) => person.posts.map((post) => postKey(file, agency, person, post))),
  );
  return {
    installation: options.installation,
    places,
    accountOwners: new Map(accounts.map((account) => [account.name, account.personKey])),
    accountNames: new Map(accounts.map((account) => [account.personKey, account.name])),
    codesElsewhere: new Set(await listCodesElsewhere(tx, keys, file.validFrom, file.validTo)),
    forgottenPosts: await listForgottenPosts(tx, officeKeysOf(file), postKeys),
  };
}

async function loadAgency(loading: Loading, agency: OrganisationAgency): Promise<number> {
  const { tx, file } = loading;
  await saveOffices(tx, officeRows(file, agency, loading.officeId));
  let added = 0;
  for (const person of agency.people) added += await loadPerson(loading, agency, person);
  return added;
}

async function loadPerson(
  loading: Loading,
  agency: OrganisationAgency,
  person: OrganisationPerson,
): Promise<number> {
  const { tx, file, options } = loading;
  const personId = loading.personId(person.key);
  await savePerson(tx, { id: personId, key: person.key, name: person.name, folded: fold(person.name) });
  let added = 0;
  for (const post of person.posts) {
    const isNew = await savePost(tx, {
      id: newId(options, options.machineNow),
      key: postKey(file, agency, person, post),
      person_id: personId,
      office_id: loading.officeId(officeKey(file, agency, post.office)),
      role: post.role,
      title: post.title,
      valid_from: post.from,
      valid_to: post.to,
    });
    if (isNew) added += 1;
  }
  await loadAccount(loading, agency, person, personId);
  return added;
}

async function loadAccount(
  loading: Loading,
  agency: OrganisationAgency,
  person: OrganisationPerson,
  personId: string,
): Promise<void> {
  const { tx, file, options, demoHash } = loading;
  const service = person.posts.every((post) => post.role === 'service-account');
  const kind = service ? 'service' : (await administers(tx, personId)) ? 'admin' : 'operational';
  const unit = person.posts[0]?.office ?? agency.oneStop.key;
  const officeId = loading.officeId(officeKey(file, agency, unit));
  const known = loading.accounts.get(person.key);
  if (known) {
    await setAccountKind(tx, known, kind, officeId);
    return;
  }
  const id = newId(options, options.machineNow);
  loading.accounts.set(person.key, id);
  const account = {
    id,
    name: person.account,
    kind,
    personId,
    officeId,
    createdAt: options.machineNow,
  } as const;
  if (service) return insertAccount(tx, account);
  if (demoHash !== null) {
    const roles = person.posts.map((post) => post.role);
    const sealed = needsSecondFactor(kind, roles)
      ? seal(options.key, demoTotpSecret(person.account), totpContext(id), options.random)
      : undefined;
    return insertAccount(tx, {
      ...account,
      passwordHash: demoHash,
      ...(sealed ? { sealedTotpSecret: sealed } : {}),
    });
  }
  await insertAccount(tx, account);
  const path = `/moi/${await makeLink(tx, options, id, options.machineNow)}`;
  loading.links.push({ account: person.account, name: person.name, office: agency.name, path });
}
