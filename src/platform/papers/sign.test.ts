import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createRandom } from '#platform/random/random.ts';
import { checkLinkToken, linkToken } from './link-token.ts';
import { signPdf } from './sign.ts';
import { openSigningKeys } from './signing-keys.ts';
import { poppler, testRenderer } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-keys-'));
const dir = join(folder, 'keys');
writeFileSync(
  join(folder, 'p.typ'),
  '#set document(title: "P")\n#set text(font: "Tinos", fallback: false, lang: "vi")\nKết quả',
);
const renderer = testRenderer(folder);
afterAll(async () => {
  await renderer.close();
  rmSync(folder, { recursive: true });
});

const options = { dir, mayMake: true, random: createRandom(), nowMs: () => Date.now() };
const leader = {
  id: 'leader-1',
  name: 'Nguyễn Thị Mỹ Hạnh',
  title: 'Phó Chủ tịch',
  organisation: 'Ủy ban nhân dân huyện Châu Thành',
};

describe('signing keys', () => {
  test('one certificate for one person, however many ask at once', async () => {
    const opened = await Promise.all([openSigningKeys(options), openSigningKeys(options)]);
    const signers = await Promise.all(
      opened.flatMap((keys) => [keys.signerFor(leader), keys.signerFor(leader)]),
    );
    const numbers = new Set(signers.map((s) => new X509Certificate(s.certificate).serialNumber));
    expect(numbers.size).toBe(1);
    expect(opened[0]?.root).toEqual(opened[1]?.root);
  });

  test('the files are for the owner only', () => {
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(readdirSync(dir).map((file) => statSync(join(dir, file)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test('the certificate names the person and is issued by the root', async () => {
    const keys = await openSigningKeys(options);
    const signer = await keys.signerFor(leader);
    const certificate = new X509Certificate(signer.certificate);
    expect(certificate.subject).toContain('CN=Nguyễn Thị Mỹ Hạnh');
    expect(certificate.checkIssued(new X509Certificate(keys.root))).toBe(true);
    expect(certificate.verify(new X509Certificate(keys.root).publicKey)).toBe(true);
    const data = Buffer.from('một');
    const key = createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' }));
    expect(verify('sha256', data, { key, dsaEncoding: 'der' }, signer.sign(data))).toBe(true);
  });

  test('another title is another certificate', async () => {
    const keys = await openSigningKeys(options);
    const one = await keys.signerFor(leader);
    const two = await keys.signerFor({ ...leader, title: 'Chủ tịch' });
    expect(one.certificate).not.toEqual(two.certificate);
  });

  test('another root in the place of a lost one is not made', async () => {
    const lost = { ...options, dir: join(folder, 'lost'), mayMake: false };
    await expect(openSigningKeys(lost)).rejects.toMatchObject({ problem: 'missing' });
  });
});

describe('signature of a PDF', () => {
  test('pdfsig finds two valid signatures, each with its field; a changed byte is found', async () => {
    const signer = await (await openSigningKeys(options)).signerFor(leader);
    const pdf = await renderer.render('p.typ', {});
    const signature = { signer, reason: 'Ký duyệt', location: 'Đồng Tháp', signedAtMs: Date.now() };
    const one = await signPdf(pdf, { ...signature, fieldName: 'leader' });
    expect(Buffer.from(one).subarray(0, pdf.length).equals(pdf)).toBe(true);
    const two = await signPdf(one, { ...signature, fieldName: 'office' });
    const report = poppler('pdfsig', ['{pdf}'], two);
    expect(report.match(/Signature is Valid/g)).toHaveLength(2);
    expect(report).toContain('Signer Certificate Common Name: Nguyễn Thị Mỹ Hạnh');
    expect(report).toMatch(/Field Name: leader[\s\S]+Field Name: office/);
    expect(report).toContain('ETSI.CAdES.detached');

    const changed = Uint8Array.from(one);
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    expect(poppler('pdfsig', ['{pdf}'], changed)).not.toContain('Signature is Valid');
  });
});

describe('link token', () => {
  const key = Buffer.alloc(32, 7);
  const token = linkToken(key, 'receipt', '000.00.21.H20-220725-0001', '2022-08-01');
  test('agrees only with what it was made for', () => {
    expect(checkLinkToken(key, token, 'receipt', '000.00.21.H20-220725-0001', '2022-08-01')).toBe(true);
    expect(checkLinkToken(key, token, 'receipt', '000.00.21.H20-220725-0001', '2022-08-02')).toBe(false);
    expect(checkLinkToken(key, token, 'receipt', '000.00.21.H20-220725-00012022-08-01')).toBe(false);
    expect(checkLinkToken(Buffer.alloc(32, 8), token, 'receipt', '000.00.21.H20-220725-0001')).toBe(false);
  });
  test.each(['', '!', 'a'.repeat(500), token.slice(1), `${token}A`, '漢'])('refuses %s', (given) => {
    expect(checkLinkToken(key, given, 'receipt', '000.00.21.H20-220725-0001', '2022-08-01')).toBe(false);
  });
});
