import type { Actor } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { WorkCalendar } from '#kernel/working-time/work-calendar.ts';
import type { FeeExemption, Level, LocalFee, Procedure } from '#modules/catalogue/index.ts';
import type { Channel } from '#modules/dossiers/index.ts';
import type { Span } from './spans.ts';

/** A procedure that an agency receives, and how often compared with others. */
export interface Offered {
  readonly procedure: Procedure;
  readonly weight: number;
}

/** A one-stop with what it offers and who works around it. */
export interface Counter {
  readonly agencyId: string;
  readonly oneStopId: string;
  /** Where those live who come: `xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp`. */
  readonly places: readonly string[];
  readonly weight: number;
  readonly offered: readonly Span<readonly Offered[]>[];
  /** Codes of what is certified here. */
  readonly certified: readonly Span<readonly string[]>[];
  readonly level: Level;
  readonly calendar: WorkCalendar;
  /** Amounts that the province leaves to be set here. */
  readonly localFees: readonly LocalFee[];
}

/** All that is not invented: read once from the installation, each thing as it was on its day. */
export interface World {
  readonly from: CivilDate;
  /** Nothing is pressed at or after this moment. */
  readonly until: Instant;
  readonly counters: readonly Counter[];
  /** Who works here, an own post of each. */
  readonly staff: readonly Span<readonly Actor[]>[];
  /** Who pays less, each word with its days. */
  readonly exemptions: readonly FeeExemption[];
}

/** One dossier to come: who brings what, how and when. */
export interface Arrival {
  readonly index: number;
  readonly at: Instant;
  readonly channel: Extract<Channel, 'online' | 'direct' | 'post'>;
  readonly counter: Counter;
  readonly procedure: Procedure;
}
