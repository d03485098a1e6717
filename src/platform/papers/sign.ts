import { PDF } from '@libpdf/core';
import type { PaperSigner } from './signing-keys.ts';

export interface PdfSignature {
  readonly signer: PaperSigner;
  /** A name of its own for every signature of a paper. */
  readonly fieldName: string;
  readonly reason: string;
  readonly location: string;
  /** Machine time; it must lie within the certificate's validity. */
  readonly signedAtMs: number;
}

/**
 * Adds a PAdES B-B signature as an incremental update: bytes signed before stay as they are. The field is
 * invisible, so whatever a reader should see of the signature is drawn in the template before.
 */
export async function signPdf(bytes: Uint8Array, signature: PdfSignature): Promise<Uint8Array> {
  const { signer } = signature;
  const pdf = await PDF.load(bytes);
  const signed = await pdf.sign({
    signer: {
      certificate: signer.certificate,
      certificateChain: [...signer.chain],
      keyType: 'EC',
      signatureAlgorithm: 'ECDSA',
      sign: async (data, algorithm) => {
        if (algorithm !== 'SHA-256') throw new Error(`unexpected digest ${algorithm}`);
        return signer.sign(data);
      },
    },
    fieldName: signature.fieldName,
    reason: signature.reason,
    location: signature.location,
    signingTime: new Date(signature.signedAtMs),
    level: 'B-B',
    digestAlgorithm: 'SHA-256',
  });
  return signed.bytes;
}
