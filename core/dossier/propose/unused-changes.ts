/**
 * Changes of an amending plan that the next version of the dossier does not hold: an audience, a condition, a clause
 * without a figure. Each is a line of the plan from which no finding comes.
 */
import type { PlanReading } from '../../plan/extract-plan.ts';
import { isAbolishing } from './amended-movement.ts';

const LABEL = /^(?:điều chỉnh \d{1,2}\.?|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|[-–+•]) /iu;
/** A line that only says where the changes below it belong. */
const HEADING =
  /^(?:điều chỉnh|sửa đổi|bổ sung|thay đổi)[^“"]{0,40}(?:(?:mục|phần|điểm|khoản) [\p{L}\d.]{1,6},? ?){1,3}(?:của kế hoạch)?(?: như sau)?[.:;]?$/iu;
const LEAVES_THE_REST = /giữ nguyên|không (?:thay đổi|điều chỉnh)/iu;
/** A line of less is a heading or a name. */
const LEAST_WORDS = 5;

/** The unused lines in their order, without their labels. `text` = of the amending plan. */
export function unusedChanges({ targets, quotas, deadlines, leftovers }: PlanReading, text: string): readonly string[] {
  const used = [...targets, ...quotas, ...deadlines, ...leftovers].map((finding) => plain(finding.text));
  const lines = text.normalize('NFC').split('\n').map(trimmed);
  const first = lines.findIndex((line) => LABEL.test(line));
  const end = lines.findIndex((line, at) => at > first && /^(?:nơi nhận|tm\. |kt\. |chủ tịch$|bí thư$)/iu.test(line));
  return lines.slice(Math.max(0, first), end < 0 ? undefined : end).flatMap((line) => {
    const words = line.replace(LABEL, '').replace(/[.;:]$/, '');
    const bare = plain(words);
    const isUsed = used.some((finding) => finding !== '' && (bare.includes(finding) || finding.includes(bare)));
    const isChange = words.split(' ').length >= LEAST_WORDS && !HEADING.test(words) && !LEAVES_THE_REST.test(words);
    return first >= 0 && isChange && !isUsed && !isAbolishing(words) ? [words] : [];
  });
}

function trimmed(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

/** Letters and digits alone: marks of quotation and labels differ between a line and the finding from it. */
function plain(text: string): string {
  return trimmed(text.normalize('NFC'))
    .replace(LABEL, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
