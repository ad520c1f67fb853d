/**
 * From a commune's own plan to a ranking on the command line, as an officer does it: the plan's text → the dossier → a
 * form for each unit → the forms filled in → points and ranks. Three plans of communes after the merger, each in its
 * province's habits; no JSON is involved. A commune among them takes over the units of the three communes it was joined
 * from.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../core/base/period/period.ts';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { reportTemplate } from '../../core/form/template.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { RegisterUnit } from '../../core/report/register.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { NewCell } from '../../core/sheet/workbook/port.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { formSheet } from '../fixtures/form-sheet.ts';
import { newFolder, runCli, write, writeReport } from './command-line.ts';

const PLANS = join(import.meta.dirname, '../fixtures/plans');
interface Case {
  readonly plan: string;
  readonly period: string;
  readonly units: Readonly<Record<string, readonly string[]>>;
}
const CASES: readonly Case[] = [
  {
    plan: 'trung-khanh-2026',
    period: '2026',
    units: { Xóm: ['Xóm Nà Rị', 'Xóm Bản Viết'], 'Trường học': ['Trường THCS Trung Khánh'] },
  },
  {
    plan: 'dam-doi-2025',
    period: '2025',
    units: { Ấp: ['Ấp Tân Hồng', 'Ấp Tân Lợi'], 'Cơ quan, đơn vị': ['Phòng Văn hóa - Xã hội'] },
  },
  {
    plan: 'lang-biang-2026',
    period: '2026',
    units: { 'Tổ dân phố': ['Tổ dân phố 1', 'Tổ dân phố 2'], 'Trường học': ['Trường Tiểu học Lang Biang'] },
  },
];

function dossierIn(path: string): Movement {
  const book = readBook(readFileSync(path));
  const read = book.ok && readDossier(book.value);
  if (read === false || !read.ok) throw new Error('no dossier');
  expect(read.value.faults).toEqual([]);
  return read.value.movement;
}

const key = ({ row, column }: NewCell) => `${row}/${column}`;

/** Types a correct report into the very file that was sent out. */
function fill(path: string, movement: Movement, audience: string, unit: string, period: Period, seed: number): void {
  const set = criteriaSetFor(movement, audience, period)!;
  const date = `${period.year}-10-28`;
  const filled = formSheet(correctReport(set, movement, unit, seed, { period, date })).sheet;
  const empty = new Map(
    reportTemplate({ movement, set, audience, period, unit }).cells.map((cell) => [key(cell), cell]),
  );
  const typed = filled.cells.filter(
    (cell) => JSON.stringify(cell.value) !== JSON.stringify(empty.get(key(cell))?.value),
  );
  expect(typed.length).toBeGreaterThan(5);
  const actions = typed.map(({ row, column, value }) => ({
    kind: 'write' as const,
    sheet: filled.name,
    row,
    column,
    value,
  }));
  const patched = patchBook(readFileSync(path), actions);
  if (!patched.ok || patched.value.refused.length > 0) throw new Error('form cannot be filled');
  write(path, '', patched.value.bytes);
}

