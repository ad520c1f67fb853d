/** A Word report or the text of a PDF as a workbook: tables and words, covered places, struck and hostile content. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentBook, documentKind, wordBook } from '../../../core/report/document/sent-document.ts';
import { textBook } from '../../../core/report/document/text-book.ts';
import { placeOf } from '../../../core/sheet/grid/sheet.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { docxOf, paragraph, runs, table } from '../../fixtures/numbered-docx.ts';
import { processorTime } from '../processor-time.ts';

const values = (text: string) =>
  textBook(text).sheets.map(({ name, rows }) => ({
    name,
    rows: [...rows].map(([row, cells]) => [row, ...cells.map(({ column, value }) => [column, value])]),
  }));

const bookIn = (bytes: Uint8Array) => {
  const book = wordBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value;
};
const codeOf = (bytes: Uint8Array) => {
  const book = wordBook(bytes);
  if (!book.ok) expect(book.refusal.message).toMatch(/^\p{Lu}.*\.$/u);
  return book.ok ? 'ok' : book.refusal.code;
};

describe('the text of a document', () => {
  it('has a sheet for each table, with the words before it and the signatures behind it', () => {
    const text = [
      'Thôn Đồng Tâm',
      'STT\tTiêu chí\tKết quả',
      '1\tHộ có mạng\t85,5',
      'Chủ tịch',
      '',
      'Nguyễn Văn Bình',
      'Thôn Gò Lớn',
      'STT\tTiêu chí\tKết quả\tGhi chú',
      '1\tHộ có mạng\t1.234\t',
    ].join('\n');
    expect(values(text)).toEqual([
      {
        name: 'Báo cáo',
        rows: [
          [0, [0, 'Thôn Đồng Tâm']],
          [1, [0, 'STT'], [1, 'Tiêu chí'], [2, 'Kết quả']],
          [2, [0, 1], [1, 'Hộ có mạng'], [2, 85.5]],
          [3, [0, 'Chủ tịch']],
          [5, [0, 'Nguyễn Văn Bình']],
        ],
      },
      {
        name: 'Báo cáo 2',
        rows: [
          [0, [0, 'Thôn Gò Lớn']],
          [1, [0, 'STT'], [1, 'Tiêu chí'], [2, 'Kết quả'], [3, 'Ghi chú']],
          [2, [0, 1], [1, 'Hộ có mạng'], [2, '1.234']],
        ],
      },
    ]);
  });

  it('keeps a table together that was cut in two for its page', () => {
    expect(values('a\tb\tc\n1\tx\t2\n\n\n2\ty\t3')).toHaveLength(1);
    expect(values('a\tb\tc\n1\tx\t2\nII. Phần sau\n2\ty\t3')).toHaveLength(2);
  });

  it('has merges where cells cover others, and what is struck out apart', () => {
    const [sheet] = textBook('A\u2004B\t\u2005\tC\n\u2006\t\u2006\tD ~~9~~5\nx\ty\tTRUE').sheets;
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(sheet?.rows.get(0)?.[0]?.value).toBe('A\nB');
    expect(sheet?.rows.get(2)?.[2]?.value).toBe(true);
    expect(sheet?.seen?.get(placeOf(1, 2))).toEqual({ text: expect.objectContaining({ text: 'D 5', struck: '9' }) });
  });

  it('takes only figures that can be read in one way for numbers', () => {
    const typed = ['85', '0,95', '1,234', '1.234', '007', '85%', '12/14', '1e5', '-3', '12345678901'];
    const [sheet] = textBook(`${typed.join('\t')}\nx\ty\tz`).sheets;
    expect(sheet?.rows.get(0)?.map(({ value }) => value)).toEqual([85, 0.95, ...typed.slice(2)]);
  });
});

describe('a Word report', () => {
  it('keeps ticks, boxes of forms, automatic numbers and equations apart from figures', () => {
    const sym = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
    const letter = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>';
    const box =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>';
    const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>85</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f></m:oMath>`;
    const number = paragraph('', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>');
    const cell = (inside: string) => `<w:tc><w:tcPr/>${inside}</w:tc>`;
    const cells = [number, ...[sym, letter, box, math].map((inside) => paragraph(inside))].map(cell).join('');
    const body = `<w:tbl><w:tblGrid/><w:tr>${cells}</w:tr><w:tr>${cell(paragraph(runs('x'))).repeat(5)}</w:tr></w:tbl>`;
    const [sheet] = bookIn(docxOf(body)).sheets;
    expect(sheet?.rows.get(0)?.map(({ value }) => value)).toEqual(['1.', '☑', '✓', '☑', '85/100']);
  });

  it('tells of a macro', () => {
    const parts = unzipSync(
      docxOf(
        table([
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    );
    expect(bookIn(zipSync(parts)).macros).toBe(false);
    expect(bookIn(zipSync({ ...parts, 'word/vbaProject.bin': strToU8('x') })).macros).toBe(true);
  });

  it('is told from a workbook by what it holds', () => {
    expect(documentKind(docxOf(paragraph(runs('a'))))).toBe('word');
    expect(documentKind(newBook([{ name: 'A', cells: [] }]))).toBeNull();
    expect(documentKind(strToU8('\n\n%PDF-1.7\n'))).toBe('pdf');
    expect(documentKind(strToU8('PK\u0003\u0004 hỏng'))).toBeNull();
    expect(documentKind(new Uint8Array())).toBeNull();
  });

  it('is refused when it is cut off, a bomb, or brings a document type', () => {
    const whole = docxOf(
      table([
        ['STT', 'Tiêu chí', 'Kết quả'],
        ['1', 'x', '85'],
      ]),
    );
    for (let length = 30; length < whole.length; length += 97) expect(codeOf(whole.slice(0, length))).toBe('damaged');
    const parts = unzipSync(whole);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const withXml = (changed: string) => zipSync({ ...parts, 'word/document.xml': strToU8(changed) });
    expect(codeOf(withXml(xml))).toBe('ok');
    expect(codeOf(withXml(xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY b "bb">]><w:document')))).toBe('damaged');
    expect(codeOf(withXml(`${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`))).toBe('damaged');
    expect(codeOf(withXml(xml.replace('</w:t>', `${'x'.repeat(45_000_000)}</w:t>`)))).toBe('damaged');
    expect(codeOf(docxOf('<w:p/>'.repeat(60_000)))).toBe('too-large');
  });

  it('costs twice as much when it is twice as long, however it is merged and tabbed', () => {
    const wide = (size: number) =>
      `${'\u2006\t'.repeat(300)}\n`.repeat(size) + `${'a\t'.repeat(3000)}\n`.repeat(size / 10);
    const once = processorTime(() => textBook(wide(400)));
    const twice = processorTime(() => textBook(wide(800)));
    expect(twice).toBeLessThan(3 * once + 500);
    const [sheet] = textBook(`${'a\t'.repeat(3000)}b`).sheets;
    expect(sheet?.rows.get(0)?.at(-1)).toMatchObject({ column: 255, value: expect.stringMatching(/^a a .* b$/) });
    expect(documentBook('x\n'.repeat(60_000)).ok).toBe(false);
  });
});
