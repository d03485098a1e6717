import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, instantOfMs } from '#kernel/instant.ts';
import { readIfThere } from '#platform/crypto/key-files.ts';
import { loadCertificateLibrary } from './certificate-library.ts';

/** A certificate that papers are signed with, or that those are issued by. */
export interface HeldCertificate {
  readonly kind: 'issuer' | 'signer';
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  /** Machine time: programs that check signatures know no legal clock. */
  readonly from: Instant;
  readonly to: Instant;
  readonly serial: string;
}

const FILE = /^(?:development-ca|signer-[0-9a-f]+-\d{4})\.pem$/;

/** The certificates in the folder of the signing keys; private keys are not read. Who ends first stands first. */
export async function listCertificates(dir: string): Promise<HeldCertificate[]> {
  const names = (await filesOf(dir)).filter((name) => FILE.test(name));
  const texts = names.map((name) => readIfThere(join(dir, name)));
  const x509 = await loadCertificateLibrary();
  return texts
    .flatMap((text, index): HeldCertificate[] => {
      const at = text?.indexOf('-----BEGIN CERTIFICATE-----') ?? -1;
      if (!text || at < 0) return [];
      const certificate = new x509.X509Certificate(text.slice(at).trim());
      const field = (name: string) => certificate.subjectName.getField(name)[0] ?? '';
      return [
        {
          kind: names[index]?.startsWith('signer') ? 'signer' : 'issuer',
          name: field('CN'),
          title: field('T'),
          organisation: field('O'),
          from: instantOfMs(certificate.notBefore.getTime()),
          to: instantOfMs(certificate.notAfter.getTime()),
          serial: certificate.serialNumber,
        },
      ];
    })
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

async function filesOf(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
