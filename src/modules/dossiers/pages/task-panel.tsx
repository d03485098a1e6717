import { dateOf, formatMoment, timeOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { KeyHint } from '#ui/components/key-hint.tsx';
import { TimeLeft } from '#ui/components/time-left.tsx';
import { longDate } from '#ui/dates.ts';
import { TextArea } from '#ui/fields/text-field.tsx';
import type { ReadDossier } from '../actions/read-dossier.ts';
import { currentStep, type Dossier, isOpen } from '../rules/dossier.ts';
import { paths } from './page-deps.ts';
import { itemText } from './personal-lines.ts';
import { PressFields, type PressIds } from './press-fields.tsx';
import { type PageCommand, slugs } from './slugs.ts';
import { taskView } from './task-view.ts';
import { timeLeftView } from './time-view.ts';
import { toldText } from './told-text.ts';

export interface TaskPanelProps {
  readonly t: Words;
  readonly read: ReadDossier;
  readonly name: string;
  readonly press: PressIds;
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

/** What is to be done now, by the person who looks: one filled button. */
export function TaskPanel(props: TaskPanelProps) {
  const { t, read } = props;
  const { dossier, commands } = read;
  const { main, others } = taskView(dossier.task, commands);
  const isMine = main !== undefined;
  const step = currentStep(dossier);
  const title = isMine && dossier.task === 'work' && step ? step.name : t(`dossiers.task.${dossier.task}`);
  return (
    <section class={isMine ? 'panel todo stack o2' : 'panel stack o2'} aria-labelledby="viec">
      <div>
        <p class="small subtle">{t(isMine ? 'dossiers.now.heading' : 'dossiers.now.other-heading')}</p>
        <h2 id="viec" class="task">
          {isOpen(dossier) ? title : t(`dossiers.state.${dossier.state}`)}
        </h2>
      </div>
      {isMine ? null : <p>{t(isOpen(dossier) ? 'dossiers.now.nothing' : 'dossiers.now.over')}</p>}
      <Where {...props} />
      <Missing t={t} dossier={dossier} />
      {main || others.length > 0 ? (
        <div class="row end">
          {main ? <MainPress {...props} command={main} /> : null}
          <OtherPresses t={t} name={props.name} others={others} />
        </div>
      ) : null}
    </section>
  );
}

/** Until when, who holds it, what comes next. */
function Where({ t, read, calendar, now }: TaskPanelProps) {
  const { dossier } = read;
  const step = currentStep(dossier);
  const handled = dossier.state === 'in-progress' || dossier.state === 'accepted';
  const left = step && timeLeftView(calendar, dossier.clock.state, step.dueAt, now);
  const next = handled && dossier.stepIndex !== null ? dossier.steps[dossier.stepIndex + 1] : undefined;
  return (
    <>
      {handled && step?.dueAt && left ? (
        <p>
          {t('dossiers.now.step-until')}{' '}
          <strong>
            {timeOf(step.dueAt)}, {longDate(t, dateOf(step.dueAt))}
          </strong>
          , <TimeLeft t={t} left={left} />
        </p>
      ) : null}
      {dossier.holder ? <p class="small subtle">{heldText(t, read)}</p> : null}
      {dossier.told && dossier.state === 'decided' ? (
        <p class="small subtle">{toldText(t, dossier.told)}</p>
      ) : null}
      {next ? (
        <p class="small subtle">{t('dossiers.now.next', { step: next.name, office: next.officeName })}</p>
      ) : null}
    </>
  );
}

function heldText(t: Words, { dossier, events }: ReadDossier): string {
  const { holder, filing, steps } = dossier;
  const office =
    steps.find((one) => one.officeId === holder?.officeId)?.officeName ?? filing.intakeOfficeName;
  const since = holder ? formatMoment(holder.since) : '';
  const given = events.findLast((event) => event.type === 'reassigned');
  const author = events.findLast((event) => event.by.accountId === holder?.accountId)?.by.name;
  const name = given?.body.accountId === holder?.accountId ? given?.body.name : author;
  if (!holder?.accountId || !name) return t('dossiers.now.held', { office, since });
  return t('dossiers.now.held-by', { office, since, name });
}

function Missing({ t, dossier }: { readonly t: Words; readonly dossier: Dossier }) {
  const items = dossier.guidance?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      <p class="small subtle">{t('dossiers.now.missing')}</p>
      <ul class="plain">
        {items.map((item) => (
          <li>{itemText(t, item)}</li>
        ))}
      </ul>
    </div>
  );
}

type MainPressProps = TaskPanelProps & { readonly command: string };

const simple: readonly string[] = ['forward', 'confirm-receipt', 'start-step'];

/** Simple presses are made here; what needs something written leads to its form. */
function MainPress({ t, read, name, press, command }: MainPressProps) {
  const { dossier } = read;
  if (command === 'accept')
    return (
      <LinkButton href={paths.review(dossier.reference)} shortcut="t">
        {t('dossiers.now.review')}
      </LinkButton>
    );
  const slug = slugs[command as PageCommand];
  const label =
    command === 'forward'
      ? t('dossiers.now.forward-to', { office: dossier.steps[1]?.officeName ?? '' })
      : t(`dossiers.command.${command}`);
  if (!simple.includes(command))
    return (
      <LinkButton href={paths.at(name, slug)} shortcut="t">
        {label}
      </LinkButton>
    );
  return (
    <form class="stack grow" method="post" action={paths.at(name, slug)} data-once>
      <PressFields press={press} />
      {command === 'forward' ? (
        <TextArea t={t} name="note" label={t('dossiers.form.note')} optional rows={2} maxLength={4000} />
      ) : null}
      <div>
        <Button shortcut="t">{label}</Button>
      </div>
    </form>
  );
}

interface OtherProps {
  readonly t: Words;
  readonly name: string;
  readonly others: readonly PageCommand[];
}

function OtherPresses({ t, name, others }: OtherProps) {
  if (others.length === 0) return null;
  return (
    <details class="more no-print">
      <summary aria-keyshortcuts="a">
        <Icon name="down" />
        {t('dossiers.now.other')} <KeyHint keys="a" />
      </summary>
      <ul class="plain">
        {others.map((command) => (
          <li>
            <a href={paths.at(name, slugs[command])}>{t(`dossiers.command.${command}`)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
