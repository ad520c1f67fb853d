/**
 * Each appraiser gets a workbook with his criteria and units, fills in points and reasons, and it comes back into the
 * log: with reasons where a score changed, nothing over another's points, nothing from an older version or on figures
 * that changed since.
 */
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../core/sheet/grid/sheet.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { Action } from '../../core/sheet/workbook/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { collect } from '../../session/received/collect.ts';
import { demoFiles, HOSTS, sure } from './session-hosts.ts';

const quiet = () => undefined;
const POLICE = 'Công an xã';
const CULTURE = 'Phòng Văn hóa – Xã hội';

interface Line {
  readonly row: number;
  readonly unit: string;
  readonly criterion: string;
  readonly self: number | null;
  readonly reckoned: number | null;
  readonly most: number;
}

function linesOf(bytes: Uint8Array): { readonly sheet: Sheet; readonly lines: readonly Line[] } {
  const [sheet] = sure(readBook(bytes)).sheets;
  const at = (row: number, column: number) =>
    sheet!.rows.get(row)?.find((cell) => cell.column === column)?.value ?? null;
  const header = [...sheet!.rows.keys()].find((row) => at(row, 0) === 'Đơn vị')!;
  const rows = [...sheet!.rows.keys()].filter((row) => row > header && typeof at(row, 10) === 'string');
  const number = (row: number, column: number) => {
    const value = at(row, column);
    return typeof value === 'number' ? value : null;
  };
  return {
    sheet: sheet!,
    lines: rows.map((row) => ({
      ...{ row, unit: String(at(row, 0)), criterion: String(at(row, 1)), most: number(row, 3) ?? 0 },
      ...{ self: number(row, 4), reckoned: number(row, 5) },
    })),
  };
}

/** The appraiser's typing into the two columns. */
function filled(
  bytes: Uint8Array,
  typed: readonly { row: number; points: number | string; why?: string }[],
): Uint8Array {
  const { name } = sure(readBook(bytes)).sheets[0]!;
  const write = (row: number, column: number, value: number | string): Action => ({
    ...{ kind: 'write', sheet: name, row, column },
    value: typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value },
  });
  return sure(
    patchBook(
      bytes,
      typed.flatMap(({ row, points, why }) => [
        write(row, 7, points),
        ...(why === undefined ? [] : [write(row, 8, why)]),
      ]),
    ),
  ).bytes;
}

