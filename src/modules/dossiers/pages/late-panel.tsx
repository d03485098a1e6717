import { formatMoment } from '#kernel/civil-date.ts';
import { type Incident, incidentInWords } from '#modules/incidents/index.ts';
import type { Words } from '#platform/i18n/words.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Panel } from '#ui/components/panel.tsx';
import type { LateCauseTold } from '../actions/tell-late-cause.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import type { LatePart } from '../rules/late-cause.ts';
import { authorText, eventTitle } from './history-items.tsx';
import { personalLines } from './personal-lines.ts';
import { officeTime } from './time-view.ts';

interface LatePanelProps {
  readonly t: Words;
  readonly late: LateCauseTold | null;
  readonly dossier: Dossier;
  readonly events: readonly DossierEvent[];
  /** Where the cause is corrected; left out for who may not. */
  readonly correctHref: string | undefined;
}

/** Why it is late, by evidence: whose time, which events and incidents show it, and what was said instead. */
export function LatePanel(props: LatePanelProps) {
  const { t, late, correctHref } = props;
  if (!late) return null;
  const { evidence, corrections, cause } = late;
  return (
    <Panel id="vi-sao-tre" title={t('dossiers.late.heading')} quietTitle>
      <div>
        <p class="big">{t(`dossiers.late-cause.${cause}`)}</p>
        <p>
          {corrections.length > 0
            ? t('dossiers.late.said', { evidence: t(`dossiers.late-cause.${evidence.main}`) })
            : t(`dossiers.late-cause-means.${cause}`)}
        </p>
      </div>
      {corrections.length > 0 ? <Corrections {...props} late={late} /> : null}
      <DataTable
        t={t}
        caption={t('dossiers.late.parts', { time: officeTime(t, evidence.excess) })}
        captionShown
        columns={[
          {
            head: t('dossiers.late.whose'),
            rowHeader: true,
            class: 'wrapok',
            cell: (part) => whose(t, part),
          },
          {
            head: t('dossiers.late.time'),
            numeric: true,
            labelled: true,
            cell: ({ minutes }) => officeTime(t, minutes),
          },
        ]}
        rows={evidence.parts}
      />
      <details class="ds-details flush">
        <summary>{t('dossiers.late.evidence')}</summary>
        <ul>
          {evidence.parts.map((part) => (
            <li>
              {whose(t, part)}
              <Evidence {...props} part={part} incidents={late.incidents} />
            </li>
          ))}
        </ul>
        <p class="small subtle">{t('dossiers.late.rule')}</p>
      </details>
      {correctHref ? (
        <p class="no-print">
          <a href={correctHref}>{t('dossiers.command.correct-cause')}</a>
        </p>
      ) : null}
    </Panel>
  );
}

/** `Do cán bộ: Phòng Tư pháp, bước Thẩm định`. */
function whose(t: Words, { cause, officeName, step }: LatePart): string {
  const words = { cause: t(`dossiers.late-cause.${cause}`), office: officeName, step: step ?? '' };
  if (!officeName) return words.cause;
  return t(step ? 'dossiers.late.whose-step' : 'dossiers.late.whose-office', words);
}

interface EvidenceProps extends LatePanelProps {
  readonly part: LatePart;
  readonly incidents: readonly Incident[];
}

function Evidence({ t, dossier, events, part, incidents }: EvidenceProps) {
  const shown = events.filter(({ seq }) => part.seqs.includes(seq));
  const own = incidents.filter(({ id }) => part.incidentIds.includes(id));
  return (
    <ul class="small">
      {shown.map((event) => (
        <li>
          {formatMoment(event.at)}: {eventTitle(t, dossier, event)}
        </li>
      ))}
      {own.map((incident) => (
        <li>{incidentInWords(t, incident)}</li>
      ))}
    </ul>
  );
}

/** Old and new, who, when and why: nothing that was said is lost. */
function Corrections({ t, late, dossier }: LatePanelProps & { readonly late: LateCauseTold }) {
  return (
    <ul class="small">
      {late.corrections.map((event) => (
        <li>
          {eventTitle(t, dossier, event)}, {formatMoment(event.at)}, {authorText(t, event)}
          {personalLines(t, event).map((line) => (
            <p>{line}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
