import { z } from 'zod';
import { roles } from '#kernel/actor.ts';
import { type CivilDate, isCivilDate } from '#kernel/civil-date.ts';

/**
 * The file `./motcua organise FILE` reads (docs/operations/organisation-file.md): one organisation of one
 * regime, with offices, people and dated posts. Unknown keys are errors, so that a misspelt one is noticed.
 */
const civilDate = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), {
  error: 'not a date YYYY-MM-DD',
});
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens');
const text = z.string().trim().min(1).max(200);
const phone = z.string().regex(/^\+?[0-9 ()-]{3,20}$/, 'digits and spaces');
const span = z.tuple([z.string().regex(/^\d{2}:\d{2}$/), z.string().regex(/^\d{2}:\d{2}$/)]);
const loginName = z.string().regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, 'a login name like ngan.pham');

const office = z.strictObject({
  key,
  name: text,
  shortName: text,
  address: text.optional(),
  phone: phone.optional(),
  /** Office hours where they differ from 07:00–11:30 and 13:30–17:00. */
  hours: z.array(span).min(1).optional(),
});

const section = z.strictObject({
  ...office.shape,
  /** `outside`: an office of another authority that sits at this counter or is asked (police, tax, land). */
  kind: z.enum(['section', 'outside']),
  /** Key by which db/seeds/sections.json names it; null when it handles no field. */
  sectionKey: key.nullable(),
});

const post = z.strictObject({
  /** Key of an office of this agency (one-stop, leadership and sections alike). */
  office: key,
  role: z.enum(roles),
  title: text,
  from: civilDate,
  to: civilDate.nullable(),
});

const person = z.strictObject({
  /** The same key in another agency or file is the same person. */
  key,
  name: text,
  birthYear: z.int().min(1900).max(2100).optional(),
  gender: z.enum(['male', 'female']),
  account: loginName,
  email: z.email().optional(),
  phone: phone.optional(),
  posts: z.array(post).min(1),
});

const agency = z.strictObject({
  key,
  /** Own short code, unique in the installation for ever (also across regimes). */
  code: z.string().regex(/^[A-Z0-9][A-Z0-9.-]*$/),
  name: text,
  shortName: text,
  level: z.enum(['xa', 'huyen', 'tinh']),
  /** Administrative unit: a code means something only with a date. */
  place: z.strictObject({ code: z.string().regex(/^\d{2,5}$/), on: civilDate }),
  /** Code of the dossier number (TT 01/2018/TT-VPCP, Điều 19); null: this agency receives nothing yet. */
  agencyCode: z
    .string()
    .regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/)
    .max(35)
    .nullable(),
  agencyCodeIsExample: z.boolean(),
  address: text,
  phone,
  oneStop: office,
  leadership: office,
  offices: z.array(section),
  people: z.array(person),
});

export const organisationFile = z
  .strictObject({
    name: text,
    regime: z.enum(['2018', '2025']),
    validFrom: civilDate,
    validTo: civilDate.nullable(),
    province: z.strictObject({ code: z.string().regex(/^\d{2}$/), name: text }),
    agencies: z.array(agency).min(1),
  })
  .superRefine((file, context) => {
    for (const problem of contradictions(file)) {
      context.addIssue({ code: 'custom', path: [...problem.path], message: problem.message });
    }
  });

export type OrganisationFile = z.output<typeof organisationFile>;
export type OrganisationAgency = OrganisationFile['agencies'][number];
export type OrganisationOffice = OrganisationAgency['offices'][number];
export type OrganisationPerson = OrganisationAgency['people'][number];

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Written {
  readonly agencies: readonly z.output<typeof agency>[];
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** What no single field can show: doubled keys, posts in unknown offices, times turned round. */
function contradictions(file: Written): Problem[] {
  const problems = file.agencies.flatMap((one, index) => contradictionsOfAgency(one, ['agencies', index]));
  if (file.validTo !== null && file.validTo < file.validFrom) {
    problems.push({ path: ['validTo'], message: 'before validFrom' });
  }
  const codes = file.agencies.flatMap(({ agencyCode }) => (agencyCode === null ? [] : [agencyCode]));
  for (const [what, values] of [
    ['agency key', file.agencies.map((one) => one.key)],
    ['code', file.agencies.map((one) => one.code)],
    ['agencyCode', codes],
  ] as const) {
    for (const twice of doubled(values))
      problems.push({ path: ['agencies'], message: `${what} twice: ${twice}` });
  }
  return [...problems, ...contradictionsOfPeople(file.agencies)];
}

function contradictionsOfAgency(one: z.output<typeof agency>, path: (string | number)[]): Problem[] {
  const keys = [one.oneStop.key, one.leadership.key, ...one.offices.map((each) => each.key)];
  const sectionKeys = one.offices.flatMap((each) => (each.sectionKey === null ? [] : [each.sectionKey]));
  const problems: Problem[] = [...doubled(keys), ...doubled(sectionKeys)].map((twice) => ({
    path: [...path, 'offices'],
    message: `key twice: ${twice}`,
  }));
  for (const [index, who] of one.people.entries()) {
    for (const [at, held] of who.posts.entries()) {
      const here = [...path, 'people', index, 'posts', at];
      if (!keys.includes(held.office)) {
        problems.push({ path: [...here, 'office'], message: `no such office here: ${held.office}` });
      }
      if (held.to !== null && held.to < held.from)
        problems.push({ path: [...here, 'to'], message: 'before from' });
    }
  }
  return problems;
}

function contradictionsOfPeople(agencies: Written['agencies']): Problem[] {
  const accountOf = new Map<string, string>();
  const personOf = new Map<string, string>();
  const problems: Problem[] = [];
  for (const who of agencies.flatMap((one) => one.people)) {
    const account = accountOf.get(who.key) ?? who.account;
    const identity = personOf.get(who.account) ?? `${who.key} ${who.name}`;
    if (account !== who.account || identity !== `${who.key} ${who.name}`) {
      problems.push({ path: ['agencies'], message: `account ${who.account} belongs to two people` });
    }
    accountOf.set(who.key, account);
    personOf.set(who.account, identity);
  }
  return problems;
}

function doubled(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
