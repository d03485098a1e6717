import { FormBlock } from '#ui/components/form-block.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextArea, TextField } from '#ui/fields/text-field.tsx';
import { fieldProps, type IntakeView } from './intake-view.ts';

/** How it came, how the result goes back. */
export function WaysBlock({ view }: { readonly view: IntakeView }) {
  const { t } = view.frame;
  const { channels, returns } = view.opened.offer;
  return (
    <FormBlock number={5} title={t('counter.ways.title')}>
      <div class="form">
        <div class="w3" data-affects="">
          <SelectField
            {...fieldProps(view, 'channel')}
            label={t('counter.ways.channel')}
            options={channels.map((channel) => ({ value: channel, label: t(`counter.channel.${channel}`) }))}
          />
        </div>
        <SelectField
          {...fieldProps(view, 'return')}
          label={t('counter.ways.return')}
          class="w3"
          options={returns.map((way) => ({ value: way, label: t(`counter.return.${way}`) }))}
        />
        <TextField
          {...fieldProps(view, 'sets')}
          label={t('counter.ways.sets')}
          inputMode="numeric"
          maxLength={4}
        />
        <TextArea
          {...fieldProps(view, 'note')}
          label={t('counter.ways.note')}
          class="w4"
          rows={2}
          maxLength={4000}
          optional
        />
      </div>
    </FormBlock>
  );
}
