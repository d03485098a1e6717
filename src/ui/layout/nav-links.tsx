import type { ComponentChildren } from 'preact';
import type { Words } from '#platform/i18n/words.ts';
import { Icon } from '../components/icon.tsx';
import { currentItem, type NavItem } from '../frame.ts';

interface MainNavProps {
  readonly t: Words;
  readonly items: readonly NavItem[];
  readonly path: string;
  /** Entries at the end of both menus. */
  readonly end?: ComponentChildren;
  /** Entries that only the folded menu of a phone needs. */
  readonly phoneEnd?: ComponentChildren;
}

/** As many as a row of 1280 pixels holds beside search and account. */
const MOST_IN_ROW = 6;

/** The menu twice: in a row, and folded for phones; styles show one of them. */
export function MainNav({ t, items, path, end, phoneEnd }: MainNavProps) {
  const current = currentItem(items, path);
  const link = (item: NavItem) => <NavLink item={item} current={item === current} path={path} />;
  const links = items.map(link);
  const inRow = items.length > MOST_IN_ROW ? MOST_IN_ROW - 1 : items.length;
  const rest = items.slice(inRow);
  return (
    <nav class="nav" aria-label={t('ui.nav.main')}>
      <ul class="links">
        {links.slice(0, inRow)}
        {rest.length > 0 ? (
          <li>
            <details class="rest">
              <summary aria-current={current && rest.includes(current) ? 'true' : undefined}>
                {t('ui.nav.rest')}
                <Icon name="down" />
              </summary>
              <ul>{rest.map(link)}</ul>
            </details>
          </li>
        ) : null}
        {end}
      </ul>
      <details>
        <summary>
          <Icon name="menu" />
          {t('ui.nav.menu')}
        </summary>
        <ul class="links">
          {links}
          {end}
          {phoneEnd}
        </ul>
      </details>
    </nav>
  );
}

function NavLink({
  item,
  current,
  path,
}: {
  readonly item: NavItem;
  readonly current: boolean;
  readonly path: string;
}) {
  const mark = item.href === path ? 'page' : 'true';
  return (
    <li>
      <a href={item.href} aria-current={current ? mark : undefined}>
        {item.label}
        {item.count === undefined ? null : <span>{item.count}</span>}
      </a>
    </li>
  );
}
