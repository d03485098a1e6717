import { createHash, createPrivateKey, sign as cryptoSign, type KeyObject } from 'node:crypto';
import type { X509Certificate } from '@peculiar/x509';
import { openKeyFile } from '#platform/crypto/key-files.ts';
import type { Random } from '#platform/random/random.ts';
import { type CertificateLibrary, loadCertificateLibrary } from './certificate-library.ts';

/** Whose signature it is. `id` never changes; the others are written into the certificate. */
export interface SigningIdentity {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
}

export interface PaperSigner {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER, from the issuer up to the root. */
  readonly chain: readonly Uint8Array[];
  /** ECDSA P-256 over SHA-256 of the data, DER. */
  sign(data: Uint8Array): Uint8Array;
}

export interface SigningKeys {
  /** DER of the root that readers of signed papers have to trust. */
  readonly root: Uint8Array;
  /** The signer of this person; key and certificate are made at the first call, two processes agree on one. */
  signerFor(identity: SigningIdentity): Promise<PaperSigner>;
}

export interface SigningKeysOptions {
  /** Folder of the keys: 0700, files 0600. */
  readonly dir: string;
  /** The root is made only at the first start of an installation: signatures of another would prove nothing. */
  readonly mayMake?: boolean;
  readonly random: Random;
  /** Machine time: certificates are checked by programs that know no legal clock. */
  readonly nowMs: () => number;
}

interface KeyPair {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Reading a certificate is as much work as signing ten times. */
const MOST_KNOWN = 500;
const DAY_MS = 86_400_000;
const ROOT_NAME = [{ CN: ['Một Cửa – CA thử nghiệm'] }, { O: ['Một Cửa'] }, { C: ['VN'] }];

/** Opens the development certificate authority of an installation; the first start makes it. */
export async function openSigningKeys(options: SigningKeysOptions): Promise<SigningKeys> {
  const root = await readPair(await openKeyFile(options, 'development-ca.pem', () => makeRoot(options)));
  const known = new Map<string, PaperSigner>();
  const signerFor = async (identity: SigningIdentity) => {
    const file = leafFile(identity, options);
    const signer = known.get(file) ?? signerOf(await leafPair(identity, file, root, options), root);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(file, signer);
    return signer;
  };
  return { root: der(root.certificate), signerFor };
}

function leafFile(identity: SigningIdentity, options: SigningKeysOptions): string {
  const year = new Date(options.nowMs()).getUTCFullYear();
  const name = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
  return `signer-${name}-${year}.pem`;
}

async function leafPair(
  identity: SigningIdentity,
  file: string,
  root: KeyPair,
  options: SigningKeysOptions,
): Promise<KeyPair> {
  const folder = { dir: options.dir, mayMake: true }; // one that is lost is issued anew, by the same root
  return readPair(await openKeyFile(folder, file, () => makeLeaf(identity, root, options)));
}

function signerOf(leaf: KeyPair, root: KeyPair): PaperSigner {
  return {
    certificate: der(leaf.certificate),
    chain: [der(root.certificate)],
    sign: (data) => cryptoSign('sha256', data, { key: leaf.key, dsaEncoding: 'der' }),
  };
}

async function makeRoot(options: SigningKeysOptions): Promise<string> {
  const x509 = await loadCertificateLibrary();
  const keys = await newKeys();
  const now = options.nowMs();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(options.random),
    name: ROOT_NAME,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + 20 * 365 * DAY_MS),
    keys,
    signingAlgorithm: EC,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return pairAsText(x509, keys.privateKey, certificate);
}

async function makeLeaf(
  identity: SigningIdentity,
  root: KeyPair,
  options: SigningKeysOptions,
): Promise<string> {
  const x509 = await loadCertificateLibrary();
  const keys = await newKeys();
  const now = options.nowMs();
  const pkcs8 = root.key.export({ type: 'pkcs8', format: 'der' });
  const signingKey = await crypto.subtle.importKey('pkcs8', pkcs8, EC, false, ['sign']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(options.random),
    issuer: root.certificate.subjectName.toJSON(),
    subject: [
      { CN: [identity.name] },
      { T: [identity.title] },
      { O: [identity.organisation] },
      { C: ['VN'] },
    ],
    notBefore: new Date(now - DAY_MS / 24),
    notAfter: new Date(now + 2 * 365 * DAY_MS),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: EC,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
        true,
      ),
      await x509.AuthorityKeyIdentifierExtension.create(root.certificate.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return pairAsText(x509, keys.privateKey, certificate);
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
}

/** Positive and at most 20 bytes (RFC 5280 §4.1.2.2). */
function serial(random: Random): string {
  const bytes = Buffer.from(random.bytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

async function pairAsText(
  x509: CertificateLibrary,
  key: CryptoKey,
  certificate: X509Certificate,
): Promise<string> {
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', key));
  return `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n${certificate.toString('pem')}\n`;
}

async function readPair(text: string): Promise<KeyPair> {
  const x509 = await loadCertificateLibrary();
  const begin = text.indexOf('-----BEGIN CERTIFICATE-----');
  return {
    key: createPrivateKey(text.slice(0, begin)),
    certificate: new x509.X509Certificate(text.slice(begin).trim()),
  };
}

function der(certificate: X509Certificate): Uint8Array {
  return new Uint8Array(certificate.rawData);
}
