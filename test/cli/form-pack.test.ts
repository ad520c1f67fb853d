/**
 * One file for each unit of the dossier's own list, in one .zip with the messages; periods the movement does not have.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZALO_LENGTH } from '../../core/commune/calendar/messages.ts';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { findMovement } from '../../core/movements/index.ts';
import { readReports } from '../../core/report/read.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { newFolder, runCli, write } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const LUC_BA = findMovement('luc-ba-2024')!;
const unit = (name: string, audience: string) => registerUnitSchema.parse({ name, audience, registered: true });
const UNITS = [
  unit('Bản Nà Đắng', 'village'),
  unit('Trường Tiểu học Ta Ma', 'school'),
  unit('Bản ../../etc/passwd', 'village'),
  unit('CON', 'agency'),
  unit('con', 'village'),
  unit('=HYPERLINK("http://x")', 'agency'),
  unit(`Bản ${'dài '.repeat(28)}`, 'village'),
  unit('Giàng A Páo', 'individual'),
  unit('Hợp tác xã Ta Ma', 'enterprise'),
];

describe('template --zip', () => {
  const folder = newFolder();
  write(folder, 'ho-so.xlsx', dossierBook(TA_MA, UNITS));
  const run = runCli(folder, ['template', 'ho-so.xlsx', '--period', '2025', '--zip', 'bieu.zip']);
  const files = run.code === 0 ? unzipSync(new Uint8Array(readFileSync(join(folder, 'bieu.zip')))) : {};
  const names = Object.keys(files);
  const forms = names.filter((name) => name.endsWith('.xlsx'));

  it('makes a form for each unit the movement scores, and names the others', () => {
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('Đã ghi 8 biểu mẫu kỳ năm 2025') });
    expect(run.stderr).toMatch(/^Chưa tạo biểu mẫu cho một dòng\. Trang “Đơn vị”, ô A12: .*enterprise.*\n$/);
    expect(forms).toHaveLength(8);
    for (const name of names) expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]{1,120}$/u);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.some((name) => /^con\.xlsx$/i.test(name))).toBe(false);
  });

  it('each is the form of the audience the list names, with the name in it', () => {
    const read = forms.map((name) => {
      const book = readBook(files[name]!);
      if (!book.ok) throw new Error(book.refusal.message);
      const { reports } = readReports(book.value, { file: name, movement: TA_MA, period: null });
      expect(reports).toHaveLength(1);
      return `${reports[0]?.audience} ${reports[0]?.unit?.text.slice(0, 40)}`;
    });
    const listed = UNITS.filter(({ audience }) => audience !== 'enterprise');
    expect(read.sort()).toEqual(listed.map(({ audience, name }) => `${audience} ${name.trim().slice(0, 40)}`).sort());
  });

  it('the messages name the unit, its file and the last day in words, and each fits one Zalo message', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(files[names[0]!]!);
    const messages = text.split(/\r\n\r\n/);
    expect(messages).toHaveLength(8);
    expect(messages[0]).toBe(
      '----- Bản Nà Đắng.xlsx -----\r\nKính gửi Bản Nà Đắng: UBND xã Ta Ma gửi biểu tự đánh giá “Bản Nà Đắng.xlsx” ' +
        `(${TA_MA.title}, báo cáo năm 2025). Đề nghị điền vào các ô nền vàng theo hướng dẫn ở đầu biểu, ` +
        'gửi lại đúng tệp .xlsx này về UBND xã Ta Ma chậm nhất hết thứ Ba, ngày 04/11/2025 (mục V.6 của kế hoạch). Trân trọng.',
    );
    for (const message of messages) {
      expect(message.length).toBeLessThan(ZALO_LENGTH);
      expect(message).toContain('chậm nhất hết thứ Ba, ngày 04/11/2025');
    }
  });
});

it('a line too long for a name is refused, and nothing is written', () => {
  const folder = newFolder();
  write(folder, 'don-vi.csv', `Tên đơn vị;Đối tượng\nBản A;Bản\n${'Bản B '.repeat(40)};Bản`);
  const run = runCli(folder, ['template', TA_MA.id, '--period', '2025', '--units', 'don-vi.csv', '--zip', 'm.zip']);
  expect(run).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Dòng “Bản B .* dài hơn 120 ký tự/),
  });
  expect(readdirSync(folder)).toEqual(['don-vi.csv']);
});

it('makes no form of a period the movement does not have', () => {
  const folder = newFolder();
  write(folder, 'ho-so.xlsx', dossierBook(LUC_BA, [unit('Xóm 1', 'village')]));
  const reason = 'Phong trào chỉ đến hết ngày 31/12/2024, nên không có biểu mẫu năm 2026.\n';
  const entry = ['template', 'luc-ba-2024', '--audience', 'household', '--period', '2026', '-o', 'm.xlsx'];
  expect(runCli(folder, entry)).toEqual({ code: 2, stdout: '', stderr: reason });
  const each = ['template', 'ho-so.xlsx', '--period', '2026', '--zip', 'm.zip'];
  expect(runCli(folder, each)).toEqual({ code: 2, stdout: '', stderr: reason });
});
