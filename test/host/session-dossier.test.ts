/** A workbook that is a dossier: its own movement is in force, over every host. */
import { describe, expect, test } from 'vitest';
import { DOSSIER_SHEETS, dossierHeading } from '../../core/dossier/dossier-heading.ts';
import { dossierBook, dossierSheets } from '../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { findTable, OWN_TABLES } from '../../session/book/own-tables.ts';
import { paneSession } from '../../session/pane/pane.ts';
import {
  audience,
  faultsOf,
  fill,
  movement,
  NOW,
  PERIOD,
  placeOf,
  quiet,
  set,
  startDossier,
} from './dossier-session.ts';
import { HOSTS, sure } from './session-hosts.ts';

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

test('DOSSIER_SHEETS are the names of its sheets', () => {
  expect(dossierSheets(scanned).map(({ name }) => name)).toEqual(DOSSIER_SHEETS);
  expect(dossierSheets(movement).map(({ name }) => name)).toEqual(DOSSIER_SHEETS.filter((_, at) => at !== 1));
});

describe.each(HOSTS)('a dossier over %s', (_, open) => {
  const start = (bytes?: Uint8Array) => startDossier(open, bytes);

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
    const done = sure(await pane.reviewDossier());
    expect(done.workspace.faults).toEqual([]);
    expect(held.marked('Tiêu chí', row, column)).toBeUndefined();
    expect(criteriaSetFor(done.workspace.movement!, audience.kind, PERIOD)!.criteria[0]!.rule).toEqual({
      ...{ kind: 'council-graded', by: 'council', words: 'chấm theo cảm tính' },
    });
    const words = expect.stringMatching(`^Cách chấm của tiêu chí ${first!.code} giữ nguyên lời kế hoạch`);
    expect(done.workspace.dossier?.toCheck).toContainEqual(
      expect.objectContaining({ kind: 'question', message: words }),
    );
    // No words at all say nothing.
    await held.type('Tiêu chí', row, column, '');
    const { workspace, message } = sure(await pane.reviewDossier());
    expect(message).toMatch(/^Hồ sơ có \d+ chỗ cần sửa/);
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
    const toCheck = workspace.dossier!.toCheck;
    expect(toCheck.every(({ kind }) => kind === 'question')).toBe(true);
    for (const [sheet, words] of [
      ['Phong trào', /hợp thành xã Đại Từ, .*cần cán bộ xác nhận\. Nếu đúng: nhận phong trào về “xã Đại Từ”/],
      ['Phong trào', /Còn ghi “huyện Đại Từ”.* Để trống ô này\.$/],
      ['Phong trào', /Còn ghi “UBND huyện Đại Từ”.* Ghi “UBND tỉnh Thái Nguyên” hoặc/],
      ['Định mức khen', /20 % nhưng không nói của số nào\. Chọn ở cột “Tính trên”/],
      ['Lịch', /Kế hoạch không ghi ngày: “cuối năm”\. .*“Ngày xã ấn định”/],
      ['Lưu ý', /Kế hoạch không nêu rõ đối tượng thi đua\. Xong thì xóa dòng này/],
    ] as const)
      expect(toCheck).toContainEqual(
        expect.objectContaining({
          ...{ kind: 'question', sheet },
          ...{ cell: expect.stringMatching(/^[A-Z]+\d+$/), message: expect.stringMatching(words) },
        }),
      );
    const { message } = sure(await pane.reviewDossier());
    expect(message).toBe(`Hồ sơ dùng được, còn ${toCheck.length} chỗ cần xác nhận.`);
    const { row } = placeOf(await book(), 'Phong trào', 'Huyện (kế hoạch trước 01/7/2025)');
    expect(held.marked('Phong trào', row, 1)).toBe('warning');
    await held.type('Phong trào', row, 1, '');
    const answered = sure(await pane.reviewDossier());
    expect(held.marked('Phong trào', row, 1)).toBeUndefined();
    expect(answered.workspace.dossier?.toCheck).toHaveLength(toCheck.length - 1);
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
      return all.map((item) => (item.ok ? null : item.refusal));
    };
    const refused = await binding();
    expect(refused.map((refusal) => refusal?.code)).toEqual(Array(5).fill('scan-unconfirmed'));
    expect(refused.at(-1)?.message).toBe(
      'Chưa chốt kết quả được vì còn 1 con số đọc từ bản quét chưa xác nhận: so từng số với ảnh ở trang “Số từ bản quét” của hồ sơ phong trào rồi ghi Có ở cột “Đã xác nhận”.',
    );
    const { bytes } = sure(await pane.makeFile('results', quiet));
    expect(allText(bytes)).toContain('TẠM TÍNH: còn 1 con số đọc từ bản quét chưa xác nhận');
    await held.type('Số từ bản quét', 3, 5, 'Có');
    expect((await binding()).map((refusal) => refusal?.code ?? null)).toEqual([null, null, 'nobody', null, null]);
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
