/**
 * The new text of a plan that changes another plan: the text in quotation marks behind "sửa đổi … như sau:", "thay …
 * bằng cụm từ", "sửa thành". It is the plan's own words, so its marks are no quotation.
 */

/** Stands for such a mark: one letter wide, dropped as the marks of a converter are. */
export const AMENDING_MARK = '\u2061';

const OPENS_NEW =
  /(?:như sau|thành|bằng(?: cụm từ| đoạn| nội dung)?|cụm từ mới|là|(?:khoản|điểm|mục|ý) [\p{L}\d]{1,4}) ?:?\s*$/iu;
/** Behind the closing mark of an old text: what it becomes stands in the next marks. */
const BECOMES = /^,? ?(?:(?:được|nay|đã) )*(?:(?:điều chỉnh|sửa đổi|sửa|thay thế|thay|đổi) )?(?:thành|bằng)\b/iu;
const AMENDS = /sửa đổi|sửa|bổ sung|điều chỉnh|thay thế|thay/iu;
/** Characters between the word that amends and the mark. */
const FARTHEST = 240;

/** The text with its amending marks put aside; as long as it was. Linear in the length. */
export function withoutAmendingQuotes(text: string): string {
  const letters = new Map<number, string>();
  for (const { index, 0: mark } of text.matchAll(/[“"]/g)) {
    if (letters.has(index)) continue;
    const before = text.slice(Math.max(0, index - FARTHEST), index).replace(/\s+/g, ' ');
    if (!OPENS_NEW.test(before) || !AMENDS.test(before)) continue;
    const end = closing(text, index + 1, mark);
    if (
      end < 0 ||
      BECOMES.test(
        text
          .slice(end + 1, end + 60)
          .trimStart()
          .replace(/\s+/g, ' '),
      )
    )
      continue;
    letters.set(index, AMENDING_MARK);
    letters.set(end, AMENDING_MARK);
  }
  if (letters.size === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const [at, letter] of [...letters].sort(([number], [other]) => number - other)) {
    parts.push(text.slice(from, at), letter);
    from = at + 1;
  }
  return parts.join('') + text.slice(from);
}

/** Where the mark closes; what is quoted within it has its own marks. */
function closing(text: string, from: number, mark: string): number {
  if (mark === '"') return text.indexOf('"', from);
  let open = 1;
  for (let at = from; at < Math.min(text.length, from + LONGEST); at++) {
    if (text[at] === '“') open++;
    if (text[at] === '”' && --open === 0) return at;
  }
  return -1;
}
/** No amendment quotes more at once. */
const LONGEST = 20_000;
