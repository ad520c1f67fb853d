/** Page furniture: numbers of pages and running heads between the lines of a plan, which would stand in the middle of its sentences. */
import type { PlanLine } from './plan-text.ts';

const PAGE_NUMBER = /^(?:trang|page)? ?[-–—|[(]* ?(\d{1,3})(?: ?(?:\/|of|trên) ?\d{1,3})? ?[-–—|\])]*\.?$/i;
/** Words after which a number must come: then a lone number is theirs. */
const WANTS_NUMBER =
  /(?:^|\s)(?:tối thiểu|ít nhất|tối đa|trên|dưới|quá|từ|đến|đạt|ngày|tháng|năm|quý|số|điều|khoản|mức|độ|cấp|thứ|nhóm|top|tốp|mỗi|có|là|còn|khoảng|≥|≤|>|<)$/i;
/** Shorter neighbours are cells of a table, not lines of text. */
const TEXT_LINE = 12;
const LONGEST_HEAD = 90;

/** Drops page numbers and running heads. A running head is a short line that comes back at the page breaks. */
export function dropPageLines(lines: readonly PlanLine[]): readonly PlanLine[] {
  const numbers = new Set<number>();
  lines.forEach((line, at) => {
    if (isPageNumber(lines, line, at)) numbers.add(at);
  });
  const heads = runningHeads(lines, numbers);
  if (numbers.size === 0 && heads.size === 0) return lines;
  return lines.filter((line, at) => !numbers.has(at) && !(heads.has(line.text) && atPageBreak(lines, numbers, at)));
}

function isPageNumber(lines: readonly PlanLine[], line: PlanLine, at: number): boolean {
  const number = PAGE_NUMBER.exec(line.text)?.[1];
  if (number === undefined || number.startsWith('0')) return false;
  const before = lines[at - 1];
  const after = lines[at + 1];
  if (line.newPage || after?.newPage || /\D/.test(line.text)) return true;
  if (!before || !after) return true;
  if (WANTS_NUMBER.test(before.text) && !/^\d/.test(after.text)) return false;
  return before.text.length >= TEXT_LINE && after.text.length >= TEXT_LINE && !/\t/.test(before.raw + after.raw);
}

function runningHeads(lines: readonly PlanLine[], numbers: ReadonlySet<number>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  lines.forEach((line, at) => {
    if (line.text.length > LONGEST_HEAD || /^[-+•*]|[%;]/.test(line.text) || numbers.has(at)) return;
    if (atPageBreak(lines, numbers, at)) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text));
}

function atPageBreak(lines: readonly PlanLine[], numbers: ReadonlySet<number>, at: number): boolean {
  return numbers.has(at - 1) || numbers.has(at + 1) || lines[at]?.newPage === true || lines[at + 1]?.newPage === true;
}
