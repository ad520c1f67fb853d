/**
 * A faulty sheet of ours costs its own part only and is named with its cell; the movement is recognised; a list of
 * units is offered. Over every host.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { findTable, OWN_TABLES } from '../../session/book/own-tables.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { demoFiles, HOSTS, sure, type TestHost } from './session-hosts.ts';

const NOW = '2025-11-21T09:00:00+07:00';
const nothing = () => undefined;

const first = ({ queue }: Workspace): DecisionWanted => {
  const found = queue.flatMap(({ unit, items }) => items.map((item) => ({ unit, item })));
  const { unit, item } = found.find(({ item: one }) => one.criterion !== null && (one.points?.max ?? 0) >= 200)!;
  const { flag, criterion } = item;
  return { unit, flag: flag?.id ?? null, criterion, kind: 'adjust', points: 200, reason: 'biên bản', who: 'Pâng' };
};

describe.each(HOSTS)('over %s', (name, open) => {
  let held: TestHost;
  let session: PaneSession;

  beforeEach(async () => {
    held = open();
    session = paneSession(held.host, { now: () => NOW });
  });

  test('without a chosen movement: it is recognised from the files, reported, and stored', async () => {
    const { message, workspace } = sure(await session.collect(demoFiles().slice(0, 3), nothing));
    expect(workspace.settings.movement).toBe('ta-ma-2023-2030');
    expect(message).toContain('Nhận ra phong trào');
    sure(await session.saveSettings({ movement: null, period: null }));
    const scored = sure(await session.checkAndScore(nothing));
    expect(scored.message).toContain('Nhận ra phong trào');
    expect(scored.workspace.run?.reports.length).toBe(3);
  });

  test('asks for the movement of sheets that name none, without guessing', async () => {
    const refused = await session.checkAndScore(nothing);
    expect(refused.ok || refused.refusal.message).toContain('chọn phong trào');
    expect(sure(await session.open(nothing)).settings.movement).toBeNull();
  });

  test('without a register it lists the checks that do not run, and makes the register from the reports', async () => {
    const { workspace } = sure(await session.collect(demoFiles().slice(0, 3), nothing));
    expect(workspace.noRegister).toBe(true);
    const made = sure(await session.makeRegister());
    expect(made.workspace.noRegister).toBe(false);
    expect(findTable(sure(await held.host.read()), OWN_TABLES.register.table)?.rows).toHaveLength(3);
    expect((await session.makeRegister()).ok).toBe(false);
    sure(await session.undo());
    expect(sure(await session.open(nothing)).noRegister).toBe(true);
  });

  const typeInto = async (own: { readonly table: string }, row: number, column: string, text: string) => {
    const table = findTable(sure(await held.host.read()), own.table)!;
    const at = table.range.left + table.columns.indexOf(column);
    await held.type(table.sheet, table.range.top + row, at, text);
    return table;
  };

  test('two rounds are Có or Không; anything else is named with its cell and not taken for either', async () => {
    const set = sure(await session.saveSettings({ movement: null, period: null, twoRounds: true }));
    expect(set.workspace.settings.twoRounds).toBe(true);
    // Changing another setting leaves the rounds unchanged.
    const done = sure(await session.saveSettings({ movement: null, period: null }));
    expect(done.workspace.settings.twoRounds).toBe(true);
    await typeInto(OWN_TABLES.settings, 5, 'Giá trị', 'tùy lúc');
    const opened = sure(await session.open(nothing));
    expect(opened.settings.twoRounds).toBe(false);
    expect(opened.faults.join()).toMatch(/B\d+: không hiểu "tùy lúc" \(ghi Có hoặc Không\)/);
    await typeInto(OWN_TABLES.settings, 5, 'Giá trị', 'Không');
    expect(sure(await session.open(nothing)).faults).toEqual([]);
  });

  // The preview's grid lets nobody rename a column of a table.
  test.skipIf(name === 'preview')(
    'a renamed column of “Hội đồng”: the pane opens, scores, names the place; only decisions wait',
    async () => {
      sure(await session.collect(demoFiles().slice(0, 3), nothing));
      const scored = sure(await session.checkAndScore(nothing)).workspace;
      const wanted = first(scored);
      sure(await session.decide(wanted));
      await typeInto(OWN_TABLES.council, 0, 'Dấu vết', 'Ghi chú của tôi');
      const opened = sure(await session.open(nothing));
      expect(opened.sheets).toHaveLength(3);
      expect(opened.faults.join()).toMatch(/Trang "Hội đồng", hàng tiêu đề A\d+:\w+\d+: .*"Dấu vết"/);
      expect(sure(await session.checkAndScore(nothing)).workspace.run?.reports).toHaveLength(3);
      const refused = await session.decide(wanted);
      expect(refused.ok || refused.refusal.message).toContain('Dấu vết');
      await typeInto(OWN_TABLES.council, 0, 'Ghi chú của tôi', 'Dấu vết');
      const mended = sure(await session.open(nothing));
      expect(mended.faults).toEqual([]);
      expect(mended.decisions).toHaveLength(1);
      expect(mended.logFault).toBeNull();
    },
  );

  test('a faulty cell of “Tiêu chí”, “Cài đặt” and “Đơn vị” is named; the rest stands', async () => {
    sure(await session.collect(demoFiles().slice(0, 3), nothing));
    sure(await session.openCriteria('village'));
    sure(await session.makeRegister());
    await typeInto(OWN_TABLES.criteria, 1, 'Mã', '9.9');
    await typeInto(OWN_TABLES.criteria, 2, 'Điểm tối đa', 'mười');
    await typeInto(OWN_TABLES.settings, 2, 'Giá trị', 'tháng 13');
    await typeInto(OWN_TABLES.register, 1, 'Đối tượng', 'Hành tinh');
    const { faults, sheets } = sure(await session.open(nothing));
    expect(sheets).toHaveLength(3);
    const all = faults.join('\n');
    expect(all).toMatch(/Trang "Tiêu chí", ô [A-Z]+\d+: .*"9.9"/);
    expect(all).toMatch(/Trang "Tiêu chí", ô [A-Z]+\d+: Điểm tối đa phải là số/);
    expect(all).toMatch(/Trang "Cài đặt", ô B\d+: không hiểu kỳ báo cáo "tháng 13"/);
    expect(all).toMatch(/Trang "Đơn vị": .*hàng \d+/);
    // What the officer wrote is not written over by a decision.
    const settings = findTable(sure(await held.host.read()), OWN_TABLES.settings.table)!;
    expect(settings.rows.flat()).toContain('tháng 13');
  });
});
