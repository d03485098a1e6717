import { dateOf, timeOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { dong, formatDong } from '#kernel/money.ts';
import { capitalised } from '#kernel/vietnamese-text.ts';
import { limitInWords, ruleInWords } from '#modules/calendar/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DaysGrid } from '#ui/components/days-grid.tsx';
import { type Fact, Facts } from '#ui/components/facts.tsx';
import { State } from '#ui/components/state.tsx';
import { longDate, shortDate, weekdayName } from '#ui/dates.ts';
import type { OpenedDraft } from '../actions/open-draft.ts';
import type { Preview } from '../actions/preview.ts';
import { isTicked, textOf } from '../rules/fields.ts';
import { daysOf } from './days-view.ts';

interface DueProps {
  readonly t: Words;
  readonly opened: OpenedDraft;
  readonly preview: Preview;
}

/** What accepting now would promise, with why: seen before anything is pressed, sent anew as fields change. */
export function DueSide({ t, opened, preview }: DueProps) {
  return (
    <>
      <DueAnswer t={t} preview={preview} />
      <Facts ruled facts={factsOf({ t, opened, preview })} />
    </>
  );
}

function DueAnswer({ t, preview }: Pick<DueProps, 't' | 'preview'>) {
  const { limit, limitNote } = preview;
  const { due } = preview.due;
  if (due === null)
    return (
      <div>
        <p class="big">{t('counter.due.none')}</p>
        <p class="subtle">{limitNote ?? t('counter.due.none-why')}</p>
      </div>
    );
  if (preview.promised)
    return <PromisedAnswer t={t} preview={preview} promised={preview.promised} legal={due} />;
  const after = limit?.unit === 'trong_ngay' ? 'counter.due.same-day' : 'counter.due.before';
  return (
    <>
      <div>
        <p class="big">{capitalised(longDate(t, dateOf(due)))}</p>
        <p class="subtle">{t(after, { time: timeOf(due), limit: limitInWords(t, limit) })}</p>
      </div>
      <DaysGrid t={t} days={daysOf(preview.due)} today={dateOf(preview.now)} />
      <Derivation t={t} preview={preview} />
    </>
  );
}

interface PromisedProps extends Pick<DueProps, 't' | 'preview'> {
  readonly promised: NonNullable<Preview['promised']>;
  readonly legal: Instant;
}

/** The agency promises an earlier date: that one will stand on the receipt; what the law allows is said beside it. */
function PromisedAnswer({ t, preview, promised, legal }: PromisedProps) {
  const { due } = promised.due;
  return (
    <>
      <div>
        <p class="big">{due && capitalised(longDate(t, dateOf(due)))}</p>
        <p class="subtle">
          {t('counter.due.promised', {
            time: due ? timeOf(due) : '',
            limit: limitInWords(t, promised.limit),
            legal: `${timeOf(legal)}, ${longDate(t, dateOf(legal))}`,
          })}
        </p>
      </div>
      <DaysGrid t={t} days={daysOf(promised.due)} today={dateOf(preview.now)} />
      <Derivation t={t} preview={preview} />
    </>
  );
}

/** The sentences a clerk reads out when asked why this day; the law behind them on demand. */
function Derivation({ t, preview }: Pick<DueProps, 't' | 'preview'>) {
  const { due, now } = preview;
  const says = (key: string, at: typeof now) =>
    t(key, { time: timeOf(at), weekday: weekdayName(t, dateOf(at)), date: shortDate(dateOf(at)) });
  const starts = due.effectiveReceipt;
  return (
    <div class="small subtle">
      <p>
        {says('counter.due.received', now)}{' '}
        {starts.slice(0, 16) > now.slice(0, 16) ? `${says('counter.due.starts', starts)} ` : ''}
        {due.basis.map(({ rule }) => ruleInWords(t, rule)).join(' ')}
      </p>
      {due.certain ? null : (
        <State icon="alert" tone="warning">
          {t('counter.due.uncertain')}
        </State>
      )}
      <details>
        <summary>{t('counter.due.basis')}</summary>
        <ul>
          {[...new Set(due.basis.map(({ basis }) => basis))].map((basis) => (
            <li>{basis}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function factsOf({ t, opened, preview }: DueProps): Fact[] {
  const { offer, draft } = opened;
  const required = offer.papers.filter((paper) => paper.required);
  const there = required.filter((paper) => isTicked(draft.fields, `papers.${paper.key}.there`));
  const atReturn = textOf(draft.fields, 'fee-way') === 'at-return';
  const papers = t('counter.side.papers-count', { there: there.length, required: required.length });
  return [
    ...(preview.section ? [{ label: t('counter.side.to'), value: preview.section }] : []),
    {
      label: t('counter.side.papers'),
      value:
        there.length === required.length ? (
          <State icon="ok" tone="success">
            {papers}
          </State>
        ) : (
          papers
        ),
    },
    ...(preview.exempted > 0
      ? [{ label: t('counter.side.exempted'), value: formatDong(dong(preview.exempted)) }]
      : []),
    {
      label: t(atReturn ? 'counter.side.fee-at-return' : 'counter.side.fee'),
      value: preview.feeIsOpen ? t('counter.side.fee-open') : formatDong(dong(preview.total)),
    },
  ];
}
