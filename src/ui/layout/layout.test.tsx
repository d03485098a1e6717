import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { currentItem } from '../frame.ts';
import { aFrame } from '../testing.ts';
import { DeskLayout } from './desk-layout.tsx';
import { ErrorPage } from './error-page.tsx';
import { PublicLayout } from './public-layout.tsx';

describe('layouts', () => {
  const desk = render(
    <DeskLayout frame={aFrame({ path: '/lam-viec/ho-so/220718-0042' })} title="220718-0042 Nguyễn Văn Hòa">
      <h1>Sang tên</h1>
    </DeskLayout>,
  );

  it('keeps to the content policy: nothing inline', () => {
    const page =
      desk +
      render(
        <PublicLayout frame={aFrame()} title="Trang chủ">
          x
        </PublicLayout>,
      );
    expect(page).not.toMatch(/\sstyle="|<style|<script>|\son[a-z]+="|javascript:/);
  });

  it('names page and site, and says that data are invented', () => {
    expect(desk).toContain('<title>220718-0042 Nguyễn Văn Hòa – Một Cửa huyện Châu Thành</title>');
    expect(desk).toContain('DỮ LIỆU MINH HỌA');
    const real = render(
      <DeskLayout frame={aFrame({ demo: false })} title="x">
        x
      </DeskLayout>,
    );
    expect(real).not.toContain('MINH HỌA');
    expect(real).toContain('Mô hình chính quyền ba cấp');
  });

  it('starts with the way to the content', () => {
    expect(desk).toMatch(/<body[^>]*><a class="ds-skip-link" href="#noi-dung">/);
    expect(desk).toContain('<main id="noi-dung" tabindex="-1">');
  });

  it('posts the search for a person and the leaving', () => {
    expect(desk).toContain('<form method="post" action="/lam-viec/tim">');
    expect(desk).toContain('<form method="post" action="/dang-xuat">');
  });

  it('marks the item of the menu that covers most of the path', () => {
    const { nav } = aFrame();
    expect(currentItem(nav, '/lam-viec/ho-so/1')?.label).toBe('Hồ sơ');
    expect(currentItem(nav, '/lam-viec')?.label).toBe('Việc của tôi');
    expect(currentItem(nav, '/lam-viec-khac')).toBeUndefined();
    expect(desk).toMatch(/href="\/lam-viec\/ho-so" aria-current="true"/);
  });

  it('shows an error without database or session, with a number and a way on', () => {
    const { t, assets } = aFrame();
    const html = render(
      <ErrorPage t={t} language="vi" assets={assets} demo kind="trouble" reference="01J9-7F3K" />,
    );
    expect(html).toContain('01J9-7F3K');
    expect(html).toContain('DỮ LIỆU MINH HỌA');
    expect(html).not.toMatch(/lỗi hệ thống/i);
  });
});
