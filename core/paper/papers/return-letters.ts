/**
 * Thông báo trả báo cáo: one for each unit whose report the council returned, and for each whose errors still stand:
 * its cells, what to mend.
 */
import type { Flag } from '../../flag/flag.ts';
import { groupedBy } from '../../workbook/grouped-by.ts';
import type { PaperFacts } from '../facts.ts';
import { councilHeading, councilSignature, movementInPeriod, officeOf } from '../office.ts';
import { type Block, basis, type Paper, paragraph } from '../paper.ts';
import { countWords, dayWords, inside, slug } from '../words.ts';

export function returnLetters(facts: PaperFacts): readonly Paper[] {
  const returned = returnedBy(facts);
  const flags = groupedBy(
    facts.run.flags.filter((flag) => flag.file !== null && flag.unit !== null && isToMend(flag, facts)),
    (flag) => flag.unit ?? '',
  );
  const units = [...new Set([...returned.keys(), ...flags.keys()])];
  return units.map((unit) => letter(facts, unit, flags.get(unit) ?? [], returned.get(unit) ?? []));
}

/** Errors nobody decided to accept or adjust, and whatever was sent back. */
function isToMend(flag: Flag, { council }: PaperFacts): boolean {
  const decided = council?.entries.filter(({ target, state }) => state === 'in-force' && target.flag === flag.id) ?? [];
  if (decided.some(({ entry }) => entry.kind === 'return')) return true;
  return flag.severity === 'error' && decided.length === 0;
}

/** Reasons the council gave, by unit. */
function returnedBy({ council }: PaperFacts): ReadonlyMap<string, readonly string[]> {
  const entries = (council?.entries ?? []).filter(
    ({ entry, state }) => state === 'in-force' && entry.kind === 'return',
  );
  const byUnit = groupedBy(entries, ({ target }) => target.unit);
  return new Map([...byUnit].map(([unit, own]) => [unit, own.map(({ entry }) => reasonOf(entry))] as const));
}

function reasonOf({ criterion, reason }: { readonly criterion: string | null; readonly reason: string }): string {
  return criterion === null ? reason : `Tiêu chí ${criterion}: ${reason}`;
}

function letter(facts: PaperFacts, unit: string, flags: readonly Flag[], reasons: readonly string[]): Paper {
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
        reasons.length > 0
          ? `${office.council} đã xem xét báo cáo của ${unit} và trả lại để kiểm tra, bổ sung:`
          : `Qua kiểm tra, báo cáo của ${unit} có nội dung cần kiểm tra, bổ sung trước khi trình ${office.council}:`,
      ),
      ...reasons.map(basis),
      ...cells(flags),
      paragraph(
        `Đề nghị ${unit} sửa đúng các ô nêu trên, giữ nguyên các ô khác và gửi lại báo cáo ${dayWords(null)}. Tệp gửi sau thay tệp trước; điểm của tiêu chí chưa sửa tính ở mức thấp nhất.`,
      ),
      ...(due?.last ? [paragraph(`Hạn gửi báo cáo theo Kế hoạch: ${inside(due.words)} (mục ${due.section}).`)] : []),
      paragraph(`${office.council} thông báo để ${unit} biết, thực hiện./.`),
    ],
    signatures: [councilSignature(facts)],
    recipients: ['Như trên', 'Lưu: VT, HĐTĐKT'],
    fields: new Map([
      ['ten_don_vi', unit],
      ['so_noi_dung', String(flags.length)],
    ]),
  };
}

function cells(flags: readonly Flag[]): readonly Block[] {
  if (flags.length === 0) return [];
  return [
    paragraph(`Các ô cần kiểm tra (${countWords(flags.length)} nội dung):`),
    {
      kind: 'table',
      name: 'o_can_sua',
      columns: [
        { field: 'stt', title: 'TT', width: 7, align: 'center' },
        { field: 'tieu_chi', title: 'Tiêu chí', width: 10, align: 'center' },
        { field: 'o', title: 'Trang, ô', width: 18 },
        { field: 'noi_dung', title: 'Nội dung', width: 36 },
        { field: 'cach_sua', title: 'Cách sửa', width: 29 },
      ],
      rows: flags.map(({ criterion, cell, message, suggestion }, at) => [
        String(at + 1),
        criterion ?? '',
        cell === null ? '' : `${cell.sheet}, ô ${cell.address}`,
        message,
        suggestion,
      ]),
    },
  ];
}