describe.each(HOSTS)('appraisers, over %s', (_, open) => {
  test('get each his workbook, and what they fill in comes into the log', async () => {
    let second = 0;
    const now = () => `2025-11-21T09:00:${String(second++ % 60).padStart(2, '0')}+07:00`;
    const { host } = open();
    const session = paneSession(host, { now });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    sure(await session.collect(demoFiles().slice(0, 4), quiet));
    sure(await session.checkAndScore(quiet));
    expect(await session.makeFile('appraisals', quiet)).toMatchObject({
      ok: false,
      refusal: { code: 'no-appraisers' },
    });
    sure(await session.assignAppraiser({ appraiser: CULTURE, criteria: '', audience: '' }));
    sure(await session.assignAppraiser({ appraiser: POLICE, criteria: '1.2; 2', audience: '' }));
    const made = sure(await session.makeFile('appraisals', quiet));
    const slips = unzipSync(made.bytes);
    expect(Object.keys(slips).sort()).toEqual(
      [`Phiếu thẩm định ${POLICE}.xlsx`, `Phiếu thẩm định ${CULTURE}.xlsx`].sort(),
    );
    const police = slips[`Phiếu thẩm định ${POLICE}.xlsx`]!;
    const culture = slips[`Phiếu thẩm định ${CULTURE}.xlsx`]!;
    const { lines } = linesOf(police);
    const others = linesOf(culture).lines;
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every(({ criterion }) => criterion === '1.2' || criterion.startsWith('2.'))).toBe(true);
    expect(others.some(({ criterion }) => criterion === '1.2' || criterion.startsWith('2.'))).toBe(false);

    // It is no report, neither empty nor filled in.
    const refused = sure(await collect(host, [{ name: 'phieu.xlsx', bytes: police }], now())).refused;
    expect(refused.map(({ reason }) => reason).join()).toContain('Là phiếu thẩm định');

    // A changed score without a reason, points beyond the most, and a word in the place of points are asked about.
    const changed = lines.find(({ self, reckoned, most }) => self !== null && reckoned !== null && most > 1)!;
    const [first, next, third] = lines.filter((line) => line !== changed);
    const typed = filled(police, [
      { row: changed.row, points: changed.most - 0.5 },
      { row: first!.row, points: first!.most + 1, why: 'Vượt' },
      { row: next!.row, points: 'ba', why: 'Đạt' },
      { row: third!.row, points: 0.25, why: '=1+1 chưa có hồ sơ' },
    ]);
    const taken = sure(await session.takeSlips([{ name: 'ca.xlsx', bytes: typed }]));
    expect(taken.message).toContain('ghi 1 điểm thẩm định');
    expect(taken.left).toContain('chưa ghi lý do');
    expect(taken.left).toContain('nằm ngoài');
    expect(taken.left).toContain('“ba” không phải là số điểm');
    const proposal = ({ unit, criterion }: Line) =>
      taken.workspace
        .run!.reports.find((report) => report.unit === unit)!
        .score!.points.find((point) => point.criterion === criterion)!.proposal;
    expect(proposal(third!)).toMatchObject({ points: 25, who: POLICE, reason: '=1+1 chưa có hồ sơ' });
    expect(proposal(changed)).toBeNull();

    // The same workbook again records nothing; a later version of it replaces, and the older one then does not.
    expect(sure(await session.takeSlips([{ name: 'ca.xlsx', bytes: typed }])).message).toContain(
      'ghi 0 điểm thẩm định, 1 điểm đã có',
    );
    const later = filled(typed, [{ row: third!.row, points: 0.5, why: 'Đã bổ sung hồ sơ' }]);
    expect(sure(await session.takeSlips([{ name: 'ca 2.xlsx', bytes: later }])).message).toContain(
      'ghi 1 điểm thẩm định',
    );
    const older = sure(await session.takeSlips([{ name: 'ca.xlsx', bytes: typed }]));
    expect(older.message).toContain('ghi 0 điểm');
    expect(older.left).toContain('phiếu là bản cũ');

    // Two versions at once that differ, and another's points, are asked about.
    const [mine] = others;
    const both = sure(
      await session.takeSlips([
        { name: 'vh 1.xlsx', bytes: filled(culture, [{ row: mine!.row, points: 0, why: 'Chưa thấy' }]) },
        { name: 'vh 2.xlsx', bytes: filled(culture, [{ row: mine!.row, points: 0.5, why: 'Có một phần' }]) },
      ]),
    );
    expect(both.left).toContain('chưa ghi điểm nào');
    sure(await session.assignAppraiser({ appraiser: CULTURE, criteria: '1.2; 2', audience: '' }));
    const anew = unzipSync(sure(await session.makeFile('appraisals', quiet)).bytes)[`Phiếu thẩm định ${CULTURE}.xlsx`]!;
    const same = linesOf(anew).lines.find(
      ({ unit, criterion }) => unit === third!.unit && criterion === third!.criterion,
    )!;
    const against = sure(
      await session.takeSlips([{ name: 'vh.xlsx', bytes: filled(anew, [{ row: same.row, points: 1, why: 'Đủ' }]) }]),
    );
    expect(against.left).toContain(`${POLICE} đã thẩm định 0,5`);
    // Taken back in the log, it is open again.
    const entry = against.workspace.decisions.findLast(({ kind, who }) => kind === 'appraise' && who === POLICE)!;
    const back = sure(await session.withdraw({ id: entry.id, reason: 'Nhầm đơn vị', who: POLICE }));
    expect(
      back.workspace.run!.reports.flatMap(({ score }) => score!.points.flatMap((point) => point.proposal ?? [])),
    ).toEqual([]);
  });
});
