import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import type { Option } from '#ui/fields/select-field.tsx';
import type { Matter } from '../rules/scope.ts';
import { manners } from '../rules/stand-in.ts';
import { listPeople } from '../store/people.ts';
import { listPostsFrom } from '../store/post-changes.ts';

const EVERYBODY = 20_000;

export interface StandInChoices {
  readonly posts: readonly Option[];
  readonly people: readonly Option[];
}

/** Posts whose work or authority can be given, and the people who may get it. */
export async function standInChoices(
  q: Queries,
  on: CivilDate,
  which: 'all' | 'signing',
): Promise<StandInChoices> {
  const posts = (await listPostsFrom(q, on)).filter(
    (post) => which === 'all' || post.role === 'signing-leader',
  );
  const filter = { names: null, officeId: null, withoutPost: false, on, limit: EVERYBODY };
  const people = await listPeople(q, filter);
  return {
    posts: posts.map((post) => ({
      value: post.id,
      label: `${post.personName}: ${post.title}, ${post.officeName}`,
    })),
    people: people.map((one) => {
      const [post] = one.posts;
      return { value: one.id, label: post ? `${one.name}, ${post.title}, ${post.office}` : one.name };
    }),
  };
}

function whoFields(t: Words, { posts, people }: StandInChoices, postLabel: string): FieldSpec[] {
  const emptyLabel = t('identity.admin.choose');
  return [
    { kind: 'select', name: 'chuc-danh', label: postLabel, options: posts, emptyLabel },
    { kind: 'select', name: 'nguoi', label: t('identity.stand-ins.who'), options: people, emptyLabel },
  ];
}

function timeFields(t: Words, endIsOptional: boolean): FieldSpec[] {
  const last = { kind: 'date', name: 'den', label: t('identity.post.last-day'), short: true } as const;
  return [
    { kind: 'date', name: 'tu', label: t('identity.stand-ins.first-day'), short: true },
    endIsOptional ? { ...last, optional: true } : last,
  ];
}

export function substituteFields(t: Words, choices: StandInChoices): FieldSpec[] {
  return [
    ...whoFields(t, choices, t('identity.stand-ins.absent')),
    ...timeFields(t, false),
    {
      kind: 'text',
      name: 'so-qd',
      label: t('identity.stand-ins.decision-number'),
      maxLength: 100,
      optional: true,
    },
    {
      kind: 'date',
      name: 'ngay-qd',
      label: t('identity.stand-ins.decision-date'),
      short: true,
      optional: true,
    },
    { kind: 'text', name: 'ly-do', label: t('identity.stand-ins.reason'), optional: true },
  ];
}

export function delegationFields(t: Words, choices: StandInChoices, matters: readonly Matter[]): FieldSpec[] {
  const fields = [...new Set(matters.map((one) => one.field))].join('; ');
  return [
    ...whoFields(t, choices, t('identity.stand-ins.authority')),
    {
      kind: 'radio',
      name: 'cach-ky',
      label: t('identity.stand-ins.how-signed'),
      choices: manners.map((value) => ({
        value,
        label: t(`identity.stand-ins.manner.${value}`),
        hint: t(`identity.stand-ins.manner-hint.${value}`),
      })),
    },
    { kind: 'text', name: 'so-qd', label: t('identity.stand-ins.decision-number'), maxLength: 100 },
    { kind: 'date', name: 'ngay-qd', label: t('identity.stand-ins.decision-date'), short: true },
    {
      kind: 'area',
      name: 'viec',
      label: t('identity.stand-ins.matters'),
      hint: t('identity.stand-ins.matters-hint'),
      maxLength: 1000,
    },
    {
      kind: 'area',
      name: 'pham-vi',
      label: t('identity.stand-ins.scope'),
      hint: t('identity.stand-ins.scope-hint', { fields }),
      maxLength: 5000,
      optional: true,
    },
    ...timeFields(t, true),
  ];
}