describe.each(CASES)('the plan $plan', ({ plan, period, units }) => {
  const folder = newFolder();
  const names = Object.values(units).flat();
  const year: Period = { kind: 'year', year: Number(period) };

  it('becomes a dossier that stands the check, forms, and a ranking', () => {
    write(folder, 'ke-hoach.txt', readFileSync(join(PLANS, `${plan}.txt`)));
    const extracted = runCli(folder, ['extract', 'ke-hoach.txt', '-o', 'ho-so.xlsx']);
    expect([extracted.code, extracted.stderr]).toEqual([0, '']);
    expect(extracted.stdout).toMatch(/Đã ghi hồ sơ phong trào vào ho-so\.xlsx\nĐề xuất \d+ bộ tiêu chí/);
    expect(runCli(folder, ['movement', 'check', 'ho-so.xlsx', '--strict'])).toMatchObject({ code: 0 });

    const list = Object.entries(units).flatMap(([audience, of]) => of.map((name) => `${name};${audience};Có`));
    write(folder, 'don-vi.csv', ['Tên đơn vị;Đối tượng;Đăng ký', ...list].join('\n'));
    const forms = runCli(folder, ['template', 'ho-so.xlsx', '--units', 'don-vi.csv', '--out', 'bieu-mau']);
    expect([forms.code, forms.stderr]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'bieu-mau')).sort()).toEqual(names.map((name) => `${name}.xlsx`).sort());

    const movement = dossierIn(join(folder, 'ho-so.xlsx'));
    Object.entries(units).forEach(([audience, of]) => {
      const kind = movement.audiences.find(({ name }) => name === audience)!.kind;
      of.forEach((name, at) => {
        fill(join(folder, 'bieu-mau', `${name}.xlsx`), movement, kind, name, year, at + 1);
      });
    });
    const options = ['--movement', 'ho-so.xlsx', '--units', 'don-vi.csv'];
    const scored = runCli(folder, ['score', 'bieu-mau', ...options, '-o', 'ket-qua', '--json']);
    expect([scored.code, scored.stderr]).toEqual([0, '']);
    const { reports, ranking, unreadable } = JSON.parse(scored.stdout);
    expect(unreadable).toEqual([]);
    expect(reports.map(({ unit }: { unit: string }) => unit).sort()).toEqual([...names].sort());
    expect(
      reports.flatMap(({ flags }: { flags: { severity: string }[] }) =>
        flags.filter(({ severity }) => severity === 'error'),
      ),
    ).toEqual([]);
    expect(ranking).toHaveLength(names.length);
    expect(readdirSync(join(folder, 'ket-qua'))).toContain('council.xlsx');
  });
});

