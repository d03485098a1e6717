import type { IconName } from '#ui/components/icon.tsx';
import type { HoursRow, OfficeAddress, Opening, OtherOffice } from './opening.ts';

export interface LifeEventView {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly icon: IconName;
}

export interface HomeView {
  /** Searched most; procedures in force. */
  readonly often: readonly { readonly code: string; readonly name: string }[];
  readonly procedureCount: number;
  readonly lifeEvents: readonly LifeEventView[];
  readonly opening: Opening;
  readonly hours: readonly HoursRow[];
  /** Whose site this is; with others to choose from. */
  readonly agency: string;
  readonly oneStop: OfficeAddress;
  /** One-stops of the other agencies in force. */
  readonly otherOffices: readonly OtherOffice[];
  /** Days off that come, in a sentence each. */
  readonly notices: readonly string[];
  readonly exampleNumber: string;
}
