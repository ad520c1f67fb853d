/** A workbook that is a dossier: its own movement is in force, its rows are corrected in place; over every host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOSSIER_SHEETS, dossierHeading } from '../../core/dossier/dossier-heading.ts';
import { dossierBook, dossierSheets } from '../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { type FormLine, formGrid } from '../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { newBook } from '../../core/workbook/file.ts';
import { findTable, OWN_TABLES } from '../../session/book/own-tables.ts';
import type { HostBook } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { Workspace } from '../../session/pane/pane-session.ts';
import { HOSTS, sure, type TestHost } from './session-hosts.ts';

const PLAN = readFileSync(join(import.meta.dirname, '../fixtures/plans/nghia-tru-2026.txt'), 'utf8');
const PERIOD = { kind: 'year', year: 2026 } as const;
const NOW = '2026-12-01T08:00:00+07:00';
const quiet = () => undefined;

function proposed() {
  const read = readPlan(PLAN);
  if (!read.ok) throw new Error(read.reason);
  return proposeMovement(read.value, { year: 2026 });
}
const movement = proposed();
const audience = movement.audiences.find(({ kind }) => criteriaSetFor(movement, kind, PERIOD))!;
const set = criteriaSetFor(movement, audience.kind, PERIOD)!;

/** The same, read from a scan: one number is not confirmed yet. */
const scanned = {
  ...movement,
  scanned: [
    {
      ...{ code: 'Q01', usedIn: 'Chỉ tiêu CT01', read: '80%', again: '30%', doubtful: true },
      ...{ confirmed: false, page: 1, line: 'đạt 80% số hộ' },
    },
  ],
};

/** Where a text stands in a sheet. */
function placeOf({ book }: HostBook, sheet: string, text: string): { readonly row: number; readonly column: number } {
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? new Map();
  for (const [row, cells] of rows) for (const { column, value } of cells) if (value === text) return { row, column };
  throw new Error(`${text} is not in ${sheet}`);
}

const faultsOf = ({ dossier }: Workspace) => dossier?.told.filter(({ kind }) => kind === 'fault');

async function fill({ host, type }: TestHost, unit: string): Promise<void> {
  const grid = formGrid(set, 'UBND xã');
  const { book } = sure(await host.read());
  const { row, column } = grid.dateCell;
  expect(book.sheets.map(({ name }) => name)).toContain(unit);
  await type(unit, row, column, '20/10/2026');
  for (const line of grid.rows) {
    if (line.kind !== 'line') continue;
    for (const role of line.line.open) {
      const text = answer(line.line, role);
      if (text !== '') await type(unit, line.row, grid.columns.get(role)!, text);
    }
  }
}

function answer({ measure, rule }: FormLine, role: string): string {
  if (role === 'numerator' || role === 'denominator') return '10';
  if (role === 'evidence') return 'Báo cáo số 1/BC ngày 15/10/2026';
  if (role !== 'value') return '';
  if (measure === 'yes-no') return 'Có';
  if (rule.kind === 'levels') return rule.levels[0]!.label;
  return measure === 'date' ? '01/10/2026' : '1000';
}

test('the names of its sheets are those it is told by', () => {
  expect(dossierSheets(scanned).map(({ name }) => name)).toEqual(DOSSIER_SHEETS);
  expect(dossierSheets(movement).map(({ name }) => name)).toEqual(DOSSIER_SHEETS.filter((_, at) => at !== 1));
});

