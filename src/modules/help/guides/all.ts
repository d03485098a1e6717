import type { Guide } from '../rules/guide.ts';
import { administrator } from './administrator.ts';
import { citizen } from './citizen.ts';
import { clerk } from './clerk.ts';
import { dataProtection } from './data-protection.ts';
import { everyone } from './everyone.ts';
import { leader } from './leader.ts';
import { specialist } from './specialist.ts';

/** For those who work here, in the order of a dossier's way. */
export const deskGuides: readonly Guide[] = [
  everyone,
  clerk,
  specialist,
  leader,
  administrator,
  dataProtection,
];

export const allGuides: readonly Guide[] = [...deskGuides, citizen];

/** Pictures that the build copies from docs/screens. */
export const namedPictures: readonly string[] = [
  ...new Set(allGuides.flatMap(({ tasks }) => tasks.flatMap(({ picture }) => picture ?? []))),
].sort();
