/**
 * `movement`, and a dossier wherever a movement can be passed: nothing is lost on the way through the workbook, faults
 * are reported at their cells.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { findMovement } from '../../core/movements/index.ts';
import { greyPng } from '../../core/plan/file/scan/png.ts';
import type { RegisterUnit } from '../../core/report/register.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';
import { checkDocument, scoreDocument } from './document.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const folder = newFolder();
const told = (args: readonly string[]) => {
  const { code, stdout, stderr } = runCli(folder, args);
  return { code, stdout, stderr };
};
const movementIn = (file: string) => {
  const book = readBook(readFileSync(join(folder, file)));
  const read = book.ok && readDossier(book.value);
  if (read === false || !read.ok) throw new Error('no dossier');
  return read.value.movement;
};

beforeAll(() => {
  expect(told(['movement', 'copy', TA_MA.id, '-o', 'ho-so.xlsx'])).toMatchObject({ code: 0, stderr: '' });
});

describe('movement copy', () => {
  it('writes the dossier, and gives the same movement as JSON', () => {
    expect(movementIn('ho-so.xlsx')).toEqual(TA_MA);
    expect(told(['movement', 'copy', 'ho-so.xlsx', '-o', 'ho-so.json']).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'ho-so.json'), 'utf8'))).toEqual(TA_MA);
  });

  it('moves last year’s movement to this year, taken over by a merged commune', () => {
    const args = [
      'movement',
      'copy',
      'tan-linh-2025',
      '-o',
      'phu-lac.xlsx',
      '--year',
      '2026',
      '--commune',
      'xã Phú Lạc',
    ];
    const more = ['--from', 'xã Tân Linh', '--from', 'xã Phục Linh', '--from', 'xã Phú Lạc', '--since', '01/07/2025'];
    expect(told([...args, '--province', 'tỉnh Thái Nguyên', ...more]).code).toBe(0);
    const copy = movementIn('phu-lac.xlsx');
    expect(copy).toMatchObject({
      id: 'phu-lac-2026',
      issuer: { commune: 'xã Phú Lạc', district: null, province: 'tỉnh Thái Nguyên' },
      predecessors: ['xã Tân Linh', 'xã Phục Linh', 'xã Phú Lạc'],
      validFrom: '2025-07-01',
      plan: { number: null, date: null },
    });
    expect(copy.period.to).toBe('2026-12-31');
    expect(JSON.stringify(copy.calendar.map(({ to }) => to))).not.toMatch(/huyện/i);
    expect(JSON.stringify(copy.criteriaSets.map(({ title }) => title))).not.toMatch(/2025/);
    const source = findMovement('tan-linh-2025')!;
    expect(copy.targets.map(({ text }) => text)).toEqual(source.targets.map(({ text }) => text));
  });
});

describe('movement new', () => {
  it('makes a sound dossier without a plan, with nothing attributed to a plan', () => {
    const args = ['movement', 'new', '--commune', 'xã Phú Xuân', '--province', 'tỉnh Thái Nguyên', '--year', '2026'];
    expect(told([...args, '-o', 'moi.xlsx'])).toMatchObject({ code: 0, stderr: '' });
    expect(told(['movement', 'check', 'moi.xlsx', '--strict'])).toMatchObject({ code: 0 });
    const made = movementIn('moi.xlsx');
    expect(made).toMatchObject({
      id: 'phu-xuan-2026',
      issuer: { commune: 'xã Phú Xuân', province: 'tỉnh Thái Nguyên' },
    });
    expect(made.targets).toEqual([]);
    expect(made.criteriaSets.every((set) => set.proposed && set.criteria.every(({ proposed }) => proposed))).toBe(true);
    expect(told(args)).toMatchObject({ code: 2, stderr: expect.stringMatching(/Thiếu tệp ghi ra/) });
  });
});

describe('movement check', () => {
  it('finds nothing to put right in a dossier as written', () => {
    expect(told(['movement', 'check', 'ho-so.xlsx', '--strict'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/không có chỗ nào/),
    });
  });

  /** The dossier with this text in the column of its first criterion. */
  function typed(file: string, column: string, text: string): void {
    const bytes = readFileSync(join(folder, 'ho-so.xlsx'));
    const book = readBook(bytes);
    if (!book.ok) throw new Error();
    const sheet = book.value.sheets.find(({ name }) => name === 'Tiêu chí')!;
    const head = sheet.rows.get(2)!.find(({ value }) => value === column)!;
    const row = [...sheet.rows].find(([at, cells]) => at > 2 && cells[0]?.value === 'Tiêu chí')![0];
    const value = { kind: 'text' as const, text };
    const patched = patchBook(bytes, [{ kind: 'write', sheet: 'Tiêu chí', row, column: head.column, value }]);
    if (!patched.ok) throw new Error();
    write(folder, file, patched.value.bytes);
  }

  it('tells each fault at its cell, and notes it there', () => {
    typed('loi.xlsx', 'Điểm tối đa', 'mười');
    const { stdout, code } = told(['movement', 'check', 'loi.xlsx', '--strict', '-o', 'loi-ghi-chu.xlsx']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Trang “Tiêu chí”, ô [A-Z]+\d+: Cột “Điểm tối đa”: Ghi số điểm/m);
    // That the points then make no 100 only follows from it.
    expect(stdout).not.toMatch(/^Trang “Bộ tiêu chí”/m);
    expect(stdout).toContain('1 chỗ cần sửa.');
    expect(readBook(readFileSync(join(folder, 'loi-ghi-chu.xlsx'))).ok).toBe(true);
    const run = told(['template', 'loi.xlsx', '--audience', 'school', '--period', '2025', '-o', 'mau.xlsx']);
    expect(run).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Hồ sơ phong trào "loi.xlsx": Trang “Tiêu chí”/),
    });
  });

  it('keeps a way of scoring that it does not understand for the council, and asks about it', () => {
    typed('giu-loi.xlsx', 'Cách chấm', 'chấm linh hoạt');
    const { stdout, code } = told(['movement', 'check', 'giu-loi.xlsx', '--strict']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/không có chỗ nào cần sửa/);
    expect(stdout).toMatch(/giữ nguyên lời kế hoạch/);
    const rules = movementIn('giu-loi.xlsx').criteriaSets.flatMap(({ criteria }) => criteria.map(({ rule }) => rule));
    expect(rules.filter((rule) => 'words' in rule)).toEqual([
      { kind: 'council-graded', by: 'council', words: 'chấm linh hoạt' },
    ]);
  });
});

