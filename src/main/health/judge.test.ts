import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import type { BackupRecord } from '../backup/backup-records.ts';
import type { Health } from './health.ts';
import { judge, worst } from './judge.ts';

const now = instant('2026-11-25T10:00');
const until = (text: string) => ({ name: 'x', validTo: instant(text) });

function aBackup(startedAt: string, problem: string | null = null): BackupRecord {
  const at = instant(startedAt);
  const kept =
    problem === null ? { name: 'motcua', bytes: 1, files: 1 } : { name: null, bytes: null, files: null };
  return { startedAt: at, endedAt: at, scheduled: true, parent: '/srv', problem, params: {}, ...kept };
}

const yesterday = aBackup('2026-11-24T18:30');
const well: Health = {
  version: '1.0.0',
  kind: 'real',
  database: {
    server: '18.4',
    schema: '0011_backup.sql',
    bytes: 1e8,
    apart: false,
    tablespace: 'pg_default',
    earlier: null,
  },
  jobs: { waiting: 3, failed: 0, beat: instant('2026-11-25T09:59') },
  disk: { freeBytes: 50e9, totalBytes: 100e9 },
  certificates: { root: until('2046-01-01T00:00'), signers: [], tls: null },
  backup: {
    lastWhole: yesterday,
    tries: [yesterday],
    schedule: { at: '18:30', dir: '/srv', keep: 14 },
    running: false,
  },
  clock: { legal: now, machine: now },
};

const backup = (change: Partial<Health['backup']>) => ({ backup: { ...well.backup, ...change } });
const none = { lastWhole: null, tries: [] };
const old = aBackup('2026-11-24T09:59');
const failed = aBackup('2026-11-25T09:00', 'backup-disk-full');

describe('what the health page says', () => {
  test('well', () => {
    expect(worst(judge(well))).toBe('good');
  });

  test.each<[string, Partial<Health>, string]>([
    ['jobs that failed', { jobs: { ...well.jobs, failed: 1 } }, 'jobs watch failed'],
    [
      'no sign of the worker',
      { jobs: { ...well.jobs, beat: instant('2026-11-25T09:54') } },
      'jobs bad silent',
    ],
    ['never one', { jobs: { ...well.jobs, beat: null } }, 'jobs bad silent'],
    ['less than a gigabyte', { disk: { freeBytes: 9e8, totalBytes: 4e9 } }, 'disk bad full'],
    ['less than a tenth', { disk: { freeBytes: 9e9, totalBytes: 100e9 } }, 'disk watch filling'],
    [
      'an https certificate that ends within a month',
      { certificates: { ...well.certificates, tls: until('2026-12-20T00:00') } },
      'certificates watch expiring',
    ],
    [
      'a root that has ended',
      { certificates: { ...well.certificates, root: until('2026-11-25T10:00') } },
      'certificates bad expired',
    ],
    ['no backup at all', backup(none), 'backup bad none'],
    ['only failed ones', backup({ lastWhole: null, tries: [failed] }), 'backup bad none'],
    [
      'the last whole one a minute older than a day',
      backup({ lastWhole: old, tries: [old] }),
      'backup bad old',
    ],
    ['the same while one runs', backup({ lastWhole: old, running: true }), 'backup watch running'],
    ['a failed one after a whole one', backup({ tries: [failed, yesterday] }), 'backup watch failed'],
    ['nothing scheduled', backup({ schedule: null }), 'backup watch unscheduled'],
    ['clocks apart', { clock: { legal: instant('2026-11-25T09:57'), machine: now } }, 'clock bad apart'],
  ])('%s', (_, change, said) => {
    const judged = judge({ ...well, ...change }).filter(({ judgement }) => judgement !== 'good');
    expect(judged.map(({ part, judgement, says }) => `${part} ${judgement} ${says}`)).toEqual([said]);
    expect(worst(judged)).toBe(said.split(' ')[1]);
  });

  test('a demo lives in its own time', () => {
    const clock = { legal: instant('2022-07-25T08:00'), machine: now };
    expect(worst(judge({ ...well, kind: 'demo', clock }))).toBe('good');
  });
});
