/** The pieces a plan is made of: head, title, legal bases, body, recipients and signature, annexes. */
import type { FlatLine, PlanText } from './plan-text.ts';

export interface PlanParts {
  /** Up to the title: issuer, number, place and date. */
  readonly head: string;
  /** Words under "KẾ HOẠCH", up to the legal bases. */
  readonly title: string;
  /** `Căn cứ …` up to the first part. */
  readonly bases: string;
  /** Where `bases` stands; null = it is ''. */
  readonly basesAt: number | null;
  /** Stretches of the running text to be read: the body, then the annexes. */
  readonly bodies: readonly { readonly from: number; readonly to: number }[];
  /** Between "Nơi nhận" and the signature. */
  readonly recipients: string;
}

const TITLE = /(?:^|\s)(?:KẾ HOẠCH|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|THỂ LỆ)(?=\s|$)/u;
/** A legal basis names a document; "Thực hiện phong trào …" is still the title. */
const BASES =
  /(?:^|\s)(?:(?:Căn cứ|Thực hiện|Theo|Xét|Triển khai|Tiếp tục|Trên cơ sở)(?: (?:các|nội dung|tinh thần))?(?= (?:Luật|Bộ luật|Nghị |Kế hoạch|Quyết định|Chỉ thị|Công văn|Chương trình|Thông (?:tư|báo|tri)|Hướng dẫn|Đề án|Kết luận|Văn bản|Pháp lệnh|đề nghị|Điều|tình hình))|(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Đảng ủy|Đảng uỷ|Hội đồng)(?= (?:xã|phường|thị trấn|đặc khu) .{2,40}(?:ban hành|xây dựng|tổ chức))|(?:Nhằm|Để)(?= ))/u;
const FIRST_PART =
  /^[^\p{L}\d]{0,6}(?:I|A|1|(?:P[Hh][Ầầ][Nn]|C[Hh][Ưư][Ơơ][Nn][Gg]) (?:I|1|A|[Tt][Hh][Ứứ] [Nn][Hh][Ấấ][Tt])|Điều 1)(?![\p{L}\d]) ?[.)/:-]? ?(?=\p{Lu}|$)/u;
const RECIPIENTS = /^[^\p{L}]{0,6}N(?:ơi|ƠI) n(?:hận|HẬN)|^[^\p{L}]{0,6}NƠI NHẬN/u;
const FILED = /(?:^|[-–+;\s])Lưu ?[:. ]/u;
const SIGNATURE =
  /^(?:[^\p{Ll}]{2,60}|\(?(?:đã ký|đã kí|ký tên|ký, đóng dấu)[^.;]{0,30}\)?|(?:\p{Lu}[\p{L}’'.]* ?){1,5})$/u;
const ANNEX = /^[^\p{L}]{0,6}(?:P[Hh][Ụụ] [Ll][Ụụ][Cc]|PHỤ BIỂU|BIỂU CHỈ TIÊU|BẢNG CHỈ TIÊU)(?:\s|$|:|\.)/u;
/** A list of recipients is no longer than this. */
const MOST_RECIPIENTS = 60;
const LONGEST_HEAD = 3000;

/** Finds the pieces; one that is missing is ''. A text that starts with its first part is all body. */
export function partsOf(text: PlanText): PlanParts {
  const { flat, lines } = text;
  const firstPart = lines.find((line) => FIRST_PART.test(flat.slice(line.start, line.start + 30)))?.start ?? -1;
  const opening = flat.slice(0, firstPart >= 0 ? firstPart : LONGEST_HEAD);
  const titleMatch = TITLE.exec(opening);
  const titleAt = titleMatch ? titleMatch.index + titleMatch[0].length : -1;
  const basesMatch = titleAt >= 0 ? BASES.exec(opening.slice(titleAt)) : null;
  const basesAt = basesMatch ? titleAt + basesMatch.index : -1;
  // A plan in prose without parts or legal bases: its first whole sentence ends the title.
  const prose = sentenceFrom(text, titleAt);
  const bodyAt = firstPart >= 0 ? firstPart : basesAt >= 0 ? basesAt : titleAt >= 0 ? (prose?.start ?? titleAt) : 0;
  const titleEnd = basesAt >= 0 ? basesAt : bodyAt;
  return {
    head: opening.slice(0, Math.max(0, titleAt)),
    title: titleAt >= 0 ? opening.slice(titleAt, titleEnd).trim() : '',
    bases: firstPart >= 0 && basesAt >= 0 ? opening.slice(basesAt, firstPart).trim() : '',
    basesAt: firstPart >= 0 && basesAt >= 0 ? basesAt : null,
    ...bodyAndRecipients(text, bodyAt),
  };
}

/** The first line behind a place that ends in a mark, or the one above it where its sentence starts. */
function sentenceFrom({ flat, lines }: PlanText, from: number): FlatLine | undefined {
  const behind = lines.filter((line) => line.start >= from);
  const at = behind.findIndex(({ start, end }) => /[.;:,]$/.test(flat.slice(start, end)));
  return (
    behind.findLast(({ start }, index) => index <= at && /^[“"]?\p{Lu}/u.test(flat.slice(start, start + 2))) ??
    behind[at]
  );
}

/** Recipients and signature may stand anywhere in a converted file: they are cut out, what follows them is read on. */
function bodyAndRecipients(text: PlanText, start: number): Pick<PlanParts, 'bodies' | 'recipients'> {
  const { flat, lines } = text;
  const bodies: { from: number; to: number }[] = [];
  let recipients = '';
  let from = start;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.start < from || !RECIPIENTS.test(flat.slice(line.start, line.end))) continue;
    const end = endOfRecipients(text, at);
    if (line.start > from) bodies.push({ from, to: line.start });
    from = lines[end]?.start ?? flat.length;
    recipients ||= lines.slice(at, end).map(leftColumn).join(' ').trim();
    at = end - 1;
  }
  if (from < flat.length) bodies.push({ from, to: flat.length });
  return { bodies, recipients };
}

/** In a text that keeps its columns the signature stands beside the recipients. */
function leftColumn({ raw }: FlatLine): string {
  return (raw.trim().split(/\t| {4,}/)[0] ?? '').replace(/\s+/g, ' ');
}

/** Index of the first line behind the recipients and the signature. */
function endOfRecipients({ flat, lines }: PlanText, at: number): number {
  const words = (index: number): string => flat.slice(lines[index]?.start ?? 0, lines[index]?.end ?? 0);
  let end = at;
  while (end < lines.length && end < at + MOST_RECIPIENTS && !FILED.test(words(end))) {
    if (ANNEX.test(words(end))) return end;
    end++;
  }
  // No "Lưu": the list ends where its dashes end.
  if (end >= lines.length || end >= at + MOST_RECIPIENTS) {
    end = at + 1;
    while (end < lines.length && /^[-–+]/.test(words(end))) end++;
    end--;
  }
  end++;
  while (end < lines.length && !ANNEX.test(words(end)) && SIGNATURE.test(words(end).trim())) end++;
  return end;
}
