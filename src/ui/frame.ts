import type { Language, Words } from '#platform/i18n/words.ts';

export type AssetName = 'public.css' | 'public.js' | 'desk.css' | 'desk.js' | 'icon.svg';

/** The address of a built file, its hash included. */
export type Assets = (name: AssetName) => string;

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** The organisation in force at legal time whose desk or public page this is. */
export interface FrameOrganisation {
  /** Brand on public pages: `UBND huyện Châu Thành`. */
  readonly name: string;
  /** Brand on the desk: `Huyện Châu Thành`. */
  readonly shortName: string;
  /** Under the brand: `Một Cửa, tỉnh Đồng Tháp`. */
  readonly place: string;
  /** `Ủy ban nhân dân huyện Châu Thành`, in the foot. */
  readonly fullName: string;
  readonly oneStopName: string;
  readonly address: string;
  /** `Mô hình chính quyền ba cấp, đến 30/06/2025`. */
  readonly model: string;
  /** After the dash in every title: `Một Cửa huyện Châu Thành`. */
  readonly siteName: string;
}

/** What every page needs to draw what stands around it. */
export interface Frame {
  readonly t: Words;
  readonly language: Language;
  /** Path of the page without its query; decides which item of the menu is current. */
  readonly path: string;
  readonly csrf: string;
  readonly assets: Assets;
  readonly demo: boolean;
  readonly organisation: FrameOrganisation;
  /** Legal time in words: `08:12, thứ Năm 28/07/2022`. */
  readonly legalTime: string;
  /** `07:00–11:30, 13:30–17:00`. */
  readonly hours: string;
  readonly nav: readonly NavItem[];
  /** Address that changes to the other language and comes back. */
  readonly languageHref: string;
}

/** Where the work is explained; the design system knows no page by itself. */
export interface HelpLinks {
  readonly start: string;
  /** The chapter about the page that is open. */
  readonly page: string;
  /** Every key, also for who has no JavaScript. */
  readonly keys: string;
}

/** The desk adds the person who works. */
export interface DeskFrame extends Frame {
  readonly account: {
    readonly name: string;
    /** Post or counter after the name: `quầy 3`. */
    readonly note?: string | undefined;
    readonly href: string;
    readonly signOutAction: string;
  };
  /** Where the search for a number or person is posted; left out where there is none. */
  readonly findAction?: string | undefined;
  readonly homeHref: string;
  /** Dossiers to practise with; left out for those who read no dossiers. */
  readonly trainingHref?: string | undefined;
  /** The page is about a training dossier that has no name in its address yet: a draft. */
  readonly training?: boolean;
  readonly help?: HelpLinks | undefined;
}

/** The menu item whose address covers most of the path. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  return items
    .filter((item) => path === item.href || path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
