import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, instantOfMs } from '#kernel/instant.ts';

export interface CertificateDates {
  /** Who it was given to: common name. */
  readonly name: string;
  readonly validTo: Instant;
}

const ROOT = 'development-ca.pem';

/** Dates of one PEM file, a private key beside the certificate or not; null when it is none. */
export async function readCertificateDates(file: string): Promise<CertificateDates | null> {
  try {
    const text = await readFile(file, 'utf8');
    const certificate = new X509Certificate(text.slice(text.indexOf('-----BEGIN CERTIFICATE-----')));
    const name = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '';
    return { name, validTo: instantOfMs(certificate.validToDate.getTime()) };
  } catch {
    return null;
  }
}

/** The root of the signing keys, and the newest certificate of each person who has signed. */
export async function listSigningDates(dir: string): Promise<{
  readonly root: CertificateDates | null;
  readonly signers: readonly CertificateDates[];
}> {
  const names = await readdir(dir).catch(() => []);
  const newest = new Map<string, string>();
  for (const name of names.sort()) {
    const signer = /^signer-([0-9a-f]+)-\d+\.pem$/.exec(name)?.[1];
    if (signer !== undefined) newest.set(signer, name); // years sort as text
  }
  const signers = await Promise.all(
    [...newest.values()].map((name) => readCertificateDates(join(dir, name))),
  );
  return {
    root: await readCertificateDates(join(dir, ROOT)),
    signers: signers.filter((one) => one !== null),
  };
}
