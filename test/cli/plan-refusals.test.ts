/**
 * A file that cannot be a plan is refused with a sentence that says what to do, of any kind and by any way: nothing
 * hangs, nothing is written.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { pdfPages } from '../../cli/plan/pdf-text.ts';
import { readPlanFile } from '../../core/plan/file/plan-file.ts';
import { planTextOf } from '../../session/plan/plan-text-of.ts';
import { drawnPdf, pdfImage } from '../fixtures/drawn-pdf.ts';
import { newFolder, runCli, write } from './command-line.ts';

const PLANS = join(import.meta.dirname, '../fixtures/plans');
const CHILD = fileURLToPath(new URL('../../dist/cli/pdf-child.js', import.meta.url));
const folder = newFolder();
const TOO_LARGE = new Uint8Array(30 * 1024 * 1024 + 1).fill(0x61);

/** As Word saves a .docx under a password: a compound file with what is in it enciphered. */
function underPassword(): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(300, 7));
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(9_000, 9));
  return new Uint8Array(CFB.write(file, { type: 'array' }) as unknown as ArrayBuffer);
}

const scanned = (pages: number) =>
  drawnPdf('40 0 0 60 0 0 cm /A Do', [pdfImage(1, 1, '/ColorSpace/DeviceGray/BitsPerComponent 8', [0])], { pages });

/** Four million pieces of text in some kilobytes: more than the reader may hold. */
const endless = () => drawnPdf(Buffer.from('BT /F 4 Tf 0 30 Td (a) Tj 0 -20 Td (b) Tj ET\n'.repeat(2_000_000)), []);

/** Over 500,000 letters. */
const LONG = 'Thi đua chuyển đổi số. '.repeat(25_000);

describe('a plan’s file is refused in a sentence', () => {
  it.each([
    ['a .docx with a password', 'mat-khau.docx', underPassword, /có mật khẩu: hãy mở bằng Word, bỏ mật khẩu/],
    ['more than 30 MB', 'lon.docx', () => TOO_LARGE, /quá lớn \(trên 30 MB\)/],
    ['more than 200 pages', 'dai.pdf', () => drawnPdf('', [], { pages: 201 }), /dài hơn 200 trang/],
    ['more than 100 scanned pages', 'quet.pdf', () => scanned(101), /Quá 100 trang ảnh: hãy tách riêng/],
    ['a text longer than any plan', 'dai.txt', () => LONG, /dài hơn 200 trang.*hãy tách riêng phần kế hoạch/],
  ])('%s', (_what, name, bytes, sentence) => {
    write(folder, name, bytes());
    const { code, stdout, stderr } = runCli(folder, ['extract', name, '--ocr', '-o', 'ho-so.xlsx']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'ho-so.xlsx'))).toBe(false);
  });

  it('when the reader of PDF hangs or does not start', async () => {
    const bytes = endless();
    const died = { ok: false, reason: expect.stringMatching(/quá lớn hoặc quá phức tạp/) };
    expect(await pdfPages(bytes, CHILD, 500)).toEqual(died);
    expect(await pdfPages(bytes, join(folder, 'khong-co.js'))).toEqual(died);
  });

  it('in a page too, before anything is recognised', async () => {
    const readers = {
      pdf: (bytes: Uint8Array) => pdfPages(bytes, CHILD),
      scan: () => Promise.reject(new Error('asked')),
    };
    const refusal = async (bytes: Uint8Array) => {
      const read = await planTextOf(bytes, readers);
      return read.ok ? read.value.kind : read.refusal.message;
    };
    expect(await refusal(scanned(100))).toBe('pictured');
    expect(await refusal(scanned(101))).toMatch(/quá 100 trang: hãy tách riêng phần kế hoạch/);
    expect(await refusal(TOO_LARGE)).toMatch(/quá lớn \(trên 30 MB\)/);
    expect(await refusal(underPassword())).toMatch(/có mật khẩu/);
    expect(readPlanFile(TOO_LARGE.subarray(1))).toMatchObject({ kind: 'text' });
  });
});

describe('extract -', () => {
  const text = readFileSync(join(PLANS, 'trung-khanh-2026.txt'));
  const pasted = (input: Uint8Array | string, ...more: readonly string[]) =>
    runCli(folder, ['extract', '-', ...more], {}, input);

  it('reads what is pasted as it reads the file', () => {
    const file = runCli(folder, ['extract', join(PLANS, 'trung-khanh-2026.txt'), '--json']);
    expect(pasted(text, '--json')).toEqual(file);
    expect(pasted(text, '-o', 'dan.xlsx')).toMatchObject({ code: 0, stderr: '' });
    expect(runCli(folder, ['movement', 'check', 'dan.xlsx', '--strict'])).toMatchObject({ code: 0 });
  });

  it.each([
    ['nothing', '', /^Đầu vào chuẩn: Tệp rỗng|^Đầu vào chuẩn: Văn bản không có chữ/],
    ['white space', ' \n\n', /^Đầu vào chuẩn: Văn bản không có chữ/],
    ['more than 30 MB', TOO_LARGE, /^Đầu vào chuẩn quá lớn \(trên 30 MB\)/],
    ['a text longer than any plan', LONG, /^Đầu vào chuẩn: Văn bản dài hơn 200 trang/],
  ])('refuses %s in a sentence', (_what, input, sentence) => {
    const { code, stdout, stderr } = pasted(input);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

/**
 * The same picture on four pages, packed as offices’ scanners pack: Flate, CCITT (by libtiff), JBIG2 (by an encoder of
 * the standard’s annex E), JPEG 2000 (by OpenJPEG). Ghostscript shows the four alike.
 */
describe('a scan, however its pictures are packed', () => {
  it('is recognised', () => {
    const scan = join(import.meta.dirname, '../fixtures/plans-scan/bon-cach-nen.pdf');
    const { code, stdout } = runCli(folder, ['extract', scan, '--ocr', '--json']);
    expect(code).toBe(0);
    const { targets } = JSON.parse(stdout) as { targets: { value: number }[] };
    expect(targets.map(({ value }) => value)).toEqual([75, 60, 75, 60, 75, 60, 75, 60]);
  });

  it('of which a page cannot be unpacked is refused with that page', () => {
    const broken = { dictionary: '/Type/XObject/Subtype/Image/Width 9/Height 9/Filter/JPXDecode' };
    const bytes = drawnPdf('40 0 0 60 0 0 cm /A Do', [{ ...broken, stream: new Uint8Array(500).fill(1) }]);
    write(folder, 'hong.pdf', bytes);
    const { code, stdout, stderr } = runCli(folder, ['extract', 'hong.pdf', '--ocr', '-o', 'ho-so.xlsx']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Trang 1 của tệp PDF không đọc được chữ: hãy quét lại/);
    expect(existsSync(join(folder, 'ho-so.xlsx'))).toBe(false);
  });
});
