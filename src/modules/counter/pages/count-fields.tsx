import type { Words } from '#platform/i18n/words.ts';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { textOf } from '../rules/fields.ts';
import type { Counts } from '../rules/read-papers.ts';
import { fieldProps, type IntakeView } from './intake-view.ts';

interface CountFieldsProps {
  readonly view: IntakeView;
  readonly prefix: string;
  readonly counts: Counts;
}

export function CountFields({ view, prefix, counts }: CountFieldsProps) {
  const { t } = view.frame;
  const { fields } = view.opened.draft;
  const ways = ['submit', 'show'] as const;
  const count = (name: string, value: number) => (
    <TextField
      {...fieldProps(view, `${prefix}.${name}`)}
      value={textOf(fields, `${prefix}.${name}`) || String(value)}
      label={t(`counter.count.${name}`)}
      inputMode="numeric"
      maxLength={6}
    />
  );
  return (
    <div class="stack tight">
      <SelectField
        {...fieldProps(view, `${prefix}.way`)}
        value={counts.way}
        label={t('counter.papers.way')}
        options={ways.map((way) => ({ value: way, label: t(`counter.way.${way}`) }))}
      />
      {count('originals', counts.originals)}
      {count('certified', counts.certifiedCopies)}
      {count('photocopies', counts.photocopies)}
    </div>
  );
}

/** "1 bản chính, 2 bản sao". */
export function countsInWords(t: Words, { originals, certifiedCopies, photocopies }: Counts): string {
  const said = [
    originals > 0 ? t('counter.count.n-originals', { n: originals }) : '',
    certifiedCopies > 0 ? t('counter.count.n-certified', { n: certifiedCopies }) : '',
    photocopies > 0 ? t('counter.count.n-photocopies', { n: photocopies }) : '',
  ].filter((text) => text !== '');
  return said.join(', ') || t('counter.count.nothing');
}
