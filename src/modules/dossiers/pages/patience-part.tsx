import type { Words } from '#platform/i18n/words.ts';
import { Button } from '#ui/components/button.tsx';
import type { FormError } from '#ui/components/error-summary.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { CsrfField } from '#ui/fields/csrf-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Patience } from '../actions/list-ready-results.ts';
import { paths } from './page-deps.ts';
import type { BulkIds } from './selected-lines.tsx';

export interface WrongDays {
  readonly agencyId: string;
  readonly days: string;
  readonly error: FormError;
}

interface PatiencePartProps {
  readonly t: Words;
  readonly patience: readonly Patience[];
  /** Agencies whose days this person may set. */
  readonly maySet: readonly string[];
  readonly ids: () => BulkIds;
  readonly wrong: WrongDays | undefined;
}

/** What waiting too long means here, what happens then, and where the head of the one-stop sets the days. */
export function PatiencePart({ t, patience, maySet, ids, wrong }: PatiencePartProps) {
  return (
    <Notice tone="info">
      {patience.map((one) => (
        <p>
          {t(`dossiers.results.patience${one.ours ? '-ours' : ''}`, { office: one.officeName, n: one.days })}
        </p>
      ))}
      <p>{t('dossiers.results.what-then')}</p>
      {patience
        .filter((one) => maySet.includes(one.agencyId))
        .map((one) => (
          <DaysForm t={t} of={one} ids={ids()} wrong={wrong?.agencyId === one.agencyId ? wrong : undefined} />
        ))}
    </Notice>
  );
}

interface DaysFormProps {
  readonly t: Words;
  readonly of: Patience;
  readonly ids: BulkIds;
  readonly wrong: WrongDays | undefined;
}

function DaysForm({ t, of, ids, wrong }: DaysFormProps) {
  return (
    <form class="filters" method="post" action={paths.unfetchedDays} data-once>
      <CsrfField token={ids.csrf} />
      <input type="hidden" name="key" value={ids.key} />
      <input type="hidden" name="agency" value={of.agencyId} />
      <TextField
        t={t}
        name="days"
        label={t('dossiers.results.days-label', { office: of.officeName })}
        inputMode="numeric"
        value={wrong?.days ?? String(of.days)}
        error={wrong?.error.text}
        maxLength={20}
      />
      <Button variant="secondary">{t('dossiers.results.set-days')}</Button>
    </form>
  );
}
