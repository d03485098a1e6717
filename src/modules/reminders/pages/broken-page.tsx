import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { ErrorSummary, type FormError } from '#ui/components/error-summary.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { type LawRule, type Level, lawRules, levels } from '../rules/law-rule.ts';
import type { StandingCount, StandingLine } from '../store/standing.ts';
import { paths } from './page-deps.ts';
import { byColumn, doerColumn, dossierColumn, procedureColumn, toDoColumn } from './standing-columns.tsx';
import type { StandingView } from './standing-view.ts';
import { type TabCounts, Tabs } from './tabs.tsx';

/** After how many office hours a dossier stands still in an agency; where this person may set it. */
export interface StillSetting {
  readonly agencyId: string;
  readonly officeName: string;
  readonly hours: string;
  readonly error?: FormError | undefined;
}

export interface BrokenPageProps {
  readonly frame: DeskFrame;
  readonly tabs: TabCounts;
  readonly counts: readonly StandingCount[];
  readonly level: Level;
  readonly rule: LawRule | null;
  readonly lines: readonly StandingView<StandingLine>[];
  readonly settings: readonly StillSetting[];
  /** Of the press: the same one never acts twice. */
  readonly pressKey: string;
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}

/** The law's rules that are broken, or nearly, with whom it lies; each line stays until somebody has dealt with it. */
export function BrokenPage(props: BrokenPageProps) {
  const { frame, lines, level, settings } = props;
  const { t } = frame;
  const title = t('reminders.broken.title');
  return (
    <DeskLayout
      frame={frame}
      title={title}
      crumbs={[{ label: t('reminders.work'), href: paths.work }, { label: title }]}
    >
      <ErrorSummary t={t} errors={settings.flatMap(({ error }) => (error ? [error] : []))} />
      <PageTitle title={title} note={t('reminders.broken.note')} />
      <Tabs t={t} counts={props.tabs} current="broken" />
      <Filters {...props} />
      {lines.length === 0 ? (
        <Empty title={t(`reminders.broken.none.${level}`)}>
          <p>{t('reminders.broken.none-note')}</p>
        </Empty>
      ) : (
        <>
          <DataTable
            t={t}
            caption={t(`reminders.level.${level}`)}
            columns={[toDoColumn(t), dossierColumn(t), procedureColumn(t), byColumn(t), doerColumn(t)]}
            rows={lines}
            walkable
          />
          <Pagination
            t={t}
            shown={t('reminders.list.count', { n: lines.length })}
            firstHref={props.firstHref}
            nextHref={props.nextHref}
          />
        </>
      )}
      {settings.map((one) => (
        <StillForm frame={frame} of={one} formKey={props.pressKey} />
      ))}
    </DeskLayout>
  );
}

function Filters({ frame: { t }, counts, level, rule }: BrokenPageProps) {
  const countOf = (one: LawRule) =>
    counts.find((count) => count.rule === one && count.level === level)?.count ?? 0;
  return (
    <form class="filters" method="get" action={paths.broken}>
      <SelectField
        t={t}
        name="muc"
        label={t('reminders.broken.level')}
        options={levels.map((value) => ({ value, label: t(`reminders.level.${value}`) }))}
        value={level}
      />
      <SelectField
        t={t}
        name="quy-tac"
        label={t('reminders.broken.rule')}
        options={lawRules.map((value) => ({
          value,
          label: t('reminders.broken.rule-count', { rule: t(`reminders.rule.${value}`), n: countOf(value) }),
        }))}
        value={rule ?? undefined}
        emptyLabel={t('reminders.broken.all-rules')}
      />
      <Button variant="secondary">{t('reminders.broken.show')}</Button>
    </form>
  );
}

interface StillFormProps {
  readonly frame: DeskFrame;
  readonly of: StillSetting;
  readonly formKey: string;
}

function StillForm({ frame: { t, csrf }, of, formKey }: StillFormProps) {
  return (
    <form class="filters" method="post" action={paths.stillHours} data-once>
      <CsrfField token={csrf} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="agency" value={of.agencyId} />
      <TextField
        t={t}
        name="hours"
        label={t('reminders.still.label', { office: of.officeName })}
        hint={t('reminders.still.hint')}
        inputMode="numeric"
        value={of.hours}
        error={of.error?.text}
        maxLength={20}
      />
      <Button variant="secondary">{t('reminders.still.set')}</Button>
    </form>
  );
}
