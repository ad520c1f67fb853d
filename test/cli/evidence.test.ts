/** Files of evidence in a folder or .zip beside the reports: placed, compared, kept once, or named with the reason. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LOG_TITLES } from '../../core/council/log-columns.ts';
import { findMovement } from '../../core/movements/index.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { TEXT } from '../../core/sheets/council/look.ts';
import { tableSheet } from '../../core/sheets/council/table-sheet.ts';
import { evidenceSheet } from '../../core/sheets/evidence-sheet.ts';
import { drawnPdf } from '../fixtures/drawn-pdf.ts';
import { docxOf, paragraph, runs } from '../fixtures/numbered-docx.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const UNITS = ['Bản Nà Tao', 'Bản Hua Sát'];

const jpeg = (text: string) => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...strToU8(text)]);
const letter = (number: string, day: string) =>
  docxOf(
    ['UBND XÃ TA MA', `Số: ${number}`, `Ta Ma, ngày ${day}`, 'BÁO CÁO', 'Kết quả']
      .map((line) => paragraph(runs(line)))
      .join(''),
  );
const pdf = (more = '') => drawnPdf('BT /F 4 Tf 2 50 Td (Anh) Tj ET', [], { page: more });

interface Ran {
  readonly reports: readonly {
    readonly unit: string;
    readonly flags: readonly { readonly code: string; readonly criterion: string; readonly message: string }[];
  }[];
  readonly notReports: readonly { readonly file: string; readonly reason: string }[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  readonly evidence?: readonly {
    readonly file: string;
    readonly unit: string;
    readonly criterion: string;
    readonly kind: string;
    readonly state: string;
    readonly number: string | null;
    readonly hash: string;
  }[];
}

function withReports(): string {
  const folder = newFolder();
  for (const [at, unit] of UNITS.entries())
    writeReport(folder, `bc/${unit}.xlsx`, 'SC-01', filled(TA_MA, 'village', unit, at + 1));
  return folder;
}

function run(folder: string, ...more: readonly string[]): Ran {
  const { stdout, stderr } = runCli(folder, ['score', 'bc', '-o', 'ra', '--movement', TA_MA.id, '--json', ...more]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Ran;
}

const codesOf = ({ reports }: Ran) =>
  reports.flatMap(({ unit, flags }) =>
    flags.filter(({ code }) => code.includes('evidence')).map(({ code, criterion }) => [unit, code, criterion]),
  );

describe('evidence beside the reports', () => {
  it('of a kind that is not taken is named as evidence, not as a report to be sent anew', () => {
    const folder = withReports();
    write(folder, 'bc/Bản Nà Tao/1.1 Ảnh họp.heic', jpeg('họp'));
    write(folder, 'bc/Bản Hua Sát/1.2 Danh sách.csv', 'Họ tên');
    write(folder, 'bc/ghi chép.csv', 'Họ tên');
    const reasons = new Map(run(folder).notReports.map(({ file, reason }) => [file.replace(/^.*\//, ''), reason]));
    expect(reasons.get('1.1 Ảnh họp.heic')).toMatch(/^Tên tệp là minh chứng của Bản Nà Tao, tiêu chí 1\.1, .*\.pdf/);
    expect(reasons.get('1.2 Danh sách.csv')).toMatch(/^Tên tệp là minh chứng của Bản Hua Sát, tiêu chí 1\.2, /);
    expect(reasons.get('ghi chép.csv')).toMatch(/^Là tệp CSV, .*Excel/);
  });

  it('is placed by unit and criterion from folders, names and a .zip, and kept once', () => {
    const folder = withReports();
    write(folder, 'bc/Bản Nà Tao/1.1 Ảnh họp bản.jpg', jpeg('họp'));
    write(folder, 'bc/minh chứng/Ban Na Tao - tieu chi 1.2.pdf', pdf());
    write(
      folder,
      'bc/Bản Hua Sát.zip',
      zipSync({ '1.1, 1.2 Danh sách.docx': letter('9/BC-X', '3 tháng 4 năm 2025'), '2.1 ảnh.png': jpeg('png?') }),
    );
    write(folder, 'bc/Bản Hua Sát/1.1 Ảnh.jpg', jpeg('họp'));
    const ran = run(folder);
    expect(ran.evidence?.map(({ unit, criterion, kind }) => [unit, criterion, kind])).toEqual(
      expect.arrayContaining([
        ['Bản Nà Tao', '1.1', 'picture'],
        ['Bản Nà Tao', '1.2', 'pdf'],
        ['Bản Hua Sát', '1.1', 'word'],
        ['Bản Hua Sát', '1.2', 'word'],
        ['Bản Hua Sát', '1.1', 'picture'],
        ['Bản Hua Sát', '2.1', 'picture'],
      ]),
    );
    expect(ran.notReports).toEqual([]);
    expect(codesOf(ran).filter(([, code]) => code === 'shared-evidence')).toEqual([
      [expect.any(String), 'shared-evidence', '1.1'],
    ]);
    const stored = readdirSync(join(folder, 'ra/minh-chung'));
    expect(stored).toHaveLength(4);
    for (const name of stored)
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, 'ra/minh-chung', name)))
          .digest('hex'),
      ).toBe(name.split('.')[0]);
    const book = readBook(readFileSync(join(folder, 'ra/council.xlsx')));
    if (!book.ok) throw new Error(book.refusal.message);
    expect(book.value.sheets.map(({ name }) => name)).toContain('Minh chứng');
  });

  it('is held against the document the report cites', () => {
    const folder = withReports();
    const { reports } = JSON.parse(runCli(folder, ['check', 'bc', '--movement', TA_MA.id, '--json']).stdout) as {
      reports: { unit: string; entries: { criterion: string; evidence: string[] }[] }[];
    };
    const own =
      reports
        .find(({ unit }) => unit === 'Bản Nà Tao')
        ?.entries.filter(({ evidence }) => /số \d+\/BC-CĐS/.test(evidence[0] ?? '')) ?? [];
    const [same, other] = own;
    const [, number = '', day = '', month = '', year = ''] =
      /số (\S+) ngày (\d+)\/(\d+)\/(\d+)/.exec(same?.evidence[0] ?? '') ?? [];
    write(folder, `bc/Bản Nà Tao/${same?.criterion} báo cáo.docx`, letter(number, `${day} tháng ${month} năm ${year}`));
    write(
      folder,
      `bc/Bản Nà Tao/${other?.criterion} báo cáo.docx`,
      letter('999/BC-CĐS', `${day} tháng ${month} năm ${year}`),
    );
    const ran = run(folder);
    expect(ran.evidence?.find(({ criterion }) => criterion === same?.criterion)?.number).toBe(number);
    expect(codesOf(ran).filter(([, code]) => code === 'evidence-differs')).toEqual([
      ['Bản Nà Tao', 'evidence-differs', other?.criterion],
    ]);
  });

  it('keeps what the council wrote of a file in its workbook', () => {
    const folder = withReports();
    write(folder, 'bc/Bản Nà Tao/1.1 Ảnh.jpg', jpeg('a'));
    const [first] = run(folder).evidence ?? [];
    if (first === undefined) throw new Error('no evidence');
    const { file: name, number, ...rest } = first;
    const seen = { ...rest, name, number, date: null, size: 5, kind: 'picture' as const };
    const doubted = { ...seen, state: 'doubted' as const, who: 'Lò Thị Mai', reason: 'ảnh cũ' };
    const log = tableSheet({
      name: 'Hội đồng',
      title: 'HỘI ĐỒNG',
      subtitle: '',
      table: 'TDS_HoiDong',
      rows: [],
      columns: LOG_TITLES.map((title) => ({ title, width: 10, style: TEXT })),
    });
    const accepted = { ...seen, state: 'given' as const, who: '', reason: '' };
    const list = evidenceSheet([accepted, doubted], '', { commune: 'xã Ta Ma', place: 'Ta Ma' });
    write(folder, 'so.xlsx', newBook([log, list]));
    const ran = run(folder, '--council', 'so.xlsx');
    expect(ran.evidence?.[0]).toMatchObject({ state: 'doubted', reason: 'ảnh cũ', who: 'Lò Thị Mai' });
    expect(codesOf(ran)).toContainEqual(['Bản Nà Tao', 'doubted-evidence', '1.1']);
  });
});

const bomb = () => zipSync({ 'word/document.xml': new Uint8Array(600 * 1024 * 1024) }, { level: 9 });

describe('hostile evidence', () => {
  const HOSTILE: readonly (readonly [name: string, content: () => Uint8Array, reason: RegExp])[] = [
    ['1.1 rỗng.pdf', () => new Uint8Array(0), /Tệp rỗng \(0 byte\)/],
    ['1.1 ảnh giả.pdf', () => jpeg('x'), /ghi \.pdf nhưng nội dung là ảnh/],
    ['1.1 chạy.jpg', () => strToU8('MZ chương trình'), /không thuộc loại nhận được/],
    ['1.1 mã lệnh.pdf', () => pdf('/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>'), /mã lệnh/],
    ['1.1 mã lệnh giấu.pdf', () => pdf('/AA<</O<</S/J#61vaScript/JS(app.alert(1))>>>>'), /mã lệnh/],
    ['1.1 quá lớn.jpg', () => new Uint8Array(20 * 1024 * 1024 + 1).fill(0xff), /lớn hơn 20 MB/],
    [
      '1.1 macro.docx',
      () => zipSync({ 'word/document.xml': strToU8('<w/>'), 'word/vbaProject.bin': strToU8('x') }),
      /macro/,
    ],
    ['1.1 bom.docx', bomb, /quá lớn khi giải nén|nén bất thường/],
  ];

  it('is named with one sentence each, and stops nothing', () => {
    const folder = withReports();
    for (const [name, content] of HOSTILE) write(folder, `bc/Bản Nà Tao/${name}`, content());
    const ran = run(folder);
    const refusals = [...ran.notReports, ...ran.unreadable];
    for (const [name, , reason] of HOSTILE)
      expect(refusals.find(({ file }) => file.endsWith(name))?.reason, name).toMatch(reason);
    for (const { reason } of refusals) expect(reason).toMatch(/^\S.*\.$/);
    expect(ran.reports).toHaveLength(2);
    expect(ran.evidence).toBeUndefined();
  });

  it('leads nowhere by its name', () => {
    const folder = withReports();
    write(folder, 'bc/Bản Nà Tao.zip', zipSync({ '../../../1.1 thoát.jpg': jpeg('a'), '/etc/1.2 gốc.jpg': jpeg('b') }));
    const ran = run(folder);
    expect(ran.evidence?.map(({ file }) => file)).toEqual([
      'Bản Nà Tao.zip/1.1 thoát.jpg',
      'Bản Nà Tao.zip/etc/1.2 gốc.jpg',
    ]);
    expect(readdirSync(join(folder, 'ra/minh-chung')).every((name) => /^[0-9a-f]{64}\.jpg$/.test(name))).toBe(true);
  });
});
