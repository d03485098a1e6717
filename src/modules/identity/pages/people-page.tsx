import type { Words } from '#platform/i18n/words.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { State } from '#ui/components/state.tsx';
import type { Column } from '#ui/components/table-column.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { type Option, SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import type { PersonLine } from '../store/people.ts';
import { adminCrumbs, adminPaths } from './admin-deps.ts';

interface PeoplePageProps {
  readonly frame: DeskFrame;
  readonly people: readonly PersonLine[];
  readonly text: string;
  readonly office: string;
  readonly offices: readonly Option[];
  readonly state: string;
  /** There are more than are shown. */
  readonly cut: boolean;
}

/** Everybody who works here. The search is posted: no name ever stands in an address. */
export function PeoplePage(props: PeoplePageProps) {
  const { frame, people, cut } = props;
  const { t } = frame;
  const title = t('identity.people.title');
  return (
    <DeskLayout frame={frame} title={title} crumbs={adminCrumbs(t, { label: title })} keys={keysOf(t)}>
      <PageTitle
        title={title}
        note={t('identity.people.note')}
        aside={<LinkButton href={adminPaths.newPerson}>{t('identity.people.add')}</LinkButton>}
      />
      <Filters {...props} />
      {people.length === 0 ? (
        <Empty title={t('identity.people.none')}>{t('identity.people.none-note')}</Empty>
      ) : (
        <>
          <DataTable t={t} caption={title} columns={columnsOf(t)} rows={people} walkable />
          <p class="subtle">
            {t(cut ? 'identity.people.cut' : 'identity.people.count', { n: people.length })}
          </p>
        </>
      )}
    </DeskLayout>
  );
}

function Filters({ frame, text, office, offices, state }: PeoplePageProps) {
  const { t } = frame;
  return (
    <form class="filters" method="post" action={adminPaths.people}>
      <CsrfField token={frame.csrf} />
      <TextField
        t={t}
        name="q"
        type="search"
        label={t('identity.people.search')}
        value={text}
        maxLength={100}
      />
      <SelectField
        t={t}
        name="don-vi"
        label={t('identity.people.office')}
        options={offices}
        value={office}
        emptyLabel={t('identity.people.all')}
      />
      <SelectField
        t={t}
        name="tinh-trang"
        label={t('identity.people.state')}
        options={[{ value: 'khong-chuc-danh', label: t('identity.people.without-post') }]}
        value={state}
        emptyLabel={t('identity.people.all')}
      />
      <Button variant="secondary">{t('identity.people.filter')}</Button>
    </form>
  );
}

function keysOf(t: Words) {
  return [
    { keys: 'j k', text: t('identity.people.key-walk') },
    { keys: 'Enter', text: t('identity.people.key-open') },
  ];
}

function columnsOf(t: Words): Column<PersonLine>[] {
  return [
    {
      head: t('identity.people.name'),
      rowHeader: true,
      cell: ({ id, name }) => <a href={adminPaths.person(id)}>{name}</a>,
    },
    {
      head: t('identity.people.posts'),
      class: 'wrapok',
      cell: ({ posts }) =>
        posts.length === 0
          ? t('identity.people.no-post')
          : posts.map((post) => t('identity.demo.post-in-office', post)).join('; '),
    },
    { head: t('identity.people.account'), labelled: true, cell: ({ account }) => account ?? '–' },
    { head: t('identity.people.state'), cell: (person) => <AccountMark t={t} person={person} /> },
  ];
}

function AccountMark({ t, person }: { readonly t: Words; readonly person: PersonLine }) {
  if (person.account === null) return <State icon="user">{t('identity.people.no-account')}</State>;
  if (person.disabledAt !== null) {
    return <State icon="lock">{t('identity.accounts.state.disabled')}</State>;
  }
  return person.waiting ? (
    <State icon="mail" tone="info">
      {t('identity.accounts.state.invited')}
    </State>
  ) : (
    <State icon="ok" tone="success">
      {t('identity.accounts.state.open')}
    </State>
  );
}
