/** The points of a clause, and the words that earn them: `Từ 85 % trở lên được 20 điểm` → 2000, `Từ 85 % trở lên`. */

/** `20 điểm`; `1/2 × Điểm tối đa`; a range only people can place in. */
interface ClausePoints {
  readonly head: string;
  /** Hundredths; null = a range, or in proportion. */
  readonly points: number | null;
  readonly how: 'points' | 'range' | 'proportion';
}

const N = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const WORD = ' ?(?:điểm|đ)(?!\\p{L})';
const ALL = `(?:được )?(?:100 ?% )?(?:đủ (?:số )?điểm|(?:số )?điểm tối đa|(?:tối đa|trọn|hết) (?:số )?điểm|tối đa|điểm chuẩn|max)`;
const ZERO = `(?:thì )?(?:không (?:được )?(?:tính|chấm|cho|có|đạt|được)(?: điểm)?|(?:bị )?trừ hết (?:số )?điểm|trừ toàn bộ (?:số )?điểm)`;
/** `1/2 × Điểm tối đa`, `50 % số điểm`, `một nửa số điểm`. */
const SHARE = String.raw`(?:(\d)/(\d)|(\d{1,3}(?:,\d)?) ?%|(một )?nửa) ?[*x]? ?(?:của )?(?:tổng )?(?:số )?điểm(?: tối đa| chuẩn)?`;
/** Words that join a clause to its points. */
const JOINT = String.raw`(?:\s*[:=→|]\s*|,?\s+)(?:-\s*)?(?:(?:thì|được|đạt|chấm|cho|tính|là|cộng|hưởng)\s+)*(?:số )?(?:điểm\s*[:=]?\s*)?`;
const TAIL = String.raw`(?:\s*\([^()]*\))?$`;
const at = (points: string): RegExp => new RegExp(`^(.*?)${JOINT}${points}${TAIL}`, 'isu');

const ENDS_IN_POINTS = at(`(?:tối đa )?(${N})${WORD}`);
/** Behind a colon or `được` a bare number is points too. */
const ENDS_IN_NUMBER = new RegExp(
  String.raw`^(.*?)(?:\s*[:=→|]\s*|\s+(?:được|chấm|cho|tính)\s+)(?:\+ ?)?(${N})${TAIL}`,
  'isu',
);
const ENDS_IN_ALL = at(ALL);
const ENDS_IN_ZERO = new RegExp(`^(.*?)(?:\\s*[:=,]\\s*|\\s+)${ZERO}${TAIL}`, 'isu');
const ENDS_IN_SHARE = at(`(trừ )?${SHARE}`);
const ENDS_IN_RANGE = at(`(?:từ )?(${N}) ?(?:điểm|đ)? ?(?:-|đến|tới) ?(?:dưới )?(${N})${WORD}`);
const IN_PROPORTION =
  /^(.*?)[\s:=,]*(?:thì |được |chấm |tính |cho )*(?:điểm |số điểm )?(?:theo tỷ lệ|tương ứng(?: với)? tỷ lệ|tỷ lệ thuận)(?:\s(?:thực hiện|đạt được|hoàn thành|tương ứng|phần trăm|%|kết quả))*$/isu;
const BEGINS_WITH_POINTS = new RegExp(
  String.raw`^(?:được |đạt |chấm |tính |cộng )*(?:tối đa )?(${N})${WORD}\s*(?::|nếu|khi|đối với|cho|với)\s*(.+)$`,
  'isu',
);

/** null = the clause gives no points. `max` = of the row, hundredths. */
export function clausePoints(clause: string, max: number): ClausePoints | null {
  const range = ENDS_IN_RANGE.exec(clause);
  if (range) return { head: headOf(range[1]), points: null, how: 'range' };
  const share = ENDS_IN_SHARE.exec(clause);
  if (share) {
    const part = shareIn(share.slice(3));
    if (part !== null) return pointsFor(share[1], Math.round(max * (share[2] === undefined ? part : 1 - part)));
  }
  const points = ENDS_IN_POINTS.exec(clause) ?? ENDS_IN_NUMBER.exec(clause);
  if (points) return pointsFor(points[1], hundredths(points[2] ?? ''));
  const first = BEGINS_WITH_POINTS.exec(clause);
  if (first) return pointsFor(first[2], hundredths(first[1] ?? ''));
  const none = ENDS_IN_ZERO.exec(clause);
  if (none) return pointsFor(none[1], 0);
  const all = ENDS_IN_ALL.exec(clause);
  if (all) return pointsFor(all[1], max);
  const proportion = IN_PROPORTION.exec(clause);
  return proportion ? { head: headOf(proportion[1]), points: null, how: 'proportion' } : null;
}

/** `0,5`, `20` → hundredths. */
export function hundredths(words: string): number {
  return Math.round(Number(words.replace(',', '.')) * 100);
}

function pointsFor(head: string | undefined, points: number): ClausePoints {
  return { head: headOf(head), points, how: 'points' };
}

function headOf(words = ''): string {
  return words
    .replace(/^(?:nếu|trường hợp|khi|đối với|mức|thì)\s+/iu, '')
    .replace(/[\s:=,-]+$/u, '')
    .trim();
}

/** Of `a/b`, of a percent, or of a half. */
function shareIn([a, b, percent, half]: readonly (string | undefined)[]): number | null {
  if (a !== undefined && b !== undefined) return Number(b) > 0 && Number(a) < Number(b) ? Number(a) / Number(b) : null;
  if (percent !== undefined) {
    const part = Number(percent.replace(',', '.')) / 100;
    return part > 0 && part < 1 ? part : null;
  }
  return half === undefined ? 0.5 : 0.5;
}
