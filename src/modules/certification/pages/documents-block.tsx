import { FormBlock } from '#ui/components/form-block.tsx';
import { PressLink } from '#ui/components/press-link.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { asksOf } from '../rules/books.ts';
import { documentPrefixes, MOST_DOCUMENTS, textOf } from '../rules/fields.ts';
import { type CertifyView, fieldProps } from './certify-view.ts';

/** One row a document: each gets one number of the book. */
export function DocumentsBlock({ view }: { readonly view: CertifyView }) {
  const { t } = view.frame;
  const prefixes = documentPrefixes(view.fields);
  const { kind } = view.opened.offer;
  return (
    <FormBlock number={2} title={t('certification.documents.title')}>
      <p class="subtle small">{t(`certification.documents.note-${kind}`)}</p>
      <div class="stack tight" data-affects="typing">
        {prefixes.map((prefix, index) => (
          <DocumentRow view={view} prefix={prefix} index={index} isOnly={prefixes.length === 1} />
        ))}
      </div>
      {prefixes.length < MOST_DOCUMENTS ? (
        <p>
          <PressLink press="add" shortcut="Alt+4">
            {t('certification.documents.add')}
          </PressLink>
        </p>
      ) : null}
    </FormBlock>
  );
}

interface RowProps {
  readonly view: CertifyView;
  readonly prefix: string;
  readonly index: number;
  readonly isOnly: boolean;
}

function DocumentRow({ view, prefix, index, isOnly }: RowProps) {
  const { t } = view.frame;
  return (
    <fieldset class="document">
      <legend class="ds-sr-only">{t('certification.documents.nth', { n: index + 1 })}</legend>
      <TextField
        {...fieldProps(view, `${prefix}.name`)}
        label={t('certification.documents.name')}
        maxLength={600}
      />
      <RowNumbers view={view} prefix={prefix} />
      {isOnly ? null : (
        <p>
          <PressLink press={`remove:${prefix}`}>
            {t('certification.documents.remove')}
            <span class="ds-sr-only"> {t('certification.documents.nth', { n: index + 1 })}</span>
          </PressLink>
        </p>
      )}
    </fieldset>
  );
}

function RowNumbers({ view, prefix }: Pick<RowProps, 'view' | 'prefix'>) {
  const { t } = view.frame;
  const { kind } = view.opened.offer;
  const asks = asksOf(kind);
  const named = (name: string) => fieldProps(view, `${prefix}.${name}`);
  return (
    <>
      {asks.who ? (
        <TextField
          {...named('who')}
          label={t(`certification.documents.${asks.who}`)}
          maxLength={600}
          optional={asks.who === 'signers'}
        />
      ) : null}
      {asks.pages ? (
        <TextField
          {...named('pages')}
          label={t('certification.documents.pages')}
          inputMode="numeric"
          maxLength={6}
        />
      ) : null}
      {asks.copies ? (
        <TextField
          {...named('copies')}
          value={textOf(view.fields, `${prefix}.copies`) || '1'}
          label={t(`certification.documents.copies-${kind}`)}
          inputMode="numeric"
          maxLength={6}
        />
      ) : null}
    </>
  );
}
