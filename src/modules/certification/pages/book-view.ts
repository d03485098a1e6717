import type { FormError } from '#ui/components/error-summary.tsx';
import type { DeskFrame } from '#ui/frame.ts';
import type { ReadBook } from '../actions/read-book.ts';

/** What stands in the address; a name never does. */
export interface BookValues {
  /** The book: `<kind>.<year>.<agency>`. */
  readonly so?: string | undefined;
  readonly ngay?: string | undefined;
  /** Id of a search. */
  readonly tim?: string | undefined;
  /** As typed. */
  readonly name: string;
  /** `1`: the whole book, to be printed. */
  readonly ca?: string | undefined;
}

export interface BookView {
  readonly frame: DeskFrame;
  readonly read: ReadBook;
  readonly values: BookValues;
  readonly dayError: string | undefined;
  /** Has a counter to certify at. */
  readonly certifies: boolean;
  /** Signs electronic copies. */
  readonly signs: boolean;
  /** All that is chosen, on one page. */
  readonly whole: boolean;
  readonly wholeHref: string;
  readonly sheetHref: string;
  readonly mayOpenVolume: boolean;
  readonly errors: readonly FormError[];
  readonly firstHref: string | undefined;
  readonly nextHref: string | undefined;
}
