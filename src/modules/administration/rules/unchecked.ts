/** Kinds of loaded data that a person has to compare with a source. */
export const uncheckedKinds = [
  'agency-code',
  'calendar-day',
  'procedure',
  'fee-exemption',
  'place',
  'template',
] as const;
export type UncheckedKind = (typeof uncheckedKinds)[number];

/** Those that are confirmed here; the others on the pages where they are changed. */
export const confirmedHere = ['procedure', 'place', 'template'] as const;
export type ConfirmedHere = (typeof confirmedHere)[number];

/** One thing that is loaded and not checked. */
export interface UncheckedItem {
  readonly kind: UncheckedKind;
  /** Names it inside its kind, and in addresses. */
  readonly key: string;
  /** As it is called: a name, a date. */
  readonly title: string;
  /** What exactly is not checked; a text of the data, or a code said in words (`code:…`). */
  readonly detail: string;
  /** All that somebody confirms by confirming it. */
  readonly content: string;
  /** Where it is confirmed, when not here. */
  readonly href: string | null;
}

export interface Confirmation {
  readonly kind: UncheckedKind;
  readonly key: string;
  readonly contentSha256: string;
}

/** What is left: an item is done when exactly this content was confirmed. */
export function stillUnchecked(
  items: readonly UncheckedItem[],
  done: readonly Confirmation[],
  digest: (text: string) => string,
): UncheckedItem[] {
  const known = new Set(done.map((one) => `${one.kind} ${one.key} ${one.contentSha256}`));
  return items.filter((item) => !known.has(`${item.kind} ${item.key} ${digest(item.content)}`));
}

/** How many of each kind. */
export function countByKind(items: readonly UncheckedItem[]): Readonly<Record<UncheckedKind, number>> {
  const counts = Object.fromEntries(uncheckedKinds.map((kind) => [kind, 0])) as Record<UncheckedKind, number>;
  for (const item of items) counts[item.kind] += 1;
  return counts;
}
