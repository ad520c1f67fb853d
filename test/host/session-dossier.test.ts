/** A workbook that is a dossier: its own movement is in force, its rows are corrected in place; over every host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatPoints } from '../../core/base/quantity/points.ts';
import { DOSSIER_SHEETS, dossierHeading } from '../../core/dossier/dossier-heading.ts';
import { dossierBook, dossierSheets } from '../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { type FormLine, formGrid } from '../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { versionAfter, versionWords } from '../../core/movement/set-version.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { findTable, OWN_TABLES, VERSION_TABLE } from '../../session/book/own-tables.ts';
import { setsUsed } from '../../session/book/set-versions.ts';
import { settingsActions } from '../../session/book/settings-actions.ts';
import { perform } from '../../session/host/outcome.ts';
import type { HostBook } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
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

function allText(bytes: Uint8Array): string {
  const { sheets } = sure(readBook(bytes));
  return sheets.flatMap(({ rows }) => [...rows.values()].flat().map(({ value }) => String(value))).join('\n');
}

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

test('DOSSIER_SHEETS are the names of its sheets', () => {
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
    // Words of the plan that fit no rule stay for the council to grade by, and become a question.
    await held.type('Tiêu chí', row, column, 'chấm theo cảm tính');
    const kept = sure(await pane.reviewDossier());
    expect(kept.workspace.faults).toEqual([]);
    expect(held.marked('Tiêu chí', row, column)).toBeUndefined();
    expect(criteriaSetFor(kept.workspace.movement!, audience.kind, PERIOD)!.criteria[0]!.rule).toEqual({
      ...{ kind: 'council-graded', by: 'council', words: 'chấm theo cảm tính' },
    });
    const words = expect.stringMatching(`^Cách chấm của tiêu chí ${first!.code} giữ nguyên lời kế hoạch`);
    expect(kept.workspace.dossier?.told).toContainEqual(expect.objectContaining({ kind: 'question', message: words }));
    // No words at all say nothing.
    await held.type('Tiêu chí', row, column, '');
    const { workspace, said } = sure(await pane.reviewDossier());
    expect(said).toMatch(/^Hồ sơ có \d+ chỗ cần sửa/);
    expect(held.marked('Tiêu chí', row, column)).toBe('error');
    expect(workspace.faults[0]).toContain('Trang “Tiêu chí”');
    const made = await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet);
    expect(made.ok).toBe(false);
  });

  test('asks at the cell what only an officer can answer, with suggestions, until it is answered', async () => {
    const [first, ...others] = movement.calendar;
    const open = { ...first!, when: { kind: 'unspecified' as const }, text: 'cuối năm' };
    const { held, pane, book, workspace } = await start(
      dossierBook({
        ...movement,
        issuer: { commune: 'xã Lục Ba', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
        recipients: ['UBND huyện Đại Từ'],
        quotas: movement.quotas.map((quota) => ({ ...quota, percent: 20, base: null })),
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
      expect(asked).toContainEqual(
        expect.objectContaining({
          ...{ kind: 'question', sheet },
          ...{ cell: expect.stringMatching(/^[A-Z]+\d+$/), message: expect.stringMatching(words) },
        }),
      );
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

  test('of a scanned plan is scored, but binds nothing before its numbers are confirmed', async () => {
    const { held, pane } = await start(dossierBook(scanned));
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet));
    const form = sure(await held.host.read()).book.sheets.find(({ name }) => name === 'Thôn Đông')!;
    const words = [...form.rows.values()].flat().map(({ value }) => String(value));
    expect(words.filter((text) => /chưa xác nhận/iu.test(text))).toHaveLength(1);
    const zipped = sure(await pane.makeFile('forms', quiet));
    expect(zipped.notes).toEqual([expect.stringMatching(/^Còn 1 con số đọc từ bản quét chưa xác nhận/)]);
    await fill(held, 'Thôn Đông');
    const { workspace } = sure(await pane.checkAndScore(quiet));
    expect(workspace.run?.reports.map(({ score }) => score !== null)).toEqual([true]);
    const signed = { number: '1/QĐ-UBND', date: '2026-11-30', codes: [] };
    const binding = async () => {
      const all = [
        await pane.makeFile('papers', quiet),
        await pane.makeFolder(quiet),
        await pane.recordDecision(signed),
        await pane.resultToSend(),
        await pane.closeResults('Lò Văn A'),
      ];
      return all.map((one) => (one.ok ? null : one.refusal));
    };
    const refused = await binding();
    expect(refused.map((one) => one?.code)).toEqual(Array(5).fill('scan-unconfirmed'));
    expect(refused.at(-1)?.message).toBe(
      'Chưa chốt kết quả được vì còn 1 con số đọc từ bản quét chưa xác nhận: so từng số với ảnh ở trang “Số từ bản quét” của hồ sơ phong trào rồi ghi Có ở cột “Đã xác nhận”.',
    );
    const { bytes } = sure(await pane.makeFile('results', quiet));
    expect(allText(bytes)).toContain('TẠM TÍNH: còn 1 con số đọc từ bản quét chưa xác nhận');
    await held.type('Số từ bản quét', 3, 5, 'Có');
    expect((await binding()).map((one) => one?.code ?? null)).toEqual([null, null, 'nobody', null, null]);
  });

  test('is reported when it has no name, and opens to be corrected', async () => {
    const { held, pane, book } = await start();
    const { row } = placeOf(await book(), 'Phong trào', 'Tên phong trào');
    await held.type('Phong trào', row, 1, '');
    const workspace = sure(await pane.open(quiet));
    expect(workspace.movement).toBeNull();
    expect(workspace.faults.join(' ')).toContain('Tên phong trào');
    await held.type('Phong trào', row, 1, 'Phong trào mới');
    expect(sure(await pane.open(quiet)).movement?.title).toBe('Phong trào mới');
  });

  test('shows thresholds of earlier days in rows of their own, to be changed there', async () => {
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

  test('in use is frozen: an edit moves nobody before it is a version of its own, which can be taken back', async () => {
    const { held, pane, book } = await start();
    const units = ['Thôn Đông', 'Thôn Đoài'];
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units }, quiet));
    for (const unit of units) await fill(held, unit);
    const line = formGrid(set, 'UBND xã').rows.find(
      (row) => row.kind === 'line' && row.line.measure === 'percentage' && row.line.rule.kind === 'proportional',
    );
    if (line?.kind !== 'line') throw new Error('no share in the set');
    await held.type('Thôn Đoài', line.row, formGrid(set, 'UBND xã').columns.get('numerator')!, '4');
    const scored = sure(await pane.checkAndScore(quiet)).workspace;
    const points = ({ run }: Workspace) => run!.rankings.map((ranking) => [ranking.unit, ranking.points]);
    const before = points(scored);
    expect(before[0]![1]).not.toBe(before[1]![1]);
    expect(scored.dossier?.changed).toEqual([]);

    const { row } = placeOf(await book(), 'Tiêu chí', line.line.title);
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    const written = (await book()).book.sheets.find(({ name }) => name === 'Tiêu chí')!.rows.get(row)!;
    const words = String(written.find((cell) => cell.column === column)!.value);
    await held.type('Tiêu chí', row, column, 'theo tỷ lệ, đủ điểm từ 40 %');
    const edited = sure(await pane.checkAndScore(quiet)).workspace;
    expect(points(edited)).toEqual(before);
    expect(edited.dossier?.changed).toEqual([
      {
        name: `Bộ tiêu chí ${audience.name}`,
        before: versionWords(set),
        after: expect.stringMatching(/^phiên bản 2 /),
      },
    ]);
    expect(edited.faults[0]).toContain('chưa thành phiên bản mới');
    const forms = await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Nam'] }, quiet);
    expect(forms.ok).toBe(false);

    const seen = sure(await pane.versionChanges());
    expect(seen.differences).toEqual([expect.stringContaining(`${words} → theo tỷ lệ, đủ điểm từ 40 %.`)]);
    const reached = formatPoints(before[0]![1] as number);
    expect(seen.moves).toEqual([expect.stringMatching(new RegExp(`^Thôn Đoài \\(.* hạng 2 → ${reached} điểm `, 'u'))]);

    const made = sure(await pane.newVersion());
    expect(made.said).toMatch(/phiên bản 1 \([0-9a-f]{8}\) → phiên bản 2 \([0-9a-f]{8}\)/);
    expect(made.workspace.dossier?.changed).toEqual([]);
    expect(criteriaSetFor(made.workspace.movement!, audience.kind, PERIOD)!.version).toBe(versionAfter(set.version));
    const again = sure(await pane.checkAndScore(quiet)).workspace;
    expect(again.run!.rankings.map((ranking) => ranking.points)).toEqual([before[0]![1], before[0]![1]]);
    expect(again.run!.flags.map(({ code }) => code)).toContain('other-form-version');

    sure(await pane.undo());
    const back = sure(await pane.undo()).workspace;
    expect(back.dossier?.changed).toHaveLength(1);
    expect(criteriaSetFor(back.movement!, audience.kind, PERIOD)).toEqual(set);
    await held.type('Tiêu chí', row, column, words);
    expect(sure(await pane.open(quiet)).dossier?.changed).toEqual([]);
  });

  test('sent out as files is in use too: an edit of it waits to be a version of its own', async () => {
    const units = [registerUnitSchema.parse({ name: 'Thôn Đông', audience: audience.kind, registered: true })];
    const { held, pane, book } = await start(dossierBook(movement, units));
    const wanted = sure(await held.host.read());
    const settings = { movement: movement.id, period: PERIOD, asOf: null, seals: [] };
    sure(await perform(held.host, 'Cài đặt', settingsActions(wanted, settings)));
    expect(sure(await pane.makeFile('forms', quiet)).notes).toEqual([]);
    expect(setsUsed(await book())).toEqual({ sets: [set], faults: [] });
    const { row } = placeOf(await book(), 'Tiêu chí', set.criteria[0]!.title);
    await held.type('Tiêu chí', row, placeOf(await book(), 'Tiêu chí', 'Điểm tối đa').column, '1');
    expect(sure(await pane.open(quiet)).dossier?.changed.map(({ before }) => before)).toEqual([versionWords(set)]);
    const again = await pane.makeFile('forms', quiet);
    expect(!again.ok && again.refusal.message).toContain('chưa thành phiên bản mới');
  });

  test('is stored whole once in use, however long it is', async () => {
    const long = set.criteria.map((criterion) => ({
      ...criterion,
      evidenceHint: 'Báo cáo, ảnh chụp kèm theo. '.repeat(300),
    }));
    const criteriaSets = movement.criteriaSets.map((each) => (each === set ? { ...each, criteria: long } : each));
    const { pane, book } = await start(dossierBook({ ...movement, criteriaSets }));
    const made = sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet));
    expect(findTable(await book(), VERSION_TABLE.table)!.rows.length).toBeGreaterThan(1);
    expect(made.workspace.faults).toEqual([]);
    expect(made.workspace.dossier?.changed).toEqual([]);
  });

  test('makes no version of what it does not understand', async () => {
    const { held, pane, book } = await start();
    expect((await pane.newVersion()).ok).toBe(false);
    sure(await pane.makeForms({ audience: audience.kind, period: PERIOD, units: ['Thôn Đông'] }, quiet));
    const { row } = placeOf(await book(), 'Tiêu chí', set.criteria[0]!.title);
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    await held.type('Tiêu chí', row, column, '');
    const workspace = sure(await pane.open(quiet));
    // The dossier loses the row, but units that already have its form are not affected.
    expect(criteriaSetFor(workspace.movement!, audience.kind, PERIOD)).toEqual(set);
    const made = await pane.newVersion();
    expect(made.ok ? '' : made.refusal.message).toMatch(/^Hồ sơ còn \d+ chỗ cần sửa/);
  });

  test('is edited criterion by criterion, and a criterion that is not understood is corrected there', async () => {
    const { held, pane, book } = await start();
    const one = set.criteria.find(({ measure, rule }) => measure === 'percentage' && rule.kind === 'proportional')!;
    const key = { audience: set.audience, phase: set.phase, code: one.code };
    const rule = 'từ 85 %: 2; từ 75 %: 1; còn lại: 0';
    const changed = sure(await pane.editCriterion(key, { title: 'Hộ có cáp quang', maxPoints: 200, rule })).workspace;
    const read = ({ dossier }: Workspace) =>
      criteriaSetFor(dossier!.edited!, audience.kind, PERIOD)?.criteria.find(({ code }) => code === one.code);
    expect(read(changed)).toMatchObject({ title: 'Hộ có cáp quang', maxPoints: 200, rule: { kind: 'bands' } });
    const { row } = placeOf(await book(), 'Tiêu chí', 'Hộ có cáp quang');
    const { column } = placeOf(await book(), 'Tiêu chí', 'Cách chấm');
    await held.type('Tiêu chí', row, column, '');
    const broken = sure(await pane.open(quiet));
    expect(read(broken)).toBeUndefined();
    expect(faultsOf(broken)?.map(({ name, criterion }) => [name, criterion?.code])).toEqual([
      [`${audience.name}, tiêu chí ${one.code} “Hộ có cáp quang”`, one.code],
    ]);
    expect(broken.dossier!.held).toBeGreaterThan(0);
    const pasted = 'Họp đủ 4 lần/năm thì đạt tối đa, tùy mức độ lan tỏa';
    const kept = sure(await pane.editCriterion(key, { rule: pasted })).workspace;
    expect(read(kept)?.rule).toEqual({ kind: 'council-graded', by: 'council', words: pasted });
    const gone = await pane.editCriterion({ ...key, code: '9.99' }, { rule });
    expect(gone.ok ? '' : gone.refusal.message).toBe('Trang “Tiêu chí” không còn dòng của tiêu chí 9.99.');
    sure(await pane.undo());
    expect(faultsOf(sure(await pane.open(quiet)))).toHaveLength(1);
  });

  test('gets other classes, and a bad cell among them is reported once, whatever depends on it', async () => {
    const other = { ...movement.audiences.find(({ kind }) => kind !== audience.kind)!, competes: true };
    const own = { ...set, audience: other.kind, title: 'Bộ thứ hai' };
    const audiences = movement.audiences.map((one) => (one.kind === other.kind ? other : one));
    const criteriaSets = [set, own];
    const { held, pane, book } = await start(dossierBook({ ...movement, audiences, criteriaSets }));
    const classification = set.classification.map((band, at) =>
      at === 0 ? { ...band, name: 'Giỏi', from: 96 } : band,
    );
    const { audience: kind, phase } = own;
    const edited = sure(await pane.editClasses({ audience: kind, phase }, { classification })).workspace;
    expect(criteriaSetFor(edited.dossier!.edited!, kind, PERIOD)?.classification).toEqual(classification);
    const { row } = placeOf(await book(), 'Bộ tiêu chí', 'Bộ thứ hai');
    const { column } = placeOf(await book(), 'Bộ tiêu chí', 'Xếp loại');
    await held.type('Bộ tiêu chí', row, column, 'Xuất sắc từ 96');
    const broken = sure(await pane.open(quiet));
    expect(faultsOf(broken)?.map(({ sheet, name }) => [sheet, name])).toEqual([
      ['Bộ tiêu chí', `${other.name}, bộ tiêu chí`],
    ]);
    expect(broken.dossier!.held).toBeGreaterThan(0);
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
    expect(faultsOf(sure(await pane.takeMovement({ movement, units: [], pictures: new Map() })).workspace)).toEqual([]);
    const none = await pane.takeDossier({ name: 'khac.xlsx', bytes: newBook([{ name: 'A', cells: [] }]) });
    expect(none.ok ? '' : none.refusal.message).toBe('Tệp đã chọn không phải Hồ sơ phong trào.');
  });

  test('takes the place of the movement that was chosen before', async () => {
    const held = open();
    const pane = paneSession(held.host, { now: () => NOW });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: PERIOD }));
    expect(
      sure(await pane.takeMovement({ movement, units: [], pictures: new Map() })).workspace.settings.movement,
    ).toBe(movement.id);
  });
});
