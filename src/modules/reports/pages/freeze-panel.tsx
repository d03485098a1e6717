import type { Refusal } from '#kernel/refusal.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import type { KnownReport } from '../known-report.ts';
import type { FrozenLine } from '../store/frozen.ts';
import { FrozenList } from './frozen-list.tsx';
import { type AskedReport, reportHref } from './report-asked.ts';

interface FreezePanelProps {
  readonly t: Words;
  readonly csrf: string;
  readonly asked: AskedReport;
  readonly reports: readonly KnownReport[];
  /** Of the press. */
  readonly pressKey: string;
  /** Digest of the numbers above. */
  readonly shown: string;
  /** May this person freeze it, and is the period over? */
  readonly may: 'freeze' | 'not-over' | 'no';
  readonly frozen: readonly FrozenLine[];
  readonly refusal: Refusal | null;
}

/** Keeping the numbers as they are given away, and those that were. */
export function FreezePanel(props: FreezePanelProps) {
  const { t, csrf, asked, reports, pressKey, shown, may, frozen, refusal } = props;
  if (may === 'no' && frozen.length === 0) return null;
  return (
    <section class="stack no-print" aria-labelledby="chot-bao-cao">
      <h2 id="chot-bao-cao">{t('reports.frozen.title')}</h2>
      {refusal ? <Notice tone="warning" live title={textOfRefusal(t, refusal)} /> : null}
      {may === 'not-over' ? <p>{t('reports.frozen.not-over')}</p> : null}
      {may === 'freeze' ? (
        <form class="row" method="post" action={reportHref(asked, '/chot')} data-once>
          <CsrfField token={csrf} />
          <input type="hidden" name="key" value={pressKey} />
          <input type="hidden" name="so-lieu" value={shown} />
          <Button variant="secondary" icon="lock">
            {t('reports.frozen.freeze')}
          </Button>
          <span class="small subtle">{t('reports.frozen.freeze-note')}</span>
        </form>
      ) : null}
      <FrozenList t={t} reports={reports} lines={frozen} />
    </section>
  );
}