describe('the dossier as --movement', () => {
  it('scores as the movement it was made of', () => {
    for (const [unit, seed] of [
      ['Bản A', 1],
      ['Bản B', 2],
    ] as const)
      writeReport(join(folder, 'bao-cao'), `${unit}.xlsx`, 'form', filled(TA_MA, 'village', unit, seed));
    const scored = (movement: string, out: string) => {
      const { stdout, stderr } = told(['score', 'bao-cao', '--movement', movement, '-o', out, '--json']);
      expect(stderr).toBe('');
      return scoreDocument.parse(JSON.parse(stdout));
    };
    const own = scored('ho-so.xlsx', 'kq-1');
    expect(own.ranking).toHaveLength(2);
    expect(own).toEqual(scored(TA_MA.id, 'kq-2'));
  });

  it('is no report when it lies among the reports', () => {
    write(folder, 'bao-cao/ho-so.xlsx', readFileSync(join(folder, 'ho-so.xlsx')));
    const { stdout } = told(['check', 'bao-cao', '--movement', TA_MA.id, '--json']);
    expect(checkDocument.parse(JSON.parse(stdout)).reports).toHaveLength(2);
  });
});

it('says of a dossier as JSON how many pictures of the scan it does without', () => {
  const row = { usedIn: 'Chỉ tiêu CT01', read: '80%', again: '', doubtful: false, confirmed: true };
  const scanned = [{ ...row, code: 'Q01', page: 1, line: 'đạt 80% số hộ' }];
  const png = greyPng({ width: 8, height: 4, data: new Uint8Array(32).fill(200) });
  const pictures = new Map([['Q01', { png, width: 8, height: 4 }]]);
  write(folder, 'ban-quet.xlsx', dossierBook({ ...TA_MA, scanned }, [], pictures));
  expect(told(['movement', 'copy', 'ban-quet.xlsx', '-o', 'ban-quet.json'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Tệp .json không có 1 ảnh của số từ bản quét: cần ảnh thì ghi ra tệp .xlsx.'),
  });
  expect(told(['movement', 'copy', 'ho-so.xlsx', '-o', 'khong-anh.json']).stdout).not.toContain('ảnh');
});

describe('the units of the dossier', () => {
  const unit = (name: string, more: Partial<RegisterUnit> = {}): RegisterUnit => ({
    name,
    otherNames: [],
    audience: 'village',
    registered: true,
    received: null,
    women: null,
    facts: [],
    awards: [],
    portalCode: null,
    ...more,
  });
  const checked = (...more: readonly string[]) => {
    const { stdout, stderr } = told(['check', 'rieng', '--movement', 'co-don-vi.xlsx', '--json', ...more]);
    expect(stderr).toBe('');
    const { flags, notes, reports } = checkDocument.parse(JSON.parse(stdout));
    return { missing: flags.map(({ code, unit }) => [code, unit]), notes, units: reports.map(({ unit: of }) => of) };
  };

  beforeAll(() => {
    write(folder, 'co-don-vi.xlsx', dossierBook(TA_MA, [unit('Bản A', { otherNames: ['Bản A cũ'] }), unit('Bản B')]));
    writeReport(join(folder, 'rieng'), 'a.xlsx', 'form', filled(TA_MA, 'village', 'Bản A cũ', 1));
  });

  it('are the register when --units is absent, with a note', () => {
    expect(checked()).toEqual({
      missing: [['missing-report', 'Bản B']],
      units: ['Bản A'],
      notes: [{ file: 'co-don-vi.xlsx', reason: 'Danh sách đơn vị lấy từ trang “Đơn vị” của hồ sơ (2 đơn vị).' }],
    });
  });

  it('give way to the list of --units, with the differences in a note', () => {
    write(folder, 'don-vi.csv', 'Tên đơn vị,Đối tượng,Đăng ký\nBản A cũ,Bản,Không\nBản C,Bản,Có\n');
    const { missing, notes } = checked('--units', 'don-vi.csv');
    expect(missing).toEqual([['missing-report', 'Bản C']]);
    expect(notes).toEqual([
      {
        file: 'don-vi.csv',
        reason:
          'Dùng danh sách đơn vị này; so với trang “Đơn vị” của hồ sơ thì thêm Bản C; không có Bản B; ghi khác Bản A cũ (Tên đơn vị, Tên gọi khác, Đăng ký).',
      },
    ]);
    write(folder, 'nhu-vay.csv', 'Tên đơn vị,Tên gọi khác,Đối tượng\nBản A,Bản A cũ,Bản\nBản B,,Bản\n');
    expect(checked('--units', 'nhu-vay.csv').notes).toEqual([]);
  });

  it('go with the dossier as JSON too, and back', () => {
    const units = [
      unit('Bản A', { otherNames: ['Bản A cũ'], registeredOn: '2025-02-01', awards: ['Giấy khen 2024'], women: 62.5 }),
      unit('Bản B', { registered: false, reportsAsked: 4, reportsInTime: 3 }),
    ];
    const path = write(folder, 'day-du.xlsx', dossierBook(TA_MA, units));
    expect(told(['movement', 'copy', 'day-du.xlsx', '-o', 'day-du.json'])).toMatchObject({ code: 0, stderr: '' });
    expect(told(['movement', 'copy', 'day-du.json', '-o', 'tro-lai.xlsx'])).toMatchObject({ code: 0, stderr: '' });
    const [before, after] = [path, join(folder, 'tro-lai.xlsx')].map((file) => {
      const book = readBook(readFileSync(file));
      const read = book.ok ? readDossier(book.value) : null;
      return read?.ok ? [read.value.units, read.value.movement, read.value.faults] : null;
    });
    expect(before).toEqual([units, TA_MA, []]);
    expect(after).toEqual(before);
    const stray = { ...TA_MA, units: [unit('Tổ 3', { audience: 'to-dan-pho' })] };
    write(folder, 'la.json', JSON.stringify(stray));
    expect(told(['movement', 'check', 'la.json'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('không có đối tượng "to-dan-pho" của đơn vị "Tổ 3"'),
    });
  });

  it('lose only the row that cannot be understood', () => {
    const book = readBook(dossierBook(TA_MA, [unit('Bản A'), unit('Bản B'), unit('Bản C')]));
    if (!book.ok) throw new Error();
    const at = [...book.value.sheets.find(({ name }) => name === 'Đơn vị')!.rows].find(([, cells]) =>
      cells.some(({ value }) => value === 'Bản B'),
    )![0];
    const text = { kind: 'text' as const, text: 'Phường hội' };
    const patched = patchBook(dossierBook(TA_MA, [unit('Bản A'), unit('Bản B'), unit('Bản C')]), [
      { kind: 'write', sheet: 'Đơn vị', row: at, column: 2, value: text },
    ]);
    if (!patched.ok) throw new Error();
    const read = readBook(patched.value.bytes);
    const dossier = read.ok && readDossier(read.value);
    if (dossier === false || !dossier.ok) throw new Error();
    expect(dossier.value.units?.map(({ name }) => name)).toEqual(['Bản A', 'Bản C']);
    expect(dossier.value.faults).toMatchObject([
      { sheet: 'Đơn vị', cell: `A${at + 1}`, message: expect.stringMatching(/^đối tượng "Phường hội" không có/) },
    ]);
  });
});
