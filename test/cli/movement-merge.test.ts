/** A commune joined from two takes over their units from their dossiers, and last year's days become questions. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { findMovement } from '../../core/movements/index.ts';
import type { RegisterUnit } from '../../core/report/register.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';
import { checkDocument } from './document.ts';

const LUC_BA = findMovement('luc-ba-2024')!;
const MY_YEN: Movement = { ...LUC_BA, id: 'my-yen-2024', issuer: { ...LUC_BA.issuer, commune: 'xã Mỹ Yên' } };
const folder = newFolder();
const merge = (...args: readonly string[]) => {
  const { code, stdout, stderr } = runCli(folder, args);
  return { code, stdout, stderr };
};
const unit = (name: string, awards: string[] = []): RegisterUnit => ({
  ...{ name, otherNames: [], audience: 'village', registered: true, received: '2024-11-01', women: null },
  ...{ facts: [], awards, portalCode: null },
});

beforeAll(() => {
  write(folder, 'luc-ba.xlsx', dossierBook(LUC_BA, [unit('Xóm 1', ['Giấy khen 2024']), unit('Xóm Đồng')]));
  write(folder, 'my-yen.xlsx', dossierBook(MY_YEN, [unit('Xóm 1'), unit('Xóm La')]));
});

const COPY = ['movement', 'copy', 'luc-ba.xlsx', '--year', '2026', '--commune', 'xã Đại Từ', '--from', 'luc-ba.xlsx'];
const REST = ['--from', 'my-yen.xlsx', '--from', 'xã Khôi Kỳ', '--province', 'tỉnh Thái Nguyên', '-o', 'dai-tu.xlsx'];

describe('movement copy out of several communes', () => {
  it('takes their units, asks about two with the same name, and keeps the question in the dossier', () => {
    const { code, stdout, stderr } = merge(...COPY, ...REST);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^- “Xóm 1” có ở xã Lục Ba, xã Mỹ Yên: tạm ghi riêng/m);
    expect(stdout).toMatch(/^- Số và ngày ban hành của kế hoạch mới để trống/m);
    const book = readBook(readFileSync(join(folder, 'dai-tu.xlsx')));
    const read = book.ok && readDossier(book.value);
    if (read === false || !read.ok) throw new Error('no dossier');
    const { movement, units } = read.value;
    expect(movement.predecessors).toEqual(['xã Khôi Kỳ', 'xã Lục Ba', 'xã Mỹ Yên']);
    expect(units?.map(({ name, received }) => [name, received])).toEqual([
      ['Xóm 1 (xã Lục Ba)', null],
      ['Xóm Đồng', null],
      ['Xóm 1 (xã Mỹ Yên)', null],
      ['Xóm La', null],
    ]);
    expect(units?.[0]?.awards).toEqual(['Giấy khen 2024']);
    const { stdout: checked } = merge('movement', 'check', 'dai-tu.xlsx', '--json');
    const { questions } = JSON.parse(checked) as { questions: { sheet: string; cell: string; message: string }[] };
    const question = questions.find(({ message }) => message.startsWith('“Xóm 1”'));
    expect(question).toMatchObject({ sheet: 'Lưu ý', cell: expect.stringMatching(/^A\d+$/) });
  });

  it('knows a report under the old name', () => {
    writeReport(join(folder, 'bao-cao'), 'a.xlsx', 'form', filled(LUC_BA, 'village', 'Xóm La xã Mỹ Yên', 1));
    writeReport(join(folder, 'bao-cao'), 'b.xlsx', 'form', filled(LUC_BA, 'village', 'Xóm 1', 2));
    const { stdout } = merge('check', 'bao-cao', '--movement', 'dai-tu.xlsx', '--json');
    const { reports } = checkDocument.parse(JSON.parse(stdout));
    expect(reports.map(({ unit: name }) => name)).toEqual(['Xóm La', 'Xóm 1']);
    expect(reports[1]!.flags.map(({ code }) => code)).toContain('unknown-unit');
  });

  it('refuses old communes without a new commune', () => {
    expect(merge('movement', 'copy', 'luc-ba.xlsx', '--from', 'my-yen.xlsx', '-o', 'khong.xlsx')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--commune/),
    });
  });
});