describe('the commune joined of three', () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  const YEAR: Period = { kind: 'year', year: 2025 };
  const OLD: readonly (readonly [commune: string, units: readonly string[]])[] = [
    ['thị trấn Đầm Dơi', ['Ấp 1', 'Ấp Tân Hồng']],
    ['xã Tân Duyệt', ['Ấp 1', 'Ấp Đồng Tâm']],
    ['xã Tân Dân', ['Ấp 1', 'Ấp Tân Lợi']],
  ];
  const NOW = ['Ấp 1 (thị trấn Đầm Dơi)', 'Ấp Tân Hồng', 'Ấp Tân Tiến', 'Ấp Đồng Tâm', 'Ấp Tân Dân', 'Ấp Tân Lợi'];
  /** An award of another year does not stand in the way, an award of the same year does. */
  const AWARDED = ['Giấy khen của Chủ tịch UBND xã 2024', 'Giấy khen của Chủ tịch UBND tỉnh 2025'];
  const read = { audience: '' };

  it('takes over the units of the three dossiers into that of its new plan', () => {
    write(folder, 'ke-hoach.txt', readFileSync(join(PLANS, 'dam-doi-2025.txt')));
    expect(runCli(folder, ['extract', 'ke-hoach.txt', '-o', 'ho-so.xlsx']).code).toBe(0);
    const movement = dossierIn(at('ho-so.xlsx'));
    read.audience = movement.audiences.find(({ name }) => name === 'Ấp')!.kind;
    const unit = (name: string, awards: string[]): RegisterUnit => ({
      ...{ name, otherNames: [], audience: read.audience, registered: true, received: '2024-11-20', women: null },
      ...{ facts: [], awards, portalCode: null },
    });
    const reports = OLD.flatMap(([commune, units], index) => {
      const issuer = { ...movement.issuer, commune };
      const listed = units.map((name) => unit(name, commune === 'xã Tân Duyệt' && name === 'Ấp 1' ? AWARDED : []));
      write(folder, `cu-${index}.xlsx`, dossierBook({ ...movement, id: `cu-${index}`, issuer }, listed));
      return ['--from', `cu-${index}.xlsx`];
    });
    const copy = ['movement', 'copy', 'ho-so.xlsx', '--commune', 'xã Đầm Dơi', '--since', '01/07/2025', ...reports];
    const copied = runCli(folder, [...copy, '-o', 'moi.xlsx']);
    expect([copied.code, copied.stderr]).toEqual([0, '']);
    expect(copied.stdout).toContain('“Ấp 1” có ở thị trấn Đầm Dơi, xã Tân Duyệt, xã Tân Dân: tạm ghi riêng');
    const joined = dossierIn(at('moi.xlsx'));
    expect(joined).toMatchObject({ validFrom: '2025-07-01', plan: { number: '118/KH-UBND', date: '2025-08-28' } });
    expect([...joined.predecessors!].sort()).toEqual(OLD.map(([commune]) => commune).sort());
  });

  it('finds their history under the names they bear now', () => {
    // Two get a name of their own, and all are registered anew.
    const typed = NOW.flatMap((name, index) =>
      [name, 'Có'].map((text, which) => ({
        ...{ kind: 'write' as const, sheet: 'Đơn vị', row: 3 + index, column: which === 0 ? 0 : 3 },
        value: { kind: 'text' as const, text },
      })),
    );
    const named = patchBook(readFileSync(at('moi.xlsx')), typed);
    if (!named.ok) throw new Error(named.refusal.message);
    write(folder, 'dam-doi.xlsx', named.value.bytes);
    const movement = dossierIn(at('dam-doi.xlsx'));
    expect(runCli(folder, ['template', 'dam-doi.xlsx', '--out', 'bieu-mau'])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(at('bieu-mau')).sort()).toEqual(NOW.map((name) => `${name}.xlsx`).sort());
    NOW.forEach((name, index) => {
      fill(join(folder, 'bieu-mau', `${name}.xlsx`), movement, read.audience, name, YEAR, index + 1);
    });

    const set = criteriaSetFor(movement, read.audience, YEAR)!;
    const before = correctReport(set, movement, 'Ấp 1 xã Tân Duyệt', 9, { period: { kind: 'year', year: 2024 } });
    const rows = new Map([...before.rows].map(([code, row]) => [code, row.b === undefined ? row : { ...row, a: 1 }]));
    writeReport(at('nam-truoc'), 'Ấp 1.xlsx', 'form', { ...before, rows });
    const options = ['--movement', 'dam-doi.xlsx', '--previous', 'nam-truoc', '--period', '2025', '--json'];
    const scored = runCli(folder, ['score', 'bieu-mau', ...options, '-o', 'ket-qua']);
    expect(scored.code).toBe(0);
    const { reports, awards } = JSON.parse(scored.stdout);
    type Report = { unit: string; flags: { code: string }[] };
    const sudden = (reports as Report[]).filter(({ flags }) => flags.some(({ code }) => code === 'sudden-change'));
    expect(sudden.map(({ unit }) => unit)).toEqual(['Ấp Tân Tiến']);
    type Award = { unit: string; state: string; reason: string };
    const passedOver = (awards as Award[]).filter(({ reason }) => reason.startsWith('Đã được khen'));
    expect(passedOver.length).toBeGreaterThan(0);
    expect(passedOver.every(({ unit, state }) => unit === 'Ấp Tân Tiến' && state === 'refused')).toBe(true);
  });
});

it('makes no form of a dossier whose criteria cannot be read', () => {
  const folder = newFolder();
  expect(runCli(folder, ['movement', 'copy', 'cat-ne-2024', '-o', 'ho-so.xlsx']).code).toBe(0);
  const bytes = readFileSync(join(folder, 'ho-so.xlsx'));
  const book = readBook(bytes);
  const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Tiêu chí')! : undefined;
  const row = [...sheet!.rows].find(([at, cells]) => at > 2 && cells[0]?.value === 'Tiêu chí')![0];
  const column = sheet!.rows.get(2)!.find(({ value }) => value === 'Điểm tối đa')!.column;
  const patched = patchBook(bytes, [
    { kind: 'write', sheet: 'Tiêu chí', row, column, value: { kind: 'text', text: 'mười' } },
  ]);
  if (!patched.ok) throw new Error();
  write(folder, 'ho-so.xlsx', patched.value.bytes);
  write(folder, 'don-vi.csv', 'Tên đơn vị\nVăn phòng');
  const refused = runCli(folder, ['template', 'ho-so.xlsx', '--units', 'don-vi.csv', '-o', 'bieu-mau']);
  expect(refused).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/chưa tạo biểu mẫu\. Trang “Tiêu chí”, ô [A-Z]+\d+:/),
  });
});
