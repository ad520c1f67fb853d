/**
 * Thông báo trả báo cáo: a letter to each unit whose report the council returned or whose errors are still open: the
 * cells, and what to mend.
 */

import { groupBy } from '../../base/group-by.ts';
import { squashKey } from '../../base/text/text.ts';
import type { LogEntry } from '../../council/entry.ts';
import type { Flag } from '../../judge/flag/flag.ts';
import type { CellRef } from '../../report/report.ts';
import { standsAt } from '../../report/stands-at.ts';
import type { PaperFacts } from '../facts.ts';
import { councilHeading, councilSignature, movementInPeriod, officeOf } from '../office.ts';
import { basis, column, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { countWords, dayWords, inside, slug } from '../words.ts';
import { askedOfUnit } from './asked-of-unit.ts';

export function returnLetters(facts: PaperFacts): readonly Paper[] {
  const returned = returnedBy(facts);
  const flags = groupBy(
    facts.run.flags.filter((flag) => flag.file !== null && flag.unit !== null && isToMend(flag, facts)),
    (flag) => flag.unit ?? '',
  );
  const units = [...new Set([...returned.keys(), ...flags.keys()])];
  return units.map((unit) => {
    const back = returned.get(unit) ?? [];
    const lines = [...(flags.get(unit) ?? []).map((flag) => flagLine(facts, flag)), ...gradedLines(facts, unit, back)];
    return letter(facts, unit, lines, back);
  });
}

/** One cell to mend, as the letter's table has it. */
interface Line {
  readonly criterion: string;
  readonly cell: CellRef | null;
  /** What stands there; '' = it is empty, null = not known. */
  readonly stands: string | null;
  readonly message: string;
  readonly wanted: string;
}

function flagLine({ run }: PaperFacts, flag: Flag): Line {
  const { file, criterion, cell, message } = flag;
  const report = run.reports.find(
    (reportResult) => reportResult.report.file === file && cell && reportResult.report.sheets.includes(cell.sheet),
  );
  const stands = report && cell ? standsAt(report.report, cell) : null;
  return { criterion: criterion ?? '', cell, stands, message, wanted: askedOfUnit(flag) };
}

/** Criteria sent back as such, not because of a flag: their result cell, and the council's own words. */
function gradedLines({ run }: PaperFacts, unit: string, back: readonly LogEntry[]): readonly Line[] {
  const own = run.reports.filter((reportResult) => reportResult.unit === unit);
  return back.flatMap(({ flag, criterion, reason }) => {
    if (flag !== null || criterion === null) return [];
    return own.flatMap(({ report }): readonly Line[] => {
      const entry = report.entries.find((entry) => entry.criterion === criterion);
      const cell = entry?.value?.cell ?? entry?.evidenceCell ?? null;
      if (!entry) return [];
      const stands = cell && standsAt(report, cell);
      return [{ criterion, cell, stands, message: entry.title.text, wanted: reason }];
    });
  });
}

/** Errors that were neither accepted nor adjusted, and everything that was sent back. */
function isToMend(flag: Flag, { council }: PaperFacts): boolean {
  const decided = council?.entries.filter(({ target, state }) => state === 'in-force' && target.flag === flag.id) ?? [];
  if (decided.some(({ entry }) => entry.kind === 'return')) return true;
  return flag.severity === 'error' && decided.length === 0;
}

/** What the council sent back, by unit. */
function returnedBy({ council }: PaperFacts): ReadonlyMap<string, readonly LogEntry[]> {
  const entries = (council?.entries ?? []).filter(
    ({ entry, state }) => state === 'in-force' && entry.kind === 'return',
  );
  const byUnit = groupBy(entries, ({ target }) => target.unit);
  return new Map([...byUnit].map(([unit, own]) => [unit, own.map(({ entry }) => entry)] as const));
}

function reasonOf({ criterion, reason }: { readonly criterion: string | null; readonly reason: string }): string {
  return criterion === null ? reason : `Tiêu chí ${criterion}: ${reason}`;
}

function letter(facts: PaperFacts, unit: string, lines: readonly Line[], back: readonly LogEntry[]): Paper {
  const office = officeOf(facts);
  const due = facts.calendar.find(({ what, last }) => what === 'unit-report' && last !== null);
  return {
    kind: 'thong-bao-tra',
    file: `thong-bao-tra/thong-bao-tra-${slug(unit)}`,
    title: `Thông báo trả báo cáo: ${unit}`,
    heading: councilHeading(facts, 'thong-bao-tra'),
    type: 'THÔNG BÁO',
    about: `Về việc trả báo cáo ${movementInPeriod(facts)} để kiểm tra, bổ sung`,
    to: [unit],
    body: [
      paragraph(
        back.length > 0
          ? `${office.council} đã xem xét báo cáo của ${unit} và trả lại để kiểm tra, bổ sung:`
          : `Qua kiểm tra, báo cáo của ${unit} có nội dung cần kiểm tra, bổ sung trước khi trình ${office.council}:`,
      ),
      ...back.map((entry) => basis(`${inside(reasonOf(entry))}.`)),
      ...cells(lines, unit),
      paragraph(
        `Đề nghị ${unit} ${back.some(({ criterion }) => criterion === null) ? 'lập lại báo cáo' : 'sửa đúng các ô nêu trên, giữ nguyên các ô khác'} và gửi lại chậm nhất ${dayWords(null)}. Tệp gửi sau thay tệp trước; điểm của tiêu chí chưa sửa tính ở mức thấp nhất.`,
      ),
      ...(due?.last ? [paragraph(`Hạn gửi báo cáo theo Kế hoạch: ${inside(due.words)} (mục ${due.section}).`)] : []),
      paragraph(`${office.council} thông báo để ${unit} biết, thực hiện./.`),
    ],
    signatures: [councilSignature(facts)],
    recipients: ['Như trên', 'Lưu: VT, HĐTĐKT'],
    fields: new Map([
      ['ten_don_vi', unit],
      ['so_noi_dung', String(lines.length)],
    ]),
  };
}

/** `Trang 2, ô F11`; the cell alone where its sheet is called as the unit whose letter this is. */
function placeOf({ sheet, address }: CellRef, unit: string): string {
  return squashKey(sheet) === squashKey(unit) ? `Ô ${address}` : `${sheet}, ô ${address}`;
}

function cells(lines: readonly Line[], unit: string): readonly PaperBlock[] {
  if (lines.length === 0) return [];
  return [
    paragraph(`Các ô cần kiểm tra (${countWords(lines.length)} nội dung):`),
    table(
      'o_can_sua',
      [
        column('stt', 'TT', 6, 'center'),
        column('tieu_chi', 'Tiêu chí', 9, 'center'),
        column('o', 'Trang, ô', 15),
        column('dang_ghi', 'Đang ghi', 14),
        column('noi_dung', 'Nội dung', 30),
        column('cach_sua', 'Cách sửa', 26),
      ],
      lines.map(({ criterion, cell, stands, message, wanted }, at) => [
        String(at + 1),
        criterion,
        cell === null ? '' : placeOf(cell, unit),
        stands === '' ? 'để trống' : (stands ?? ''),
        message,
        wanted,
      ]),
    ),
  ];
}
