import type { ComponentChildren } from 'preact';
import { controlAria, FieldError, FieldHint, type FieldProps, OptionalMark } from './field.tsx';
import { fieldId } from './field-id.ts';

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean | undefined;
}

interface RadioGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined;
  /** The heading above says it already: the legend is only heard. */
  readonly legendHidden?: boolean | undefined;
  /** The first choice takes the focus when the page opens. */
  readonly autofocus?: boolean | undefined;
}

export function RadioGroup(props: RadioGroupProps) {
  const { t, name, label, hint, error, optional, choices, value, inline, legendHidden } = props;
  return (
    <fieldset
      class={props.class ? `choices ${props.class}` : 'choices'}
      data-inline={inline ? '' : undefined}
      aria-describedby={controlAria(props)['aria-describedby']}
    >
      <legend class={legendHidden ? 'ds-sr-only' : undefined}>
        {label}
        <OptionalMark t={t} optional={optional} />
      </legend>
      <FieldHint name={name}>{hint}</FieldHint>
      <div class="choice">
        {choices.map((choice, index) => (
          <RadioChoice
            name={name}
            choice={choice}
            index={index}
            checked={choice.value === value}
            invalid={Boolean(error)}
            autofocus={props.autofocus && index === 0}
          />
        ))}
      </div>
      <FieldError name={name} text={error} />
    </fieldset>
  );
}

interface RadioChoiceProps {
  readonly name: string;
  readonly choice: Choice;
  readonly index: number;
  readonly checked: boolean;
  readonly invalid: boolean;
  readonly autofocus?: boolean | undefined;
}

function RadioChoice({ name, choice, index, checked, invalid, autofocus }: RadioChoiceProps) {
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="radio"
        name={name}
        id={id}
        value={choice.value}
        checked={checked}
        disabled={choice.disabled}
        autofocus={autofocus}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={choice.hint ? `${id}-more` : undefined}
      />
      <label class="ds-label" for={id}>
        {choice.label}
      </label>
      {choice.hint ? (
        <p class="hint" id={`${id}-more`}>
          {choice.hint}
        </p>
      ) : null}
    </div>
  );
}
