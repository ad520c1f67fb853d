/**
 * Reads the reports of files one by one. Only what the checks need of each report stays in memory, never its bytes or
 * its book, so memory does not grow with the size of the files. A file that cannot be read is listed, and the others go
 * on.
 */

import type { Period } from '../../core/base/period/period.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { DocumentFormat } from '../../core/report/document/sent-document.ts';
import { hasEvidenceEnding } from '../../core/report/evidence/evidence-kind.ts';
import { unitName } from '../../core/report/match-unit.ts';
import type { AnsweredColumns } from '../../core/report/read/header.ts';
import { unheadedTable } from '../../core/report/read/unheaded-table.ts';
import { type ReadFile, readReports } from '../../core/report/read.ts';
import type { Register } from '../../core/report/register.ts';
import { answersOf } from '../../core/report/same-answers.ts';
import { type CopyPlace, copyPlaces } from '../../core/sheets/copy-place.ts';
import { contentDigest } from '../../core/sheets/own-mark.ts';
import { columnMapsInFile } from '../../session/book/column-maps.ts';
import type { InputFile, NotReport } from '../files/walk.ts';
import type { TerminalProgress } from '../terminal/progress.ts';
import { dataPool } from './data-pool.ts';
import { sweep, sweepAll } from './favour-memory.ts';
import { openReport } from './open-report.ts';

export interface FileRead {
  readonly input: InputFile;
  readonly read: ReadFile;
  /** For each report of the file: where a scored copy writes. */
  readonly places: readonly (readonly CopyPlace[])[];
  /** Of the bytes that were read: a copy is made of these only. */
  readonly print: string;
  /** Digest of the filled cells, for the mark of the scored copy. */
  readonly content: string;
  /** null = a workbook. */
  readonly document: DocumentFormat | null;
}

export interface AllRead {
  readonly files: readonly FileRead[];
  readonly unreadable: readonly NotReport[];
  /** Outputs of ours among the inputs. */
  readonly notReports: readonly NotReport[];
  /** Notes about files that were read. */
  readonly notes: readonly NotReport[];
}

interface ReadOptions {
  readonly movement: Movement;
  readonly register: Register | null;
  readonly period: Period | null;
  /** The officer's answers on columns, besides those in a file itself. */
  readonly answeredColumns?: AnsweredColumns | undefined;
  /** True for a PDF whose name marks it as evidence of these reports: it is not opened as a report. */
  readonly isEvidence?: (name: string, files: readonly FileRead[]) => boolean;
}

const NO_REPORT: Readonly<Record<DocumentFormat, string>> = {
  word: 'Tệp Word không có bảng nào khớp với bộ tiêu chí nên không đọc được báo cáo trong đó; hãy xin đơn vị gửi báo cáo theo biểu mẫu.',
  pdf: 'Tệp PDF không có bảng nào (kẻ ô, có chữ) khớp với bộ tiêu chí nên không đọc được báo cáo trong đó; hãy xin đơn vị gửi báo cáo bằng Excel hoặc Word.',
  csv: 'Là tệp CSV, không có dòng nào khớp với bộ tiêu chí nên không đọc được báo cáo trong đó; hãy xin đơn vị gửi báo cáo bằng tệp Excel (.xlsx).',
};
const KEPT = 'Các cột được đọc theo cách hiểu đã giữ.';

/** All files in order. */
export async function readAll(
  inputs: readonly InputFile[],
  options: ReadOptions,
  progress: TerminalProgress,
): Promise<AllRead> {
  const files: FileRead[] = [];
  const unreadable: NotReport[] = [];
  const notReports: NotReport[] = [];
  const notes: NotReport[] = [];
  const pooled = dataPool();
  for (const input of pdfsLast(inputs)) {
    const file = input.name;
    if (isPdf(input) && options.isEvidence?.(file, files)) {
      notReports.push({ file, reason: 'Là minh chứng theo tên tệp.', input });
      progress.step(file);
      continue;
    }
    const opened = await openReport(input);
    if (opened.kind === 'own') notReports.push({ file, reason: opened.reason });
    else if (opened.kind === 'unreadable') unreadable.push({ file, reason: opened.reason });
    else {
      const { book, print, note, document } = opened;
      try {
        const own = columnMapsInFile(book);
        const columnsOf: AnsweredColumns = (headings) =>
          own?.answeredColumns(headings) ?? options.answeredColumns?.(headings);
        const read = pooled(
          readReports(book, {
            file,
            ...options,
            unheaded: unheadedTable,
            answeredColumns: own || options.answeredColumns ? columnsOf : undefined,
          }),
        );
        if (document !== null && read.reports.length === 0) {
          const evidence = hasEvidenceEnding(file) ? { input } : {};
          (input.outright ? unreadable : notReports).push({ file, reason: NO_REPORT[document], ...evidence });
          continue;
        }
        // Pooled as well: the font of a place is cut from the XML of the file's styles.
        const places = read.reports.map((report) => pooled(copyPlaces(book, report)));
        files.push({ input, read, places, print, content: contentDigest(book), document });
        if (note) notes.push({ file, reason: note });
        for (const reason of own?.faults ?? []) notes.push({ file, reason });
        if (read.reports.some(({ layout }) => layout.isKept)) notes.push({ file, reason: KEPT });
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        unreadable.push({ file, reason: `Chương trình gặp lỗi khi đọc tệp này (${detail}).` });
      }
    }
    progress.step(file);
    sweep();
  }
  progress.end();
  sweepAll();
  const place = new Map(inputs.map((input, at) => [input, at]));
  files.sort((a, b) => (place.get(a.input) ?? 0) - (place.get(b.input) ?? 0));
  const { single, copies } = withoutCopies(files, options.register);
  return { files: single, unreadable, notReports: [...notReports, ...copies], notes };
}

/** A PDF takes a process, and other files tell whether it is a report at all. */
function pdfsLast(inputs: readonly InputFile[]): readonly InputFile[] {
  return [...inputs.filter((input) => !isPdf(input)), ...inputs.filter(isPdf)];
}

function isPdf({ name, outright }: InputFile): boolean {
  return !outright && /\.pdf$/i.test(name);
}

/** Units send a workbook, and the same again in Word or as the PDF they signed: a document that adds nothing goes out. */
function withoutCopies(files: readonly FileRead[], register: Register | null) {
  const answers = (read: ReadFile) => read.reports.map((report) => answersOf(report, unitName(report, register)));
  const first = new Map<string, string>();
  const copies: NotReport[] = [];
  const taken = new Set<FileRead>();
  const order = (file: FileRead) => (file.document === null ? 0 : file.document === 'pdf' ? 2 : 1);
  for (const file of [...files].sort((a, b) => order(a) - order(b))) {
    const own = answers(file.read);
    const [same] = own.map((answer) => first.get(answer));
    if (file.document !== null && same !== undefined && own.every((answer) => first.has(answer)))
      copies.push({ file: file.input.name, reason: `Có cùng số liệu với "${same}" nên chỉ chấm một bản.` });
    else {
      taken.add(file);
      for (const answer of own) if (!first.has(answer)) first.set(answer, file.input.name);
    }
  }
  return { single: files.filter((file) => taken.has(file)), copies };
}
