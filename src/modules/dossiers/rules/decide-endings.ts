import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import type { Inputs } from './command.ts';
import { type Deciders, type Made, reasonMissing } from './decider.ts';
import type { Dossier } from './dossier.ts';
import type { Receiver } from './event.ts';
import type { PersonalFiling } from './filing.ts';

type Ending =
  | 'decide'
  | 'record-hand-signature'
  | 'take-back'
  | 'announce-result'
  | 'hand-over'
  | 'withdraw'
  | 'stop'
  | 'erase';

export const endings: Deciders<Ending> = {
  decide: (_, { result, note, ...body }) =>
    result.content.trim()
      ? accepted({ type: 'decided', body, personal: { result, note } })
      : refused('dossiers/result-empty', undefined, 'content'),
  'record-hand-signature': recordHandSignature,
  'take-back': takeBack,
  'announce-result': (_, { note, ...body }) =>
    accepted({ type: 'result-announced', body, personal: { note } }),
  'hand-over': handOver,
  withdraw: (_, { reason, originalsReturned, receiver }) => {
    if (!reason.trim()) return reasonMissing();
    if (originalsReturned && !receiver?.trim())
      return refused('dossiers/receiver-missing', undefined, 'receiver');
    return accepted({ type: 'withdrawn', body: { originalsReturned }, personal: { reason, receiver } });
  },
  stop: (_, { basis, reason, paperId }) => {
    if (!basis.trim()) return refused('dossiers/basis-missing', undefined, 'basis');
    if (!reason.trim()) return reasonMissing();
    return accepted({ type: 'stopped', body: { basis, paperId }, personal: { reason } });
  },
  erase,
};

/**
 * What is certified at the counter is signed with ink while the person waits: the one-stop records who signed,
 * and under which number it stands in the book. Only of same-day work and of certification, also of a transaction that
 * takes two days: its signatures and seal stand on the paper (NĐ 23/2015/NĐ-CP). Everything else is signed in the system.
 */
function recordHandSignature(
  dossier: Dossier,
  { note, ...body }: Inputs['record-hand-signature'],
): Outcome<Made> {
  if (!maySignWithInk(dossier)) return refused('dossiers/signed-in-the-system');
  if (!body.resultNumber.trim()) return refused('dossiers/result-number-missing', undefined, 'resultNumber');
  return accepted({ type: 'signed-by-hand', body, personal: { note } });
}

/** As the catalogue calls the field whose papers are signed before the people who ask. */
const CERTIFICATION = 'Chứng thực';

export function maySignWithInk({ processKey, filing }: Dossier): boolean {
  return processKey === 'same-day' || filing.procedure.field === CERTIFICATION;
}

/** Whoever stands at the counter is known by name and number, and leaves a proof; the post leaves its own. */
function handOver(
  dossier: Dossier,
  { by, receiver, toAuthorised, proof, originalsReturned, sheetId }: Inputs['hand-over'],
): Outcome<Made> {
  const { filing, personal } = dossier;
  if (by === 'electronic' && filing.returnMethod !== 'electronic')
    return refused('dossiers/no-electronic-return', undefined, 'by');
  if (!receiver.name.trim()) return refused('dossiers/receiver-missing', undefined, 'receiverName');
  const atCounter = by === 'signature' || by === 'code';
  const isKnown = isRequesterPresent(dossier, receiver);
  if (atCounter && !isKnown && !receiver.idNumber?.trim())
    return refused('dossiers/receiver-number-missing', undefined, 'receiverNumber');
  if (!proof.trim()) return refused('dossiers/proof-missing', undefined, 'proof');
  if (atCounter && !isKnown && !toAuthorised && !receiver.relation?.trim() && !isParty(personal, receiver))
    return refused('dossiers/receiver-unknown', undefined, 'relation');
  const more = { ...(originalsReturned ? { originalsReturned } : {}), ...(sheetId ? { sheetId } : {}) };
  return accepted({
    type: 'handed-over',
    body: { by, toAuthorised, ...more },
    personal: { receiver, proof },
  });
}

/**
 * Who brings an original to have copies certified shows it and no card: nobody's number is on file, and who waits
 * for the signature is who asked. Only where the result is signed with ink.
 */
function isRequesterPresent(dossier: Dossier, { name }: Receiver): boolean {
  const [party] = dossier.personal?.applicants ?? [];
  return (
    maySignWithInk(dossier) &&
    party?.kind === 'person' &&
    party.idNumber === null &&
    party.name === name.trim()
  );
}

/** One of those who filed, by number; letters and blanks do not matter. */
export function isParty(personal: PersonalFiling | null, { idNumber }: Receiver): boolean {
  if (!personal) return true;
  const bare = (text: string | null) => text?.replace(/[^0-9a-z]/gi, '').toUpperCase() ?? '';
  return [...personal.applicants, personal.authorised].some(
    (party) => party && bare(party.kind === 'person' ? party.idNumber : party.taxCode) === bare(idNumber),
  );
}

function takeBack(dossier: Dossier, { reason }: Inputs['take-back']): Outcome<Made> {
  const { resultPaperId, resultNumber } = dossier;
  if (!resultNumber) throw new Error('decided without a result');
  if (!reason.trim()) return reasonMissing();
  return accepted({
    type: 'decision-taken-back',
    body: { resultPaperId, resultNumber },
    personal: { reason },
  });
}

const paperNumber = /^[\p{L}\d][\p{L}\d./-]{1,59}$/u;

/** A person's wish cannot empty what archive law keeps: a dossier that was accepted (Luật 91/2025/QH15). */
function erase(dossier: Dossier, { ground, order }: Inputs['erase']): Outcome<Made> {
  if (!ground) return refused('dossiers/ground-missing', undefined, 'ground');
  if (ground === 'person-asks' && dossier.number)
    return refused('dossiers/kept-by-archive-law', undefined, 'ground');
  if (!paperNumber.test(order)) return refused('dossiers/order-missing', undefined, 'order');
  return accepted({ type: 'personal-erased', body: { ground, order }, personal: null });
}
