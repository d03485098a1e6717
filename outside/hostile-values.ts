/** What a hostile person types. Each is also what a broken program or a careless copy would send. */
export const hostileValues: Readonly<Record<string, string>> = {
  empty: '',
  spaces: ' \t\u00A0\u200B ',
  markup: '<script>alert(7)</script>"><img src=x onerror=alert(7)>',
  sql: `'; drop table dossiers.dossier; --`,
  nul: 'a\u0000b',
  'right to left': '\u202Egpj.exe\u202C',
  decomposed: 'Nguyễn Thị Ặn'.normalize('NFD'),
  'half a letter': '\uD83D',
  long: 'ặ'.repeat(50_000),
  number: '-99999999999999999999.5e400',
  date: '31/02/2022',
  path: '../../../../etc/passwd',
  template: '{{7*7}}#{name}<%= 7 %>',
  header: 'x\r\nSet-Cookie: session=stolen',
};
