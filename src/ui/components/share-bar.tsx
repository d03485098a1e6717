interface ShareBarProps {
  readonly value: number;
  /** Of the longest bar. */
  readonly highest: number;
}

/** How much of the most, beside the number that says it. */
export function ShareBar({ value, highest }: ShareBarProps) {
  const width = highest === 0 ? 0 : Math.round((value / highest) * 1000) / 10;
  return (
    <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect width={width} height="12" />
    </svg>
  );
}
