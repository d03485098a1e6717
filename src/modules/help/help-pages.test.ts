import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { sessionsOf, testServer } from '#platform/http/testing.ts';
import { createWords } from '#platform/i18n/words.ts';
import { aFrame, uiWords } from '#ui/testing.ts';
import { helpLinksFor, helpRoutes } from './index.ts';
import en from './words/en.json' with { type: 'json' };
import vi from './words/vi.json' with { type: 'json' };

const words = createWords({ ui: uiWords, help: { vi, en } });
const size = (file: string, width: number) => ({ file, width, height: 720 });
const pictures = {
  intake: { desk: size('intake-1280-abc.png', 1280), phone: size('intake-360-abc.png', 360) },
};

function holding(...roles: readonly Role[]): Actor {
  const office = { officeId: 'o', officeName: 'Một Cửa', agencyId: 'a', leads: false };
  const posts = roles.map((role) => ({ id: role, role, title: role, ...office }));
  return { accountId: 'a', personId: 'p', name: 'Phạm Thị Kim Ngân', posts };
}

async function ask(url: string, roles: readonly Role[] | null = ['reception-officer']) {
  const routes = helpRoutes({
    pictures,
    mayOpen: (actor, path) => (actor ? path.startsWith('/lam-viec') : path === '/tra-cuu'),
    publicFrame: async ({ t, path, csrf, language }) => aFrame({ t, path, csrf, language }),
    deskFrame: async ({ t, path, csrf, language }) => aFrame({ t, path, csrf, language }),
  });
  const sessions = sessionsOf(holding(...(roles ?? [])));
  const server = await testServer({ routes, words, sessions });
  const answer = await server.inject({ url, headers: roles ? { cookie: 'session=1' } : {} });
  return { status: answer.statusCode, html: answer.body, to: answer.headers.location };
}

describe('the help', () => {
  test('begins with one’s own work', async () => {
    const order = (html: string) => [...html.matchAll(/id="viec-([a-z-]+)"/g)].map(([, slug]) => slug);
    expect(order((await ask('/huong-dan')).html)).toEqual(['tiep-nhan', 'bat-dau', 'khac']);
    const leader = await ask('/huong-dan', ['unit-leader']);
    expect(order(leader.html)).toEqual(['giai-quyet', 'lanh-dao', 'bat-dau', 'khac']);
  });

  test('is for citizens where nobody is signed in', async () => {
    for (const url of ['/huong-dan', '/huong-dan/nguoi-dan']) {
      const { status, html } = await ask(url, null);
      expect(status).toBe(200);
      expect(html).toContain('Hướng dẫn cho người dân');
      expect(html).toContain('href="/tra-cuu"');
    }
    expect((await ask('/huong-dan/tiep-nhan', null)).to).toBe('/dang-nhap?tiep=%2Fhuong-dan%2Ftiep-nhan');
  });

  test('has a page for every kind of work, open to everybody who works here', async () => {
    for (const slug of [
      'bat-dau',
      'tiep-nhan',
      'giai-quyet',
      'lanh-dao',
      'quan-tri',
      'bao-ve-du-lieu',
      'phim',
    ])
      expect([slug, (await ask(`/huong-dan/${slug}`, ['postal-staff'])).status]).toEqual([slug, 200]);
  });

  test.each([
    '/huong-dan/thu-ky',
    '/huong-dan/Tiep-Nhan',
    '/huong-dan/%3Cscript%3E',
    `/huong-dan/${'a'.repeat(500)}`,
  ])('of nobody’s work is not found: %s', async (url) => {
    expect((await ask(url)).status).toBe(404);
  });

  test('links to pages that the reader may open, to no others', async () => {
    const { html } = await ask('/huong-dan/quan-tri');
    expect(html).not.toContain('href="/quan-tri');
    expect((await ask('/huong-dan/tiep-nhan')).html).toContain('href="/lam-viec/tiep-nhan"');
  });

  test('shows the picture of a phone to a phone, with its size and words, when it is scrolled to', async () => {
    const { html } = await ask('/huong-dan/tiep-nhan');
    expect(html).toContain('srcset="/assets/help/intake-360-abc.png" width="360" height="720"');
    expect(html).toMatch(
      /<img src="\/assets\/help\/intake-1280-abc.png"[^>]*alt="Trang tiếp nhận[^"]*" loading="lazy"/,
    );
  });

  test('leads from a page to what explains it, own work first', () => {
    const clerk = holding('reception-officer');
    expect(helpLinksFor(clerk, '/lam-viec/tiep-nhan/0190').page).toBe('/huong-dan/tiep-nhan#nhan-ho-so');
    expect(helpLinksFor(clerk, '/lam-viec/chung-thuc/hom-nay').page).toBe(
      '/huong-dan/tiep-nhan#chung-thuc-hom-nay',
    );
    expect(helpLinksFor(clerk, '/lam-viec/chung-thuc/ban-dien-tu').page).toBe(
      '/huong-dan/tiep-nhan#ban-sao-dien-tu',
    );
    expect(helpLinksFor(clerk, '/lam-viec/ho-so-thu').page).toBe('/huong-dan/bat-dau#tap-duot');
    expect(helpLinksFor(holding('specialist'), '/lam-viec/ho-so/H1').page).toBe(
      '/huong-dan/giai-quyet#mot-ho-so',
    );
    expect(helpLinksFor(clerk, '/nowhere').page).toBe('/huong-dan');
  });
});
