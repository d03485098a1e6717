import type { Limit } from '#kernel/working-time/limit.ts';
import type { Commitment } from '#modules/catalogue/index.ts';

export const channels = ['direct', 'post', 'online', 'home'] as const;
export type Channel = (typeof channels)[number];

export const returnMethods = ['counter', 'post', 'electronic'] as const;
export type ReturnMethod = (typeof returnMethods)[number];

export const idKinds = ['cccd', 'cmnd', 'passport', 'none'] as const;
export type IdKind = (typeof idKinds)[number];

/** A person: by card, nine-digit CMND or passport; a child has none. */
export interface PersonParty {
  readonly kind: 'person';
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: the law sometimes knows only the year. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface OrganisationParty {
  readonly kind: 'organisation';
  readonly name: string;
  readonly taxCode: string;
  readonly representative: string | null;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
}

export type Party = PersonParty | OrganisationParty;

/** Identity or tax number; null for a person without papers. */
export function numberOf(party: Party): string | null {
  return party.kind === 'organisation' ? party.taxCode : party.idNumber;
}

export interface AttachedFile {
  /** Of the stored file, see documents. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A paper of the dossier: submitted stays, shown goes back at once. */
export interface FiledPaper {
  readonly key: string | null;
  readonly name: string;
  readonly way: 'submit' | 'show';
  readonly originals: number;
  readonly certifiedCopies: number;
  readonly photocopies: number;
  readonly files: readonly AttachedFile[];
}

export const feeWays = ['cash', 'transfer', 'at-return', 'none'] as const;
export type FeeWay = (typeof feeWays)[number];

/** What is filed, without anything personal. */
export interface Filing {
  readonly channel: Channel;
  /** Filled in by the officer because the person does not write (*công dân không viết*). */
  readonly assisted: boolean;
  readonly procedure: {
    readonly versionId: string;
    readonly code: string;
    readonly name: string;
    readonly field: string;
    readonly caseKey: string | null;
    readonly caseName: string | null;
  };
  readonly regime: '2018' | '2025';
  readonly agencyId: string;
  readonly agencyName: string;
  readonly intakeOfficeId: string;
  readonly intakeOfficeName: string;
  readonly returnOfficeId: string;
  readonly returnMethod: ReturnMethod;
  readonly limit: Limit | null;
  /** The shorter limit that the agency promised when it accepted; absent: none. */
  readonly commitment?: Commitment;
  /** Only for `trong_ngay`; null is the default of the law. */
  readonly cutoff: string | null;
  readonly addedTime: { readonly key: string; readonly value: number } | null;
  readonly sets: number;
  readonly fee: { readonly amount: number; readonly way: FeeWay; readonly basis: string | null };
}

/** The personal part of what is filed: sealed, erasable. Free text is personal. */
export interface PersonalFiling {
  readonly applicants: readonly Party[];
  readonly authorised: Party | null;
  readonly papers: readonly FiledPaper[];
  readonly note: string | null;
}
