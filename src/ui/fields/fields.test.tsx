import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ErrorSummary } from '../components/error-summary.tsx';
import { aFrame } from '../testing.ts';
import { CheckboxField } from './checkbox-field.tsx';
import { DateField } from './date-field.tsx';
import { RadioGroup } from './radio-group.tsx';
import { SelectField } from './select-field.tsx';
import { TextArea, TextField } from './text-field.tsx';

const { t } = aFrame();
const hostile = '"><script>alert(1)</script>';

describe('fields', () => {
  it('ties label, hint and error to the control', () => {
    const html = render(
      <TextField
        t={t}
        name="applicant.name"
        label="Họ và tên"
        hint="Như trên thẻ"
        error="Xin gõ họ và tên."
        value="Ẩn"
      />,
    );
    expect(html).toContain('for="f-applicant-name"');
    expect(html).toContain('aria-describedby="f-applicant-name-hint f-applicant-name-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain(
      '<p class="ds-validation-message" id="f-applicant-name-error">Xin gõ họ và tên.</p>',
    );
  });

  it('leaves the attributes out where there is neither hint nor error', () => {
    const html = render(<TextField t={t} name="q" label="Tìm" />);
    expect(html).not.toContain('aria-describedby');
    expect(html).not.toContain('aria-invalid');
  });

  it('marks what is optional, not what is required', () => {
    expect(render(<TextArea t={t} name="note" label="Ghi chú" optional />)).toContain('(không bắt buộc)');
    expect(render(<TextArea t={t} name="note" label="Ghi chú" />)).not.toContain('bắt buộc');
  });

  it('keeps hostile input as text', () => {
    expect(
      render(<TextField t={t} name="q" label={hostile} value={hostile} error={hostile} />),
    ).not.toContain('<script');
    expect(render(<TextArea t={t} name="q" label="x" value={`</textarea>${hostile}`} />)).not.toContain(
      '<script',
    );
    expect(
      render(<SelectField t={t} name="q" label="x" options={[{ value: hostile, label: hostile }]} />),
    ).not.toContain('<script');
  });

  it('keeps a date as it was typed', () => {
    expect(render(<DateField t={t} name="born" label="Ngày sinh" value="31/02/1988" />)).toContain(
      'value="31/02/1988"',
    );
  });

  it('leads from the summary to the first choice of a group', () => {
    const errors = [{ field: 'channel', text: 'Xin chọn cách nộp.' }];
    const choices = [
      { value: 'direct', label: 'Tại quầy' },
      { value: 'post', label: 'Bưu chính' },
    ];
    const html = render(
      <>
        <ErrorSummary t={t} errors={errors} />
        <RadioGroup t={t} name="channel" label="Cách nộp" choices={choices} error={errors[0]?.text} />
      </>,
    );
    expect(html).toContain('href="#f-channel"');
    expect(html.match(/id="f-channel"/g)).toHaveLength(1);
    expect(html).toContain('<fieldset class="choices" aria-describedby="f-channel-error">');
  });

  it('says nothing when nothing is wrong', () => {
    expect(render(<ErrorSummary t={t} errors={[]} />)).toBe('');
  });

  it('sends 1 for a ticked box', () => {
    expect(render(<CheckboxField name="proxy" label="Nộp thay" checked />)).toMatch(/value="1"[^>]*checked/);
  });
});
