/**
 * Records stay: a decision whose run failed is reported, and no undo removes it; its seal outlives a setting that is
 * not understood. Over every host.
 */
import { describe, expect, test } from 'vitest';
import { findTable, OWN_TABLES } from '../../session/book/own-tables.ts';
import { hostRefusal } from '../../session/host/errors.ts';
import type { Host } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { demoFiles, HOSTS, sure } from './session-hosts.ts';

const quiet = () => undefined;

/** The host, which answers its n-th write from now, and its n-th reading, as Excel does without a connection. */
function failing(host: Host) {
  const left = { apply: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY };
  const fails = (call: keyof typeof left) => {
    left[call] -= 1;
    return left[call] === 0;
  };
  const offline = { ok: false, refusal: hostRefusal('offline') } as const;
  const wrapped: Host = {
    ...host,
    apply: async (...args) => (fails('apply') ? offline : host.apply(...args)),
    read: async (...args) => (fails('read') ? offline : host.read(...args)),
  };
  return { host: wrapped, failAt: (call: keyof typeof left, n: number) => (left[call] = n) };
}

describe.each(HOSTS)('a decision of the council over %s', (_, open) => {
  const start = async () => {
    const held = open();
    const { host, failAt } = failing(held.host);
    let second = 0;
    const pane = paneSession(host, { now: () => `2025-11-21T09:00:${String(second++).padStart(2, '0')}+07:00` });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    const files = demoFiles().filter(({ name }) => /ban Na Dang|Phiêng Cải/.test(name.normalize('NFC')));
    sure(await pane.collect(files, quiet));
    const { workspace } = sure(await pane.checkAndScore(quiet));
    const [{ unit, items }] = workspace.queue as [(typeof workspace.queue)[number]];
    const item = items.find(({ points }) => points !== null)!;
    const decide = () =>
      pane.decide({
        unit,
        flag: item.flag?.id ?? null,
        criterion: item.criterion,
        kind: 'adjust',
        points: item.points?.max ?? null,
        reason: 'Đối chiếu hồ sơ gốc',
        who: 'Lò Văn A',
      });
    return { pane, failAt, decide, held };
  };

  test('the decision counts, the officer is told to score again, and no undo removes it', async () => {
    const { pane, failAt, decide } = await start();
    failAt('apply', 2);
    const { message, left, workspace } = sure(await decide());
    expect(message).toContain('Đã ghi quyết định.');
    expect(left).toContain('Chưa chấm lại được điểm.');
    expect(workspace.decisions).toHaveLength(1);
    expect((await pane.undo()).ok).toBe(false);
    expect(sure(await pane.open(quiet)).decisions).toHaveLength(1);
  });

  test('a setting that is not understood takes no seal of the decisions with it when it is put right', async () => {
    const { pane, decide, held } = await start();
    sure(await decide());
    const settings = async () => findTable(sure(await held.host.read()), OWN_TABLES.settings.table)!;
    const sealed = (await settings()).rows.filter(([item]) => String(item).startsWith('Dấu vết'));
    expect(sealed[0]?.[1]).toMatch(/^[0-9a-f]{64}$/);
    const { sheet, range, rows } = await settings();
    const row = range.top + 1 + rows.findIndex(([item]) => item === 'Kỳ báo cáo');
    await held.type(sheet, row, range.left + 1, 'năm nay');
    expect(sure(await pane.open(quiet)).faults.join()).toContain('năm nay');
    const period = { kind: 'year', year: 2025 } as const;
    expect(sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period })).workspace.logFault).toBeNull();
    expect((await settings()).rows.filter(([item]) => String(item).startsWith('Dấu vết'))).toEqual(sealed);
  });

  test('a workbook that cannot be read again does not hide what was done', async () => {
    const { pane, failAt, decide } = await start();
    failAt('apply', 2);
    failAt('read', 2);
    const refused = await decide();
    expect(refused.ok ? '' : refused.refusal.message).toMatch(/^Chưa đọc lại được sổ[\s\S]*Đã ghi quyết định\./);
    expect(sure(await pane.open(quiet)).decisions).toHaveLength(1);
  });
});
