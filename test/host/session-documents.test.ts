/** Word reports given to the page: read into text there, taken into the book as sheets, flagged and scored like any. */
import { expect, it } from 'vitest';
import { previewHost } from '../../app/host/preview-host.ts';
import { readChosenFiles } from '../../app/incoming-files.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../core/movements/index.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { collect } from '../../session/received/collect.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { layoutSheet } from '../fixtures/layouts.ts';
import { docxOf, paragraph, runs } from '../fixtures/numbered-docx.ts';
import { sheetsDocx } from '../fixtures/sheet-docx.ts';
import { sure } from './session-hosts.ts';

const YEAR = { kind: 'year', year: 2025 } as const;
const TA_MA = findMovement('ta-ma-2023-2030')!;

function wordReport(unit: string, seed: number): Uint8Array {
  const set = criteriaSetFor(TA_MA, 'village', YEAR)!;
  const filled = correctReport(set, TA_MA, unit, seed, { period: YEAR });
  return sheetsDocx([layoutSheet('SC-01', filled).sheet], 'paragraphs');
}

/** Node's files have no place in a folder. */
const fileOf = (name: string, bytes: Uint8Array): File =>
  Object.assign(new File([new Uint8Array(bytes)], name), { webkitRelativePath: '' });

it('takes Word reports beside workbooks, and names the documents that are none', async () => {
  const { files, passedOver } = await readChosenFiles(
    [
      fileOf('Bản A.docx', wordReport('Bản A', 1)),
      fileOf('Bản B.DOCX', wordReport('Bản B', 2)),
      fileOf('Công văn.docx', docxOf(paragraph(runs('Kính gửi: Ủy ban nhân dân xã')))),
      fileOf('hỏng.docx', new TextEncoder().encode('PK\u0003\u0004')),
      fileOf('quét.pdf', new TextEncoder().encode('%PDF-1.7')),
      fileOf('ảnh.jpg', new Uint8Array(1)),
    ],
    async () => ({}),
  );
  expect(passedOver).toMatch(
    /^hỏng\.docx: Tệp Word bị hỏng.* quét\.pdf: Trang này không đọc được PDF.* Bỏ qua 1 tệp.*ảnh\.jpg/,
  );
  const host = sure(previewHost('Sổ.xlsx', newBook([{ name: 'Trang', cells: [] }])));
  const { taken, rebuilt, refused } = sure(await collect(host, files, '2025-11-01T00:00:00Z'));
  expect(taken.map(({ name, sheets }) => [name, ...sheets])).toEqual([
    ['Bản A.docx', 'Bản A'],
    ['Bản B.DOCX', 'Bản B'],
  ]);
  expect(rebuilt).toEqual(['Bản A.docx', 'Bản B.DOCX']);
  expect(refused).toEqual([{ file: 'Công văn.docx', reason: expect.stringMatching(/không có bảng báo cáo nào/) }]);
});
