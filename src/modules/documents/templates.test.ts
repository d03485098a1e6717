import { renderToString } from 'preact-render-to-string';
import { afterAll, describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { createWords } from '#platform/i18n/words.ts';
import { qrSvg } from '#platform/papers/qr.ts';
import { pictureOf, poppler, testRenderer } from '#platform/papers/testing.ts';
import uiEn from '#ui/words/en.json' with { type: 'json' };
import uiVi from '#ui/words/vi.json' with { type: 'json' };
import type { Paper } from './find-paper.ts';
import { PaperPage } from './pages/paper-page.tsx';
import type { PaperContent, PaperPurpose, Regime } from './rules/content.ts';
import { signingLine } from './rules/signing-line.ts';
import { samplePapers } from './testing.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const renderer = testRenderer(new URL('../../../templates', import.meta.url).pathname);
afterAll(() => renderer.close());
const words = createWords({ documents: { vi, en }, ui: { vi: uiVi, en: uiEn } });

const signed = {
  name: 'Nguyễn Văn Thành',
  title: 'Phó Chủ tịch',
  organisation: 'Ủy ban nhân dân huyện Châu Thành',
  signedAt: instant('2022-07-27T15:31:02'),
};
const purposes = Object.keys(samplePapers) as PaperPurpose[];
const regimes: Regime[] = ['2018', '2025'];
const all = regimes.flatMap((regime) => purposes.map((purpose) => ({ regime, purpose })));

function draw(regime: Regime, purpose: PaperPurpose, content: PaperContent, isVoid = false) {
  const qr = content.link ? qrSvg(content.link) : null;
  const signature = purpose === 'result' ? signed : null;
  return renderer.render(`${regime}/${purpose}.typ`, { content, qr, void: isVoid, signature });
}

const squeezed = (text: string) => text.replace(/\s/g, '').toLowerCase();
const textOf = (pdf: Uint8Array) => squeezed(poppler('pdftotext', ['-raw', '{pdf}', '-'], pdf));

/** Every text of the content, except what has a form of its own on paper. */
function saidBy(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const elsewhere = ['link', 'outcome', 'returnBy', 'timeliness', 'method', 'email', 'phone', 'contact'];
    const moment = /^\d{4}-\d{2}-\d{2}/.test(value);
    return moment || elsewhere.includes(key) ? [] : [value];
  }
  if (Array.isArray(value)) return value.flatMap((item) => saidBy(item));
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => name !== 'officer' && name !== 'receiver')
      .flatMap(([name, item]) => saidBy(item, name));
  return [];
}

function html(purpose: PaperPurpose, regime: Regime, language: 'vi' | 'en', content: PaperContent): string {
  const paper = {
    id: '0',
    purpose,
    regime,
    content,
    number: null,
    officeId: '0',
    subjectId: '0',
    frozenAt: content.issuedAt,
    contentSha256: '',
    voidAt: null,
    voidReason: null,
    signedPdf: false,
    formNumber: null,
    signatures: purpose === 'result' ? [signed] : [],
  } as unknown as Paper;
  return renderToString(PaperPage({ paper, t: words(language), pdfHref: '/x.pdf' }));
}

