import type { Words } from '#platform/i18n/words.ts';
import { Notice } from '#ui/components/notice.tsx';
import type { FieldSpec } from '#ui/fields/field-list.tsx';
import type { Person } from '../store/people.ts';

/** Fields of a person's facts; without a person they are empty. */
export function personFields(t: Words, person?: Person): FieldSpec[] {
  const short = { short: true, optional: true } as const;
  return [
    {
      kind: 'text',
      name: 'ho-ten',
      label: t('identity.person.name'),
      hint: t('identity.person.name-hint'),
      value: person?.name,
      maxLength: 100,
    },
    {
      kind: 'tel',
      name: 'dien-thoai',
      label: t('identity.person.phone'),
      value: person?.phone ?? '',
      maxLength: 20,
      ...short,
    },
    {
      kind: 'number',
      name: 'nam-sinh',
      label: t('identity.person.birth-year'),
      value: String(person?.birthYear ?? ''),
      maxLength: 4,
      ...short,
    },
  ];
}

/** What another administrator wrote meanwhile; what was typed here stays in the fields. */
export function ChangedPerson({ t, person }: { readonly t: Words; readonly person: Person }) {
  return (
    <Notice tone="warning" title={t('identity.admin.changed-title')}>
      <p>
        {t('identity.person.now', {
          name: person.name,
          phone: person.phone ?? '–',
          year: person.birthYear ?? '–',
        })}
      </p>
      <p>{t('identity.admin.changed-note')}</p>
    </Notice>
  );
}
