import { accepted, type Outcome, refused } from '#kernel/refusal.ts';

export const MOST_DOMAINS = 50;

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Anybody may have an address there, or have a domain below: no authority's own. */
const OF_EVERYBODY: ReadonlySet<string> = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'yahoo.com',
    'yahoo.com.vn',
    'outlook.com',
    'outlook.com.vn',
    'hotmail.com',
  ],
  ...['live.com', 'icloud.com', 'me.com', 'proton.me', 'zoho.com', 'mail.com', 'zalo.me'],
  ...['gov.vn', 'com.vn', 'net.vn', 'org.vn', 'edu.vn', 'name.vn', 'info.vn', 'id.vn', 'io.vn'],
]);

/**
 * Mail domains of an authority as typed, apart by lines, blanks or commas; none: nothing is mailed. Answered in small letters,
 * each once. Refusals: `wrong-domain`, `domain-of-everybody`, `too-many-domains`.
 */
export function readDomains(typed: string): Outcome<readonly string[]> {
  const domains = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  if (domains.length > MOST_DOMAINS)
    return refused('reminders/too-many-domains', { most: MOST_DOMAINS }, 'ten-mien');
  for (const domain of domains) {
    if (!DOMAIN.test(domain))
      return refused('reminders/wrong-domain', { domain: domain.slice(0, 80) }, 'ten-mien');
    if (OF_EVERYBODY.has(domain)) return refused('reminders/domain-of-everybody', { domain }, 'ten-mien');
  }
  return accepted(domains);
}

/** Whether letters may go to this address: at one of the domains, or below one. */
export function mayGetLetters(address: string, domains: readonly string[]): boolean {
  const at = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((domain) => at === domain || at.endsWith(`.${domain}`));
}
