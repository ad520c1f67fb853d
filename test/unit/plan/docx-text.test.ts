/**
 * Text of a .docx as Word writes it: automatic numbers, tracked changes, text boxes, tables; and a plan read through
 * it.
 */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { docxText } from '../../../core/plan/file/docx-text.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:numbering ${W}>
  <w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'bullet', '\uf0b7')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'Điều %1.')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
</w:numbering>`;
const STYLES = `<w:styles ${W}><w:style w:styleId="Muc1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Muc1a"><w:basedOn w:val="Muc1"/></w:style></w:styles>`;

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const numbered = (text: string, at: number) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);

function docx(body: string, numbering = NUMBERING, styles = STYLES, more: Readonly<Record<string, string>> = {}) {
  const parts = {
    ...more,
    'word/document.xml': `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

function linesOf(body: string, numbering?: string, styles?: string): readonly string[] {
  const read = docxText(docx(body, numbering, styles));
  if (!read.ok) throw new Error(read.reason);
  return read.value.split('\n');
}

describe('text of a .docx', () => {
  it('has the automatic numbers of lists, of styles and of a list that starts elsewhere', () => {
    const body =
      paragraph(run('MỤC ĐÍCH'), '<w:pStyle w:val="Muc1a"/>') +
      numbered('Mục đích', 1) +
      numbered('Yêu cầu', 1) +
      numbered('một', 2) +
      numbered('hai', 2) +
      numbered('gạch', 3) +
      numbered('CHỈ TIÊU', 0) +
      numbered('lại từ đầu', 1) +
      paragraph(run('Thời gian'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>') +
      paragraph(run('không đánh số'), '<w:pStyle w:val="Muc1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(linesOf(body)).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '2. Yêu cầu',
      'a) một',
      'b) hai',
      '- gạch',
      'II. CHỈ TIÊU',
      '1. lại từ đầu',
      'Điều 4. Thời gian',
      'không đánh số',
    ]);
  });

  it('has lists by a link, by the level of a style, with levels of their own, that never restart, with empty items', () => {
    const numbering = `<w:numbering ${W}>
      <w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Chung"/>${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)').replace('<w:lvlText', '<w:pStyle w:val="Con"/><w:lvlRestart w:val="0"/><w:lvlText')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Chung"/></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1/')}</w:lvlOverride></w:num>
    </w:numbering>`;
    const styles = `<w:styles ${W}><w:style w:styleId="Chung"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="Con"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const item = (text: string, list: number, more = '<w:ilvl w:val="0"/>') =>
      paragraph(text && run(text), `<w:numPr>${more}<w:numId w:val="${list}"/></w:numPr>`);
    const body =
      item('theo liên kết', 2) +
      paragraph(run('mức của kiểu'), '<w:pStyle w:val="Con"/>') +
      item('', 2) +
      item('sau mục trống', 1) +
      paragraph(run('đếm tiếp'), '<w:pStyle w:val="Con"/>') +
      item('mức riêng', 3);
    expect(linesOf(body, numbering, styles)).toEqual([
      '1. theo liên kết',
      'a) mức của kiểu',
      '',
      '3. sau mục trống',
      'b) đếm tiếp',
      'IV/ mức riêng',
    ]);
  });

  it('leaves out what was deleted, moved away, hidden or written twice, and keeps what was inserted', () => {
    const body =
      paragraph(
        `${run('Đạt ')}<w:del><w:r><w:delText>70%</w:delText></w:r></w:del><w:ins>${run('80%')}</w:ins>${run(' hồ')}${run(' sơ')}<w:moveFrom>${run(' cũ')}</w:moveFrom>`,
      ) +
      paragraph(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>${run('hiện')}<w:r><w:instrText>PAGE</w:instrText></w:r>`,
      ) +
      paragraph(run('đoạn bị '), '<w:rPr><w:del/></w:rPr>') +
      paragraph(run('nối')) +
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${paragraph(run('trong khung'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('trong khung'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('ngoài khung')}`,
      );
    expect(linesOf(body)).toEqual(['Đạt 80% hồ sơ', 'hiện', 'đoạn bị nối', 'trong khung', 'ngoài khung']);
  });

  it('does not count what was moved away or deleted whole, and loses nothing that runs on into a table or the end', () => {
    const gone = (mark: 'moveFrom' | 'del', words: string) => {
      const text = mark === 'del' ? 'delText' : 't';
      const number = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>';
      return paragraph(
        `<w:${mark}><w:r><w:${text}>${words}</w:${text}></w:r></w:${mark}>`,
        `${number}<w:rPr><w:${mark}/></w:rPr>`,
      );
    };
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const runsOn = (words: string) => paragraph(run(words), '<w:rPr><w:moveFrom/></w:rPr>');
    const body =
      numbered('CHỈ TIÊU', 0) +
      numbered('Chính quyền số', 1) +
      gone('moveFrom', 'Kinh tế số') +
      gone('del', 'Hạ tầng số') +
      numbered('Xã hội số', 1) +
      paragraph(
        `<w:moveTo>${run('Kinh tế số')}</w:moveTo>`,
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
      ) +
      runsOn('trước bảng') +
      `<w:tbl><w:tr>${cell(paragraph(run('1')))}${cell(runsOn('Hộ'))}</w:tr>
        <w:tr><w:trPr><w:del/></w:trPr>${cell(gone('del', '2'))}${cell(gone('del', 'Thôn'))}</w:tr></w:tbl>` +
      runsOn('cuối cùng');
    expect(linesOf(body)).toEqual([
      'I. CHỈ TIÊU',
      '1. Chính quyền số',
      '2. Xã hội số',
      '3. Kinh tế số',
      'trước bảng',
      '1\tHộ',
      'cuối cùng',
    ]);
  });

  it('puts the text of a note behind its paragraph, leaves out marks of notes, and keeps square metres', () => {
    const raised = (text: string) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
    const marked = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="3"/><w:t>1</w:t></w:r>';
    const body =
      paragraph(
        `${run('Trên 85%')}${note}${run(' hộ có cáp quang; tối thiểu 70')}${marked}${run(' hộ bán hàng trên sàn.')}`,
      ) +
      paragraph(`${run('Ít nhất 90%')}${raised('(1)')}${run(' thủ tục; 20')}${raised('2')}${run(' mô hình.')}`) +
      paragraph(`${run('Trồng 200 m')}${raised('2')}${run(' hoa ở khu 35')}${raised('o')}${run('C.')}`);
    const notes = `<w:footnotes ${W}><w:footnote w:id="2">${paragraph(run('Năm 2025 đạt 75%'))}</w:footnote></w:footnotes>`;
    const read = docxText(docx(body, NUMBERING, STYLES, { 'word/footnotes.xml': notes }));
    expect(read.ok && read.value.split('\n')).toEqual([
      'Trên 85% hộ có cáp quang; tối thiểu 70 hộ bán hàng trên sàn.',
      '(Chú thích: Năm 2025 đạt 75%)',
      'Ít nhất 90% thủ tục; 20 mô hình.',
      'Trồng 200 m2 hoa ở khu 35oC.',
    ]);
  });

  it('has in capitals what is shown in capitals, by itself, by the style of the words or of the paragraph', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="Dau"><w:rPr><w:caps/></w:rPr></w:style>
      <w:style w:styleId="Muc"><w:basedOn w:val="Dau"/><w:rPr><w:caps w:val="0"/><w:smallCaps/></w:rPr></w:style>
      <w:style w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>
      <w:style w:styleId="Nho"><w:rPr><w:smallCaps w:val="0"/></w:rPr></w:style></w:styles>`;
    const looking = (text: string, looks: string) => `<w:r><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r>`;
    const styled = (content: string) => paragraph(content, '<w:pStyle w:val="MucCon"/>');
    const body =
      paragraph(run('Kế hoạch phong trào thi đua chuyển đổi số năm 2026 như sau.')) +
      paragraph(looking('Mục tiêu thi đua', '<w:caps/>')) +
      paragraph(run('Trên 90% hồ sơ được số hóa.')) +
      styled(run('Khen thưởng')) +
      styled(`${looking('thường', '<w:caps w:val="false"/>')}${looking('nhỏ', '<w:rStyle w:val="Nho"/>')}`) +
      paragraph(
        looking('riêng', '<w:rStyle w:val="Dau"/>') +
          looking('đoạn', '<w:rPrChange><w:rPr><w:caps/></w:rPr></w:rPrChange>'),
      );
    expect(linesOf(body, NUMBERING, styles)).toEqual([
      'Kế hoạch phong trào thi đua chuyển đổi số năm 2026 như sau.',
      'MỤC TIÊU THI ĐUA',
      'Trên 90% hồ sơ được số hóa.',
      'KHEN THƯỞNG',
      'thườngnhỏ',
      'RIÊNGđoạn',
    ]);
  });

  it('yields the plan’s targets, those of a table too', () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const body =
      paragraph(run('KẾ HOẠCH')) +
      paragraph(run('Phong trào thi đua chuyển đổi số năm 2026')) +
      numbered('MỤC TIÊU', 0) +
      numbered('Chính quyền số', 1) +
      numbered('Trên 90% hồ sơ được số hóa.', 2) +
      `<w:tbl>${row('TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2026')}${row('1', 'Tỷ lệ hộ có cáp quang', '%', '≥ 85')}</w:tbl>`;
    const read = docxText(docx(body));
    const { targets } = extractPlan(read.ok ? read.value : '');
    expect(
      targets.map(({ comparator, value, unit, section, deadline }) => [comparator, value, unit, section, deadline]),
    ).toEqual([
      ['>', 90, '%', 'I.1.a', '2026-12-31'],
      ['>=', 85, '%', 'I.1.a.1', '2026-12-31'],
    ]);
  });

  it('gives the targets of a table that was typed with tabs, as pasted text does', () => {
    const lines = [
      'III. CHỈ TIÊU',
      'STT\tNội dung chỉ tiêu\tĐVT\tNăm 2026\tNăm 2030',
      '1\tHộ có Internet\t%\t75\t90',
      '2\tMô hình thôn thông minh\tmô hình\t2\t6',
    ];
    const typed = lines.map((line) => paragraph(line.split('\t').map(run).join('<w:r><w:tab/></w:r>'))).join('');
    expect(linesOf(typed)).toEqual(lines);
    const found = (text: string) => extractPlan(text).targets.map(({ value, unit, section }) => [section, value, unit]);
    expect(found(linesOf(typed).join('\n'))).toEqual([
      ['III.1', 75, '%'],
      ['III.1', 90, '%'],
      ['III.2', 2, 'mô hình'],
      ['III.2', 6, 'mô hình'],
    ]);
  });

  it('refuses a file that is no Word file with a sentence', () => {
    expect(docxText(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Word'),
    });
    expect(docxText(docx(paragraph(run('x'))).subarray(0, 200))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('hỏng'),
    });
  });
});
