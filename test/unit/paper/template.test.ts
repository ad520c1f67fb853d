/** A province's own template: fields that Word split over runs, rows of a list, a name nobody knows, hostile values. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { findMovement } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import type { Paper } from '../../../core/paper/paper.ts';
import type { PaperKind } from '../../../core/paper/paper-kinds.ts';
import { fillTemplate } from '../../../core/paper/template/fill-template.ts';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { factsOf } from './movement-run.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const runs = (...texts: readonly string[]) =>
  `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('')}</w:p>`;

function template(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/header1.xml': strToU8(`${HEAD}<w:hdr ${W}>${runs('UBND {ten_', 'xa}')}</w:hdr>`),
    'word/media/seal.bin': strToU8('dấu của tỉnh'),
  });
}

const facts = factsOf(TA_MA, 5, ['<w:p>&{ten_xa}', 'Bản {danh_sach.ten}']);
const { papers } = makePapers(facts);
const paperOf = (kind: PaperKind): Paper => papers.find((paper) => paper.kind === kind)!;

function fill(kind: PaperKind, body: string) {
  const { bytes, notes } = fillTemplate(template(body), paperOf(kind), facts);
  if (bytes === null) throw new Error(notes.join(' '));
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith('.xml')) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(new TextDecoder().decode(part)).close();
  }
  const text = docxText(bytes);
  if (!text.ok) throw new Error(text.reason);
  return { text: text.value, notes, parts: unzipSync(bytes) };
}

describe('a template', () => {
  it('is filled where Word split a field over runs, in headers too, and keeps all else', () => {
    const { text, parts } = fill(
      'bao-cao',
      runs('Kính gửi {', 'ten_', 'xa} và {Tên tỉnh}, ', 'ngày ký: {ngay_ky} đúng'),
    );
    expect(text.trim()).toBe('Kính gửi xã Ta Ma và tỉnh Điện Biên, ngày ký: ngày 28 tháng 11 năm 2025 đúng');
    expect(new TextDecoder().decode(parts['word/header1.xml'])).toContain('>UBND xã Ta Ma<');
    expect(new TextDecoder().decode(parts['word/media/seal.bin'])).toBe('dấu của tỉnh');
  });

  it('gets a row of its table for each entry of a list', () => {
    const cells = ['{tieu_chi.ma}', '{tieu_', 'chi.ly_do}'];
    const row = `<w:tr><w:tc>${runs(cells[0]!)}</w:tc><w:tc>${runs(cells[1]!, cells[2]!)}</w:tc></w:tr>`;
    const slip = paperOf('phieu-cham');
    const { text, notes } = fill('phieu-cham', `<w:tbl>${row}</w:tbl>`);
    const table = slip.body.find((block) => block.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows.slice(0, -1) : [];
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual(rows.map(([code]) => code));
    for (const cells of rows) expect(text).toContain(cells.at(-1));
    expect(notes).toEqual([]);
  });

  it('keeps what a unit wrote as text, braces and all', () => {
    const { text } = fill('phieu-cham', runs('Đơn vị {ten_don_vi}.'));
    expect(text.trim()).toBe('Đơn vị <w:p>&{ten_xa}.');
  });

  it('reports an unknown field and leaves it, reports a blank field and a list without a place', () => {
    const { text, notes } = fill('to-trinh', runs('{ten_truong} {kinh_gui}'));
    expect(text).toContain('{ten_truong}');
    expect(notes).toEqual([
      'Mẫu to-trinh.docx: chương trình không có trường {ten_truong}, giữ nguyên trong văn bản.',
      'Mẫu to-trinh.docx: mẫu không có bảng {danh_sach}, nên danh sách đó không vào văn bản.',
    ]);
    expect(fill('huong-dan', runs('Số {so_van_ban}')).notes).toEqual([
      'Mẫu huong-dan.docx: trường {so_van_ban} chưa có giá trị, để trống.',
    ]);
  });

  it('that is no Word file takes no place', () => {
    const { bytes, notes } = fillTemplate(strToU8('xin chào'), paperOf('to-trinh'), facts);
    expect(bytes).toBeNull();
    expect(notes).toEqual(['Mẫu to-trinh.docx không phải tệp Word (.docx) đọc được: dùng văn bản của chương trình.']);
  });
});
