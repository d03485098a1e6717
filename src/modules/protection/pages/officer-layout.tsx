import type { ComponentChildren } from 'preact';
import type { DeskFrame } from '#ui/frame.ts';
import type { Crumb } from '#ui/layout/breadcrumb.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { paths } from './page-deps.ts';

interface OfficerLayoutProps {
  readonly frame: DeskFrame;
  readonly title: string;
  /** Between the officer's own page and this one. */
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly children: ComponentChildren;
}

/** A page of the data-protection officer below the first. */
export function OfficerLayout({ frame, title, crumbs = [], children }: OfficerLayoutProps) {
  const home = { href: paths.home, label: frame.t('protection.title') };
  return (
    <DeskLayout frame={frame} title={title} crumbs={[home, ...crumbs, { label: title }]}>
      {children}
    </DeskLayout>
  );
}
