import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** Label above its value, for a narrow column. */
  readonly stacked?: boolean;
  /** A hairline above, where it follows something else in a panel. */
  readonly ruled?: boolean;
}

export function Facts({ facts, stacked = false, ruled = false }: FactsProps) {
  const classes = ['facts', stacked ? 'stackfacts' : '', ruled ? 'ruled' : ''].filter(Boolean).join(' ');
  return (
    <dl class={classes}>
      {facts.map(({ label, value }) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** The few figures under a public title that answer most questions. */
export function KeyFacts({
  facts,
}: {
  readonly facts: readonly (Fact & { readonly note?: ComponentChildren })[];
}) {
  return (
    <dl class="keyfacts">
      {facts.map(({ label, value, note }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