describe.each(HOSTS)('a dossier over %s', (_, open) => {
  const start = async (bytes = dossierBook(movement)) => {
    const held = open(bytes);
    const pane = paneSession(held.host, { now: () => NOW });
    const book = async () => sure(await held.host.read());
    return { held, pane, book, workspace: sure(await pane.open(quiet)) };
  };

  test('is about its own movement, and none of its sheets is taken for a report', async () => {
    const { workspace, book } = await start();
    expect(workspace.movement).toEqual(movement);
    expect(workspace.dossier?.heading).toEqual(dossierHeading((await book()).book));
    expect(faultsOf(workspace)).toEqual([]);
    expect(workspace.sheets).toEqual([]);
    expect(workspace.faults).toEqual([]);
  });

  test('gives forms for units it lists in its own sheet, and scores them', async () => {
    const { held, pane, book } = await start();
    const units = ['Thôn Đông', 'Thôn Đoài'];
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units }, quiet));
    const read = sure(readDossier((await book()).book));
    expect(read.units?.map(({ name }) => name)).toEqual(units);
    expect(findTable(await book(), OWN_TABLES.register.table)).toBeUndefined();
    for (const unit of units) await fill(held, unit);
    const { workspace } = sure(await pane.checkAndScore(quiet));
    expect(workspace.run?.reports.map(({ unit }) => unit)).toEqual(units);
    expect(workspace.noRegister).toBe(false);
    expect(workspace.run?.reports.every(({ score }) => score !== null)).toBe(true);
  });

  test('says a row it cannot use at its cell, and makes no forms of it', async () => {
    const { held, pane, book } = await start();
    const [first] = set.criteria;
    const { row } = placeOf(await book(), 'Tiêu chí', first!.title);
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    await held.type('Tiêu chí', row, column, 'chấm theo cảm tính');
    const { workspace, said } = sure(await pane.reviewDossier());
    expect(said).toMatch(/^Hồ sơ có \d+ chỗ cần sửa/);
    expect(held.marked('Tiêu chí', row, column)).toBe('error');
    expect(workspace.faults[0]).toContain('Trang “Tiêu chí”');
    const made = await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet);
    expect(made.ok).toBe(false);
  });

  test('asks what only an officer can answer at its cell, with what is offered, until it is answered', async () => {
    const [first, ...others] = movement.calendar;
    const open = { ...first!, when: { kind: 'unspecified' as const }, text: 'cuối năm' };
    const { held, pane, book, workspace } = await start(
      dossierBook({
        ...movement,
        issuer: { commune: 'xã Lục Ba', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
        recipients: ['UBND huyện Đại Từ'],
        quotas: movement.quotas.map((one) => ({ ...one, percent: 20, base: null })),
        calendar: [open, ...others],
        warnings: [{ code: 'LY01', message: 'Kế hoạch không nêu rõ đối tượng thi đua.' }],
      }),
    );
    expect(faultsOf(workspace)).toEqual([]);
    const asked = workspace.dossier!.told;
    expect(asked.every(({ kind }) => kind === 'question')).toBe(true);
    for (const [sheet, words] of [
      ['Phong trào', /hợp thành xã Đại Từ, .*cần cán bộ xác nhận\. Nếu đúng: nhận phong trào về “xã Đại Từ”/],
      ['Phong trào', /Còn ghi “huyện Đại Từ”.* Để trống ô này\.$/],
      ['Phong trào', /Còn ghi “UBND huyện Đại Từ”.* Ghi “UBND tỉnh Thái Nguyên” hoặc/],
      ['Định mức khen', /20 % nhưng không nói của số nào\. Chọn ở cột “Tính trên”/],
      ['Lịch', /Kế hoạch không ghi ngày: “cuối năm”\. .*“Ngày xã ấn định”/],
      ['Lưu ý', /Kế hoạch không nêu rõ đối tượng thi đua\. Xong thì xóa dòng này/],
    ] as const)
      expect(asked).toContainEqual({
        ...{ kind: 'question', sheet },
        ...{ cell: expect.stringMatching(/^[A-Z]+\d+$/), message: expect.stringMatching(words) },
      });
    const { said } = sure(await pane.reviewDossier());
    expect(said).toBe(`Hồ sơ dùng được, còn ${asked.length} chỗ cần xác nhận.`);
    const { row } = placeOf(await book(), 'Phong trào', 'Huyện (kế hoạch trước 01/7/2025)');
    expect(held.marked('Phong trào', row, 1)).toBe('warning');
    await held.type('Phong trào', row, 1, '');
    const answered = sure(await pane.reviewDossier());
    expect(held.marked('Phong trào', row, 1)).toBeUndefined();
    expect(answered.workspace.dossier?.told).toHaveLength(asked.length - 1);
  });

  test('of a scanned plan says which numbers are not confirmed, until they are', async () => {
    const { held, pane, workspace } = await start(dossierBook(scanned));
    expect(workspace.sheets).toEqual([]);
    expect(workspace.faults).toEqual([expect.stringMatching(/^Còn 1 con số đọc từ bản quét chưa xác nhận/)]);
    sure(await pane.reviewDossier());
    expect(held.marked('Số từ bản quét', 3, 5)).toBe('error');
    await held.type('Số từ bản quét', 3, 5, 'Có');
    const { workspace: confirmed } = sure(await pane.reviewDossier());
    expect(confirmed.faults).toEqual([]);
  });

  test('that has no name is told so, and opens to be put right', async () => {
    const { held, pane, book } = await start();
    const { row } = placeOf(await book(), 'Phong trào', 'Tên phong trào');
    await held.type('Phong trào', row, 1, '');
    const workspace = sure(await pane.open(quiet));
    expect(workspace.movement).toBeNull();
    expect(workspace.faults.join(' ')).toContain('Tên phong trào');
    await held.type('Phong trào', row, 1, 'Phong trào mới');
    expect(sure(await pane.open(quiet)).movement?.title).toBe('Phong trào mới');
  });

  test('shows what is asked by an earlier day in rows of its own, to be changed there', async () => {
    const at = set.criteria.findIndex(({ rule, target }) => rule.kind === 'proportional' && target !== null);
    const one = set.criteria[at]!;
    const target = { ...one.target!, code: null, value: 10, by: '2026-06-30' };
    const milestones = [{ target, rule: { kind: 'proportional' as const, full: 10 } }];
    const criteria = set.criteria.with(at, { ...one, milestones });
    const criteriaSets = movement.criteriaSets.map((each) => (each === set ? { ...each, criteria } : each));
    const { held, book, pane, workspace } = await start(dossierBook({ ...movement, criteriaSets }));
    const asked = ({ movement: held }: typeof workspace) => criteriaSetFor(held!, audience.kind, null)!.criteria[at]!;
    expect(asked(workspace).milestones).toEqual(milestones);
    const { row } = placeOf(await book(), 'Tiêu chí', 'Mốc');
    const put = async (title: string, text: string) =>
      held.type('Tiêu chí', row, placeOf(await book(), 'Tiêu chí', title).column, text);
    await put('Mức cần đạt', '12');
    await put('Đến ngày', '30/09/2026');
    await put('Cách chấm', 'theo tỷ lệ, đủ điểm từ 12 %');
    const changed = sure(await pane.reviewDossier()).workspace;
    expect(changed.faults).toEqual([]);
    expect(asked(changed).milestones).toEqual([
      { target: { ...target, value: 12, by: '2026-09-30' }, rule: { kind: 'proportional', full: 12 } },
    ]);
  });

  test('opens its own sheet to correct the criteria', async () => {
    const { pane, book } = await start();
    const before = (await book()).book.sheets.length;
    sure(await pane.openCriteria(audience.kind));
    expect((await book()).book.sheets.length).toBe(before);
  });

  test('comes into a workbook from its file, all or nothing, and can be taken back', async () => {
    const held = open();
    const pane = paneSession(held.host, { now: () => NOW });
    const file = { name: 'ho-so.xlsx', bytes: dossierBook(movement) };
    const { workspace } = sure(await pane.takeDossier(file));
    expect(workspace.movement).toEqual(movement);
    expect((await pane.takeDossier(file)).ok).toBe(false);
    expect(sure(await pane.undo()).workspace.movement).toBeNull();
    expect(faultsOf(sure(await pane.takeMovement(movement)).workspace)).toEqual([]);
    const none = await pane.takeDossier({ name: 'khac.xlsx', bytes: newBook([{ name: 'A', cells: [] }]) });
    expect(none.ok ? '' : none.refusal.message).toBe('Tệp đã chọn không phải Hồ sơ phong trào.');
  });

  test('takes the place of the movement that was chosen before', async () => {
    const held = open();
    const pane = paneSession(held.host, { now: () => NOW });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: PERIOD }));
    expect(sure(await pane.takeMovement(movement)).workspace.settings.movement).toBe(movement.id);
  });
});
