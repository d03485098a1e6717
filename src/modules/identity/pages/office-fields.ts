import type { Words } from '#platform/i18n/words.ts';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import { newOfficeKinds } from '../actions/add-office.ts';
import type { OfficeInForce } from '../rules/office.ts';

const levels = ['xa', 'huyen', 'tinh'] as const;

const sections = [
  'bao-hiem-xa-hoi',
  'cong-an',
  'dat-dai',
  'dia-chinh',
  'giao-duc',
  'kinh-te',
  'kinh-te-ha-tang',
  'lao-dong',
  'nong-nghiep',
  'tai-chinh',
  'tai-chinh-ke-hoach',
  'tai-nguyen-moi-truong',
  'thue',
  'tu-phap',
  'van-hoa',
  'van-hoa-xa-hoi',
  'van-phong',
];

/** A section's key in words; one that an organisation's own file brought stands as it is. */
export function sectionInWords(t: Words, key: string): string {
  return sections.includes(key) ? t(`identity.section.${key}`) : key;
}

export function agencyFields(t: Words, firstDay: string): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'ten',
      label: t('identity.offices.name'),
      hint: t('identity.office.name-hint'),
      maxLength: 200,
    },
    {
      kind: 'text',
      name: 'ten-ngan',
      label: t('identity.office.short-name'),
      optional: true,
      maxLength: 200,
    },
    {
      kind: 'radio',
      name: 'cap',
      label: t('identity.office.level'),
      choices: levels.map((value) => ({ value, label: t(`identity.office.level.${value}`) })),
    },
    {
      kind: 'text',
      name: 'dia-ban',
      label: t('identity.office.place'),
      hint: t('identity.office.place-hint'),
      maxLength: 100,
    },
    { kind: 'date', name: 'tu', label: t('identity.office.first-day'), value: firstDay, short: true },
    {
      kind: 'text',
      name: 'ma-dinh-danh',
      label: t('identity.codes.one'),
      hint: t('identity.codes.hint'),
      optional: true,
      maxLength: 35,
    },
    { kind: 'check', name: 'ma-vi-du', label: t('identity.codes.is-example') },
    { kind: 'text', name: 'dia-chi', label: t('identity.office.address'), optional: true },
    {
      kind: 'tel',
      name: 'dien-thoai',
      label: t('identity.person.phone'),
      optional: true,
      maxLength: 40,
      short: true,
    },
    {
      kind: 'text',
      name: 'mot-cua',
      label: t('identity.office.one-stop-name'),
      hint: t('identity.office.one-stop-hint'),
      optional: true,
      maxLength: 200,
    },
  ];
}

export function officeFields(t: Words, handled: readonly string[], firstDay: string): FieldSpec[] {
  return [
    { kind: 'text', name: 'ten', label: t('identity.offices.name'), maxLength: 200 },
    {
      kind: 'text',
      name: 'ten-ngan',
      label: t('identity.office.short-name'),
      optional: true,
      maxLength: 200,
    },
    {
      kind: 'radio',
      name: 'loai',
      label: t('identity.offices.kind'),
      choices: newOfficeKinds.map((value) => ({
        value,
        label: t(`identity.office.kind.${value}`),
        hint: t(`identity.office.kind-hint.${value}`),
      })),
      value: 'section',
    },
    {
      kind: 'select',
      name: 'linh-vuc',
      label: t('identity.office.handles'),
      hint: t('identity.office.handles-hint'),
      options: handled.map((value) => ({ value, label: sectionInWords(t, value) })),
      emptyLabel: t('identity.office.handles-nothing'),
    },
    { kind: 'date', name: 'tu', label: t('identity.office.first-day'), value: firstDay, short: true },
  ];
}

export function changeFields(t: Words, office: OfficeInForce, firstDay: string): FieldSpec[] {
  return [
    { kind: 'text', name: 'ten', label: t('identity.offices.name'), value: office.name, maxLength: 200 },
    {
      kind: 'text',
      name: 'ten-ngan',
      label: t('identity.office.short-name'),
      value: office.shortName,
      maxLength: 200,
    },
    {
      kind: 'text',
      name: 'dia-chi',
      label: t('identity.office.address'),
      value: office.address ?? '',
      optional: true,
    },
    {
      kind: 'tel',
      name: 'dien-thoai',
      label: t('identity.person.phone'),
      value: office.phone ?? '',
      optional: true,
      maxLength: 40,
      short: true,
    },
    ...basisFields(t, firstDay),
  ];
}

export function basisFields(t: Words, firstDay: string): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'can-cu',
      label: t('identity.office.basis'),
      hint: t('identity.office.basis-hint'),
    },
    {
      kind: 'date',
      name: 'tu',
      label: t('identity.office.holds-from'),
      hint: t('identity.office.holds-from-hint'),
      value: firstDay,
      short: true,
    },
  ];
}