describe.each(all)('$purpose of $regime', ({ regime, purpose }) => {
  const content = samplePapers[purpose];

  test('is a tagged PDF/A-2a with nothing but embedded Tinos, in the size of the law', async () => {
    const pdf = await draw(regime, purpose, content);
    const info = poppler('pdfinfo', ['{pdf}'], pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain(
      purpose === 'result' || purpose === 'electronic-copy' ? '(A4)' : '419.528 x 595.276',
    );
    const fonts = poppler('pdffonts', ['{pdf}'], pdf).split('\n').slice(2).filter(Boolean);
    expect(fonts.filter((line) => !/Tinos-.+yes yes yes/.test(line))).toEqual([]);
    const structure = poppler('pdfinfo', ['-struct', '{pdf}'], pdf);
    expect(structure).toContain('H1');
    if ('papers' in content) expect(structure).toMatch(/Table[\s\S]+TH /);
  });

  test('paper and HTML page say everything that was frozen', async () => {
    const printed = textOf(await draw(regime, purpose, content));
    expect(printed).toContain('cộnghòaxãhộichủnghĩaviệtnamđộclập-tựdo-hạnhphúc');
    const shown = squeezed(html(purpose, regime, 'vi', content).replaceAll('&amp;', '&'));
    const said = saidBy(content).map(squeezed);
    expect(said.filter((text) => !printed.includes(text))).toEqual([]);
    expect(said.filter((text) => !shown.includes(text))).toEqual([]);
    expect(html(purpose, regime, 'en', content)).not.toMatch(/documents\.[a-z]/);
  });

  test('says that it is a demonstration only when it is one', async () => {
    const mark = squeezed('DỮ LIỆU MINH HỌA');
    expect(textOf(await draw(regime, purpose, content))).toContain(mark);
    const real = { ...content, demo: false };
    expect(textOf(await draw(regime, purpose, real))).not.toContain(mark);
    expect(squeezed(html(purpose, regime, 'vi', real))).not.toContain(mark);
  });
});

describe('a paper of a training dossier', () => {
  test.each(Object.keys(samplePapers) as PaperPurpose[])(
    '%s says so on paper and page, others never',
    async (purpose) => {
      const content = samplePapers[purpose];
      const practised = { ...content, training: true };
      const mark = squeezed('THỬ – TẬP DƯỢT, KHÔNG CÓ GIÁ TRỊ, KHÔNG KÝ SỐ');
      const pdf = textOf(await draw('2018', purpose, practised));
      expect(pdf).toContain(mark);
      expect(pdf).toContain(squeezed('KHÔNG CÓ GIÁ TRỊ'));
      expect(textOf(await draw('2018', purpose, content))).not.toContain(mark);
      expect(html(purpose, '2018', 'vi', practised)).toContain('Tập dượt, không có giá trị.');
      expect(html(purpose, '2018', 'vi', content)).not.toContain('Tập dượt');
    },
  );
});

describe('hard contents', () => {
  const receipt = samplePapers.receipt;

  test('long names and sixty papers run over pages without loss', async () => {
    const papers = Array.from({ length: 60 }, (_, index) => ({
      name: `Giấy tờ thứ ${index + 1} ${'có tên rất dài '.repeat(8)}hết-${index + 1}.`,
      originals: index,
      certifiedCopies: 0,
      photocopies: 1,
      note: null,
    }));
    const applicant = { ...receipt.applicant, name: 'Công Tằng Tôn Nữ '.repeat(14).trim() };
    const pdf = await draw('2018', 'receipt', { ...receipt, applicant, papers });
    const printed = textOf(pdf);
    expect(
      papers.filter((paper) => !printed.includes(squeezed(`hết-${paper.name.split('hết-')[1]}`))),
    ).toEqual([]);
    expect(printed).toContain(squeezed(applicant.name));
    expect(printed.match(/têngiấytờ,tàiliệu/g)?.length).toBeGreaterThan(1); // the head is repeated
  });

  test('one unbroken word of 300 letters stays on the paper', async () => {
    const name = 'Ữ'.repeat(300);
    const papers = [{ name, originals: 1, certifiedCopies: 0, photocopies: 0, note: null }];
    const applicant = { ...receipt.applicant, name };
    const pdf = await draw('2025', 'receipt', { ...receipt, applicant, papers });
    expect(textOf(pdf).match(/ữ/g)?.length).toBeGreaterThanOrEqual(600);
    const { width, pixels } = pictureOf(pdf, 1, 72);
    const margin = pixels.filter((grey, at) => at % width > width - 20 && grey < 200);
    expect(margin.length).toBe(0);
  });

  test('hostile and undrawable texts are only texts', async () => {
    const name = '<script>alert(1)</script> #panic("x") 😀 漢';
    const content = { ...receipt, applicant: { ...receipt.applicant, name } };
    expect(textOf(await draw('2018', 'receipt', content))).toContain(
      squeezed('<script>alert(1)</script> #panic("x") □ □'),
    );
    expect(html('receipt', '2018', 'vi', content)).not.toContain('<script>');
  });

  test('nothing but the compulsory', async () => {
    const bare = {
      ...receipt,
      superior: null,
      link: null,
      applicant: { ...receipt.applicant, idNumber: null, address: null, phone: null, email: '' },
      authorised: null,
      owner: null,
      caseName: null,
      fee: null,
      feeMethod: null,
      papers: [],
      lookup: null,
      dueAt: null,
      returnAddress: null,
    };
    expect(textOf(await draw('2018', 'receipt', bare))).toContain(squeezed('theo thông báo của cơ quan'));
    expect(html('receipt', '2018', 'vi', bare)).toContain('theo thông báo của cơ quan');
  });

  test('a control slip before the first hand-over', async () => {
    const bare = { ...samplePapers['control-slip'], papers: [], handOvers: [], resultHandOvers: [] };
    expect(textOf(await draw('2018', 'control-slip', bare))).toContain(squeezed('Chưa giao, nhận.'));
  });

  test('a void paper says so', async () => {
    expect(textOf(await draw('2018', 'receipt', receipt, true))).toContain(squeezed('GIẤY ĐÃ HỦY'));
  });

  test('a refused result gives its reasons', async () => {
    const refused = {
      ...samplePapers.result,
      outcome: 'refused' as const,
      reasons: ['Địa điểm kinh doanh không phù hợp quy hoạch.'],
    };
    expect(textOf(await draw('2018', 'result', refused))).toContain(squeezed(refused.reasons[0] ?? ''));
  });
});

const lines = [
  ['KT', 'Phó Chủ tịch'],
  ['TL', 'Chánh Văn phòng'],
  ['TUQ', 'Giám đốc Trung tâm Phục vụ hành chính công'],
] as const;
const byDelegation = regimes.flatMap((regime) =>
  (['result', 'apology', 'stop-notice'] as const).flatMap((purpose) =>
    lines.map(([manner, title]) => ({ regime, purpose, manner, title })),
  ),
);

test.each(byDelegation)(
  '$purpose of $regime signed $manner says for whom, and by which decision',
  async (one) => {
    const { regime, purpose, manner, title } = one;
    const signer = signingLine({ name: signed.name, title, signsFor: { manner, title: 'Chủ tịch' } });
    const content = { ...samplePapers[purpose], signer };
    const basis = `${manner}. Chủ tịch (Phạm Nhựt Long) theo Quyết định số 12/QĐ-UBND ngày 20/07/2022`;
    const signature = purpose === 'result' ? { ...signed, title, basis } : null;
    const file = `${regime}/${purpose}.typ`;
    const pdf = await renderer.render(file, { content, qr: null, void: false, signature });
    const text = textOf(pdf);
    expect(text).toContain(squeezed(`${manner}. Chủ tịch${title}`));
    if (signature) expect(text).toContain(squeezed(`Căn cứ ký: ${basis}`));
  },
);
