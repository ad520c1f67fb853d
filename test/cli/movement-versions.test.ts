/**
 * A criteria set in use is frozen: later changes are described in words and in points, get the next number, and a form
 * of the previous version is never scored silently.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Movement } from '../../core/movement/movement.ts';
import { versionWords } from '../../core/movement/set-version.ts';
import { findMovement } from '../../core/movements/index.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';
import { scoreDocument } from './document.ts';

const IN_USE = findMovement('luc-ba-2024')!;
const setOf = ({ criteriaSets }: Movement) => criteriaSets.find(({ audience }) => audience === 'village')!;
const OLD = setOf(IN_USE);
const GONE = OLD.criteria.at(-1)!;
const EDITED: Movement = {
  ...IN_USE,
  criteriaSets: IN_USE.criteriaSets.map((criteriaSet) =>
    criteriaSet === OLD ? { ...criteriaSet, criteria: criteriaSet.criteria.slice(0, -1) } : criteriaSet,
  ),
};
const folder = newFolder();
const run = (...args: readonly string[]) => {
  const { code, stdout, stderr } = runCli(folder, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

beforeAll(() => {
  write(folder, 'dang-dung.json', JSON.stringify(IN_USE));
  write(folder, 'da-sua.json', JSON.stringify(EDITED));
  for (const [unit, seed] of [
    ['Xóm A', 1],
    ['Xóm B', 2],
  ] as const)
    writeReport(join(folder, 'bao-cao'), `${unit}.xlsx`, 'form', filled(IN_USE, 'village', unit, seed));
});

describe('movement diff', () => {
  it('tells what differs, and whose points that moves', () => {
    const text = run('movement', 'diff', 'dang-dung.json', 'da-sua.json', 'bao-cao', '--period', '2025');
    expect(text).toMatch(new RegExp(`^Tiêu chí ${GONE.code} .*: bỏ\\.$`, 'm'));
    expect(text).toMatch(/^2 đơn vị đổi điểm hoặc hạng:$/m);
    expect(text).toMatch(/^- Xóm A \(.+\): [\d,]+ điểm \([\d,]+ %\), hạng \d → [\d,]+ điểm/m);
    const { moves, before, after } = JSON.parse(
      run('movement', 'diff', 'dang-dung.json', 'da-sua.json', 'bao-cao', '--period', '2025', '--json'),
    );
    expect(moves.map(({ unit }: { unit: string }) => unit).sort()).toEqual(['Xóm A', 'Xóm B']);
    expect([before, after].map((sets) => sets.length)).toEqual([
      IN_USE.criteriaSets.length,
      IN_USE.criteriaSets.length,
    ]);
    expect(run('movement', 'diff', 'dang-dung.json', 'dang-dung.json', 'bao-cao', '--period', '2025')).toBe(
      'Hai hồ sơ như nhau.\n\nKhông đơn vị nào đổi điểm hay hạng.\n',
    );
  });
});

describe('movement version', () => {
  it('writes the changed set as version 2, the others as they are', () => {
    const text = run('movement', 'version', 'dang-dung.json', 'da-sua.json', '-o', 'hai.json');
    const made = JSON.parse(readFileSync(join(folder, 'hai.json'), 'utf8')) as Movement;
    const now = setOf(made);
    expect(now.version).toBe(OLD.version.replace(/1$/, '2'));
    expect(made.criteriaSets.filter((criteriaSet) => criteriaSet !== now)).toEqual(
      IN_USE.criteriaSets.filter((criteriaSet) => criteriaSet !== OLD),
    );
    expect(text).toContain(`${versionWords(OLD)} → ${versionWords(now)}.`);
  });
});

describe('a score', () => {
  const scored = (movement: string, out: string) =>
    scoreDocument.parse(
      JSON.parse(run('score', 'bao-cao', '--movement', movement, '--period', '2025', '-o', out, '--json')),
    );

  it('says its version in JSON, on screen, in the scored copy and in the council’s workbook', () => {
    const { reports, sets } = scored('dang-dung.json', 'kq-1');
    expect(sets).toEqual([{ audience: expect.any(String), version: versionWords(OLD) }]);
    expect(reports.map(({ score }) => score.version)).toEqual([versionWords(OLD), versionWords(OLD)]);
    expect(reports.flatMap(({ flags }) => flags.map(({ code }) => code))).not.toContain('other-form-version');
    const textOf = (file: string, sheet: string) => {
      const book = readBook(readFileSync(join(folder, 'kq-1', file)));
      if (!book.ok) throw new Error(book.refusal.message);
      const rows = book.value.sheets.find(({ name }) => name === sheet)!.rows;
      return [...rows.values()].flatMap((cells) => cells.map(({ value }) => String(value))).join('\n');
    };
    for (const sheet of ['Tổng hợp', 'Xếp hạng']) expect(textOf('council.xlsx', sheet)).toContain(versionWords(OLD));
    expect(textOf('Xóm A.xlsx', 'Xếp hạng')).toContain(versionWords(OLD));
    expect(run('check', 'bao-cao', '--movement', 'dang-dung.json')).toContain(versionWords(OLD));
  });

  it('by another version than the form’s is flagged, at the form’s line', () => {
    const { reports } = scored('hai.json', 'kq-2');
    const flags = reports.map(({ flags: of }) => of.find(({ code }) => code === 'other-form-version'));
    for (const flag of flags)
      expect(flag).toMatchObject({
        severity: 'warning',
        cell: expect.stringMatching(/^A\d+$/),
        message: expect.stringMatching(
          /^Biểu mẫu theo phiên bản 1 \([0-9a-f]{8}\), bộ tiêu chí đang chấm là phiên bản 2 \([0-9a-f]{8}\)\.$/,
        ),
      });
    expect(flags).toHaveLength(2);
  });
});

describe('extract --amends', () => {
  const head = (number: string, title: string) =>
    `UBND XÃ SUỐI NGÀN\nSố: ${number}/KH-UBND\nSuối Ngàn, ngày 06 tháng 7 năm 2026\nKẾ HOẠCH\n${title}\n`;

  it('makes the next version of a dossier, and says what it does not take over', () => {
    const plan = `${head('12', 'Phát động phong trào thi đua chuyển đổi số năm 2026')}I. MỤC ĐÍCH\nPhục vụ người dân tốt hơn.\nII. CHỈ TIÊU\n1. Tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên.\n2. Ít nhất 40% hộ có mã QR.\nIII. THỜI GIAN\nCác thôn nộp báo cáo trước ngày 30/10/2026.\n`;
    const amending = `${head('88', 'Điều chỉnh Kế hoạch số 12/KH-UBND phát động phong trào thi đua năm 2026')}1. Điều chỉnh tại mục II\n1.1. Khoản 1 mục II “Tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên” điều chỉnh thành “Tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên”.\n1.2. Bỏ khoản 2 (về 40% hộ có mã QR). Bỏ khoản 7.\n2. Sửa đổi mục III như sau: “Các thôn nộp báo cáo trước ngày 15/11/2026.”\n`;
    write(folder, 'ke-hoach.txt', plan);
    write(folder, 'sua-doi.txt', amending);
    run('extract', 'ke-hoach.txt', '-o', 'ho-so.xlsx');
    const text = run('extract', 'sua-doi.txt', '--amends', 'ho-so.xlsx', '-o', 'ho-so-2.xlsx');
    expect(text).toMatch(/^Chỉ tiêu CT01 .*: Mức: 85 → 75\.$/m);
    expect(text).toMatch(/^Chỉ tiêu CT02 .*mã QR.*: bỏ\.$/m);
    expect(text).toMatch(/^Kế hoạch bỏ mục II\.7, hồ sơ không có chỉ tiêu nào của mục ấy/m);
    expect(text).toMatch(/^Lịch của hồ sơ giữ như cũ, hãy sửa ở trang “Lịch”: “.*15\/11\/2026.*”\.$/m);
    expect(readBook(readFileSync(join(folder, 'ho-so-2.xlsx'))).ok).toBe(true);
  });
});
