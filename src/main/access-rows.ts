import { type Actor, type Role, roles } from '#kernel/actor.ts';
import { gateOf } from '#platform/http/access.ts';
import type { Route } from '#platform/http/route.ts';

/** Somebody without a session, somebody who still has first steps to do, and one person of every role. */
export const visitors = ['nobody', 'first-steps', ...roles] as const;
export type Visitor = (typeof visitors)[number];

export function actorOf(role: Role): Actor {
  const office = { officeId: '00000000-0000-7000-8000-000000000001', officeName: 'Một Cửa' };
  const post = {
    id: '00000000-0000-7000-8000-000000000002',
    role,
    title: role,
    ...office,
    agencyId: office.officeId,
    leads: true,
  };
  return {
    accountId: '00000000-0000-7000-8000-000000000003',
    personId: '00000000-0000-7000-8000-000000000004',
    name: 'Nguyễn Văn A',
    posts: [post],
  };
}

export function mayOpen(route: Pick<Route, 'access'>, visitor: Visitor): boolean {
  if (visitor === 'nobody') return gateOf(route.access, null) === 'open';
  if (visitor === 'first-steps')
    return gateOf(route.access, { actor: actorOf('specialist'), state: 'first-steps' }) === 'open';
  return gateOf(route.access, { actor: actorOf(visitor), state: 'full' }) === 'open';
}

/** The table of docs/access.md: every route × every role. */
export function accessTable(routes: readonly Route[]): string {
  const sorted = [...routes].sort((a, b) =>
    `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'),
  );
  const head = `| route | ${visitors.join(' | ')} |`;
  const line = `| --- | ${visitors.map(() => '---').join(' | ')} |`;
  const rows = sorted.map(
    (route) =>
      `| ${route.method} ${route.path} | ${visitors.map((visitor) => (mayOpen(route, visitor) ? 'x' : '')).join(' | ')} |`,
  );
  return `# Who may open what

Made by \`./motcua access-table\` from the routes themselves; a test compares it with what the server does.
"x": may open the route. What a person may see or do there is decided by the dossier's rules; who may not see a
dossier gets "not found".

${[head, line, ...rows].join('\n')}
`;
}
