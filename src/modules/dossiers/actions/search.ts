import type { Actor } from '#kernel/actor.ts';
import {
  anyDossierNumber,
  formatTypedNumber,
  parseDossierNumber,
  parseReference,
  parseTrainingReference,
} from '#kernel/dossier-number.ts';
import { soughtNames, soughtText } from '#kernel/vietnamese-text.ts';
import { listRelatedNames } from '#modules/places/index.ts';
import { readableOffices } from '../rules/access.ts';
import { namesAndPlaces } from '../rules/places-named.ts';
import type { DossierLine } from '../store/lists.ts';
import { idHash } from '../store/personal-part.ts';
import { searchDossiers } from '../store/search-dossiers.ts';
import { type PlaceKeys, searchByPlace } from '../store/search-places.ts';
import type { DossierDeps } from './deps.ts';

const MOST = 50;
/** The index of names knows groups of three letters; shorter texts would read every dossier of the province. */
const SHORTEST_NAME = 3;

/** The scanner also reads the QR code of a receipt: the number stands in its address. */
function numberInLink(text: string): string | undefined {
  const found = /\/tra-cuu\/([^/?#\s]+)/.exec(text);
  try {
    return found?.[1] && decodeURIComponent(found[1]);
  } catch {
    return undefined;
  }
}

/** A dossier number, typed or in the address that a receipt's QR code holds. */
export function isDossierNumber(text: string): boolean {
  return parseDossierNumber(numberInLink(text) ?? text).ok;
}

/** Too few letters to be looked for as a name or a place, and no number: "Xã %". */
export function isTooShort(text: string): boolean {
  return soughtText(text).length < SHORTEST_NAME && numbersMeant(text.trim()).length === 0;
}

/**
 * By dossier number, reference, whole identity number, a part of the name, a place of the applicant's address under its old or new name, or
 * both. */
export async function search(deps: DossierDeps, actor: Actor, text: string): Promise<readonly DossierLine[]> {
  const typed = numberInLink(text) ?? text.trim();
  const number = parseDossierNumber(typed);
  const training = parseTrainingReference(typed);
  const digits = !training.ok && /^[0-9A-Z][\d\s.-]{7,20}$/i.test(typed);
  const by = {
    numbers: numbersMeant(typed),
    idHash: digits ? idHash(deps.keys, typed) : null,
    names: number.ok || training.ok || digits || isTooShort(typed) ? [] : soughtNames(typed),
  };
  if (by.numbers.length === 0 && !by.idHash && by.names.length === 0) return [];
  const offices = readableOffices(actor);
  const found = await searchDossiers(deps.db, offices, by, MOST);
  if (by.names.length === 0 || found.length === MOST) return found;
  const inPlace = await searchByPlace(deps.db, offices, await placesMeant(deps, typed), MOST);
  const ids = new Set(found.map(({ id }) => id));
  return [...found, ...inPlace.filter(({ id }) => !ids.has(id))].slice(0, MOST);
}

/** "nguyễn an phú hựu": the places it may end with, each under its old and new names, with the name before it. */
async function placesMeant({ db }: DossierDeps, typed: string): Promise<PlaceKeys[]> {
  const read = namesAndPlaces(typed);
  const related = await listRelatedNames(
    db,
    read.flatMap(({ unitNames }) => unitNames),
  );
  return read
    .map(({ nameWords, unitNames }) => ({
      nameWords,
      places: related.filter((place) => unitNames.includes(place.typed)),
    }))
    .filter(({ places }) => places.length > 0);
}

/** As our counters write it, and letter by letter: the software before had other numbers. */
function numbersMeant(typed: string): string[] {
  const number = parseDossierNumber(typed);
  const training = parseTrainingReference(typed);
  const reference = training.ok ? training : parseReference(typed);
  const asWritten = anyDossierNumber(typed);
  return [
    ...(number.ok ? [formatTypedNumber(number.value)] : reference.ok ? [reference.value] : []),
    ...(asWritten ? [asWritten] : []),
  ];
}
