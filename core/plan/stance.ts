/** Whether a figure is wanted or merely told: current state, baseline, past year, slogan, money, bands are no targets. */
import type { Figure } from './figure.ts';
import { horizonsOf } from './horizon.ts';
import type { Section } from './section.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, phrases, type Token } from './token.ts';

const WANTED = phrases(
  'phấn đấu | mục tiêu | chỉ tiêu | nâng | tăng lên | lên | giảm xuống | xuống còn | xuống | bảo đảm | đảm bảo | yêu cầu | duy trì | giữ vững | giữ ổn định | kế hoạch đề ra',
);
const TOLD = phrases(
  'hiện | hiện nay | hiện tại | hiện có | hiện đạt | đến nay | tới nay | tính đến nay | đã đạt | đã có | mới đạt | mới có | đang đạt | thực trạng | hiện trạng | thực hiện năm trước | kết quả năm trước | năm trước đạt | cùng kỳ | đạt được trong',
);
const LIFTED = phrases('lên | xuống | xuống còn | lên đến | còn | tăng lên | giảm xuống | lên trên | lên tối thiểu');
const AGAINST = phrases(
  'so với | so với mức | so mức | từ mức | cao hơn mức | so | thay vì | hơn mức | bình quân chung | mức bình quân',
);
const BUDGET = phrases(
  'kinh phí | ngân sách | vốn | nguồn vốn | mức hỗ trợ | mức chi | tiền thưởng | mức thưởng | dự toán | mức lương | lương cơ sở | quỹ | lãi suất | thuế | chi phí',
);
const FUNDS = phrases('hỗ trợ | đối ứng | bố trí | cấp | chi | chiếm | bảo đảm | đảm bảo | trích | đóng góp');
const BANDS = phrases(
  'xếp loại | loại xuất sắc | loại tốt | loại khá | loại trung bình | loại yếu | hoàn thành xuất sắc | hoàn thành tốt nhiệm vụ | không hoàn thành nhiệm vụ | mức xuất sắc | đạt loại',
);
const OPEN = '(“"[';
const CLOSE = ')”"]';

/** True when the figure only tells or illustrates. `since` = first year of the plan, null when unknown. */
export function isTold(
  tokens: readonly Token[],
  figure: Figure,
  figures: readonly Figure[],
  section: Section,
  since: number | null,
): boolean {
  if (section.topic === 'budget' || section.topic === 'scoring') return true;
  return (
    inQuotes(tokens, figure) ||
    isBaseline(tokens, figure, figures) ||
    isFunding(tokens, figure, section) ||
    isBand(tokens, figure) ||
    (section.topic === 'state'
      ? stance(tokens, figure, since) !== 'wanted'
      : stance(tokens, figure, since) === 'told') ||
    aside(tokens, figure, since)
  );
}

/** The nearest word before the figure that says "wanted" or "told"; brackets it does not stand in are skipped. */
function stance(tokens: readonly Token[], figure: Figure, since: number | null): 'wanted' | 'told' | null {
  const horizons = horizonsOf(tokens);
  let depth = 0;
  for (let at = figure.at - 1; at >= 0; at--) {
    const key = tokens[at]?.key ?? '';
    if (key === ')') depth++;
    if (key === '(') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (phraseAt(tokens, at, TOLD) > 0 && !isCompound(tokens, at)) return 'told';
    if (key === 'đã' && figure.at - at <= 4) return 'told';
    const horizon = horizons.find((candidate) => candidate.from === at);
    if (horizon && since !== null) return Number(horizon.day.slice(0, 4)) < since ? 'told' : 'wanted';
    if (phraseAt(tokens, at, WANTED) > 0) return 'wanted';
  }
  return null;
}

/** `thực hiện`, `thể hiện`: not the "now" of `hiện đạt`. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === 'hiện' && phraseBefore(tokens, at, COMPOUND) > 0;
}
const COMPOUND = phrases('thực | thể | phát | xuất | biểu | tái | nhận | hiển | thân');

/** `từ 32%` before `lên 50%`; `so với 45%`. */
function isBaseline(tokens: readonly Token[], figure: Figure, figures: readonly Figure[]): boolean {
  if (phraseBefore(tokens, figure.from, AGAINST) > 0 || phraseBefore(tokens, figure.at, AGAINST) > 0) return true;
  const next = figures[figures.indexOf(figure) + 1];
  if (!next || next.kind !== figure.kind || next.at - figure.to > 12) return false;
  const lift = findPhrase(tokens, figure.to, next.at, LIFTED);
  return lift >= 0 && (figure.fromWord || findLastPhrase(tokens, Math.max(0, figure.from - 6), figure.at, FROM) >= 0);
}
const FROM = phrases('từ');

function inQuotes(tokens: readonly Token[], figure: Figure): boolean {
  for (let at = figure.at - 1; at >= Math.max(0, figure.at - 16); at--) {
    const key = tokens[at]?.key ?? '';
    if (key === '”') return false;
    if (key === '“') return findClosing(tokens, figure.to) >= 0;
  }
  const straight = tokens.slice(0, figure.at).filter((token) => token.key === '"').length;
  return straight % 2 === 1 && tokens.slice(figure.to).some((token) => token.key === '"');
}

function findClosing(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 16); at++) if (tokens[at]?.key === '”') return at;
  return -1;
}

function isFunding(tokens: readonly Token[], figure: Figure, section: Section): boolean {
  const start = clauseStart(tokens, figure.at);
  const budget = findLastPhrase(tokens, start, figure.at, BUDGET);
  if (budget < 0) return figure.kind === 'percent' && fundsAfter(tokens, figure);
  return !section.topics.includes('targets') || findPhrase(tokens, budget, figure.at, FUNDS) >= 0;
}

/** `hỗ trợ 50% kinh phí`. */
function fundsAfter(tokens: readonly Token[], figure: Figure): boolean {
  return phraseBefore(tokens, figure.from, FUNDS) > 0 && findPhrase(tokens, figure.to, figure.to + 2, BUDGET) >= 0;
}

/** `từ 90 điểm trở lên: loại xuất sắc`. */
function isBand(tokens: readonly Token[], figure: Figure): boolean {
  const start = clauseStart(tokens, figure.at);
  return findPhrase(tokens, start, figure.to + 8, BANDS) >= 0 && figure.kind !== 'rank';
}

/** A bare figure alone in brackets, or one behind a past year in them: `(88,4%)`, `(năm 2024: 65%)`. */
function aside(tokens: readonly Token[], figure: Figure, since: number | null): boolean {
  let open = figure.at - 1;
  while (open >= 0 && !OPEN.includes(tokens[open]?.key ?? ' ')) {
    if (CLOSE.includes(tokens[open]?.key ?? ' ')) return false;
    open--;
  }
  if (open < 0 || tokens[open]?.key !== '(') return false;
  const past = horizonsOf(tokens.slice(open, figure.at)).some(
    ({ day }) => since !== null && Number(day.slice(0, 4)) < since,
  );
  return past || (figure.at - open === 1 && tokens[figure.to]?.key === ')');
}

/** First token of the clause a token stands in: behind the last comma, colon or semicolon. */
export function clauseStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && !/^[,;:]$/.test(tokens[start - 1]?.key ?? '')) start--;
  return start;
}
