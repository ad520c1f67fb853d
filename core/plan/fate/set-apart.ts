/**
 * Why a figure is no demand: an ordered table of rules. The first rule that holds supplies the reason; where none
 * holds, an unused figure is left over.
 */

import { dayNumber } from '../../base/period/day.ts';
import { readDate } from '../../sheet/grid/date.ts';
import { phrases } from '../lexicon/phrases.ts';
import { INSTEAD_OF } from '../lexicon/references.ts';
import { ABOLISHES } from '../lexicon/verbs.ts';
import { LIFTED } from '../lexicon/wanted.ts';
import { replacesCounts } from '../quota/quota.ts';
import { isOfBaseline } from '../table/grid-roles.ts';
import { SIZES } from '../table/table-columns.ts';
import { NUMBERED, pathStart } from '../targets/number-name.ts';
import { LIFESPAN } from '../targets/obliging.ts';
import { inQuotes, isFunding, isNotYet, isReplaced } from '../targets/stance.ts';
import { clauseStart } from '../words/clause.ts';
import { cueBefore } from '../words/comparator.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { WrittenFigure } from './written-figures.ts';

export type Reason = 'reference' | 'numbering' | 'address' | 'history' | 'money' | 'name' | 'age' | 'time' | 'sum';

export interface Context {
  /** First year figures are wanted from; null = unknown. */
  readonly since: number | null;
  /** Day the plan was issued; null = unknown. */
  readonly issued: string | null;
  /** Places where labels of parts stand, and cells that number rows or columns. */
  readonly numbering: ReadonlySet<number>;
  /** Places of cells whose figures only come from other cells. */
  readonly derived: ReadonlySet<number>;
  /** Places of cells with what a plan that is amended had set. */
  readonly amended: ReadonlySet<number>;
  /** Places of cells with the size of a group of which other rows want a part. */
  readonly sizes: ReadonlySet<number>;
}

interface Rule {
  readonly verdict: Reason;
  readonly when: (figure: WrittenFigure, context: Context) => boolean;
}

const key = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? '';
const isGlued = ({ tokens, at, token }: WrittenFigure): boolean => {
  const [before, behind] = [tokens[at - 1], tokens[at + 1]];
  return (
    (before?.kind === 'word' && before.end === token.start) ||
    (behind?.kind === 'word' && behind.start === token.end && !/^(?:km|m|ha|đ|kg|tr|h)\d?$/i.test(behind.text))
  );
};
const yearIn = (text: string): number => Number(/(?:19|20)\d\d/.exec(text)?.[0] ?? Number.NaN);
const isYear = ({ kind, text }: Token): boolean => kind === 'number' && /^(?:19|20)\d\d$/.test(text);
/** Behind the number of a paper come its dates and its issuer. */
const FARTHEST_FROM_PAPER = 8;

const PARTS_OF_PAPERS = phrases(
  'điều | khoản | mục | phần | chương | tiểu mục | phụ lục | biểu | bảng | mẫu | quyết định | nghị quyết | nghị định | thông tư | chỉ thị | công văn | số | luật | đề án | chương trình',
);
const NAMED = phrases(
  `${NUMBERED} | bước | lần thứ | lần | thứ | kỳ | ngõ | cụm | chi bộ | chi hội | iso | tcvn | nhiệm kỳ | vùng`,
);
const EACH = phrases('mỗi | từng | các | những | ít nhất | tối thiểu | có | đạt | thêm');
const COMMENDS = phrases('giấy khen | bằng khen | khen thưởng | tuyên dương | biểu dương | cờ thi đua');
const commends = (tokens: readonly Token[]): boolean => findPhrase(tokens, 0, tokens.length, COMMENDS) >= 0;
const WISHES = phrases('phấn đấu | mục tiêu | chỉ tiêu | đề ra | phải');
const LOOKS_BACK = phrases('hiện có | hiện nay | hiện tại | đến nay | đã đạt | đã có | năm qua | hiện đạt | cùng kỳ');
const RESETS = phrases('nâng | hạ | điều chỉnh');
/** Of an amending plan: what is quoted behind them was. */
const REPLACES = phrases('thay | thay cho | sửa | sửa đổi | điều chỉnh | thay thế | chỉ tiêu cũ');
const AT_HOUR = phrases('trước | lúc | hồi | từ | đến | vào | sau');
const ADDRESSES = phrases(
  'tổng đài | gọi | điện thoại | số điện thoại | đt | sđt | fax | hotline | đường dây nóng | zalo | mã số thuế | tài khoản số | số tài khoản | số nhà | km số',
);

/** In the order of their application; above each its name and an example, the figure in brackets, which its test reads. */
export const TOLD_APART: readonly Rule[] = [
  // label: [1]. Mục tiêu
  { verdict: 'numbering', when: ({ token }, { numbering }) => numbering.has(token.start) },
  // paper: Nghị quyết số [57-NQ/TW]
  { verdict: 'reference', when: ({ token }) => token.kind === 'document' },
  // date-of-paper: Quyết định số 45/QĐ-UBND ngày [10/01/2026] của UBND xã
  {
    verdict: 'reference',
    when: ({ tokens, at, token }) =>
      (token.kind === 'date' || token.kind === 'number' || token.kind === 'slash') &&
      /^(?:ngày|tháng|năm)$/.test(key(tokens, at - 1)) &&
      tokens.slice(Math.max(0, at - FARTHEST_FROM_PAPER), at).some(({ kind }) => kind === 'document'),
  },
  // part-of-paper: theo Điều [5] Luật Thi đua, khen thưởng
  { verdict: 'reference', when: isPartOfPaper },
  // bases: Căn cứ Luật số [06/2022/QH15]
  { verdict: 'reference', when: ({ room }) => room === 'bases' },
  // phone: liên hệ [0203.382.4455]
  { verdict: 'address', when: ({ token }) => token.kind === 'phone' },
  // address: số điện thoại [1022]
  {
    verdict: 'address',
    when: ({ tokens, at }) => [at, at - 1].some((place) => phraseBefore(tokens, place, ADDRESSES) > 0),
  },
  // glued: mạng 5G, chuẩn H[264]
  { verdict: 'name', when: isGlued },
  // version: công nghiệp [4.0]
  { verdict: 'name', when: ({ token, tokens, at }) => /^\d\.0$/.test(token.text) && !isPercent(tokens, at) },
  // day-and-night: trực [24/7]
  { verdict: 'name', when: ({ token }) => /^24 ?\/ ?7$/.test(token.text) },
  // age: người từ [15] tuổi trở lên
  { verdict: 'age', when: isAge },
  // money: kinh phí [150] triệu đồng
  { verdict: 'money', when: isMoney },
  // floor-of-quota: tặng Giấy khen cho 07 tập thể, trong đó có ít nhất [03] thôn
  {
    verdict: 'reference',
    when: ({ tokens, figure, at }) =>
      figure?.comparator === '>=' &&
      commends(tokens) &&
      findLastPhrase(tokens, clauseStart(tokens, at), at, AMONG) >= 0,
  },
  // replaced: thay cụm từ “đạt [80]%” bằng cụm từ mới
  {
    verdict: 'history',
    when: ({ tokens, figure, token, at, room }, { amended }) =>
      (room === 'cell' && amended.has(token.start)) ||
      [at, at - 1].some((place) => phraseBefore(tokens, place, INSTEAD_OF) > 0) ||
      (token.kind === 'date' &&
        findPhrase(tokens, 0, tokens.length, REPLACES) >= 0 &&
        inQuotes(tokens, { at, to: at + 1 })) ||
      (figure !== null &&
        (phraseAt(tokens, 0, ABOLISHES) > 0 ||
          (figure.kind === 'count' && replacesCounts(tokens)) ||
          (findPhrase(tokens, 0, tokens.length, REPLACES) >= 0 && inQuotes(tokens, figure)))),
  },
  // baseline: TT\tChỉ tiêu\tĐVT\tHiện trạng\tKế hoạch 2026\n1\tHồ sơ trực tuyến\t%\t[61]\t80
  {
    verdict: 'reference',
    when: ({ heading }, { since }) => heading !== '' && (isOfBaseline(heading, since) || SIZES.test(heading)),
  },
  // size-of-group: I. CHỈ TIÊU\nNội dung\tĐơn vị\tThôn A\tThôn B\nSố hộ hiện có\thộ\t[312]\t287\nHộ ký cam kết\t%\t95\t92
  { verdict: 'reference', when: ({ token, room }, { sizes }) => room === 'cell' && sizes.has(token.start) },
  // sum: Thôn\tSố hộ có cáp quang\nThôn A\t12\nThôn B\t30\nCộng\t[42]
  { verdict: 'sum', when: ({ token, room }, { derived }) => room === 'cell' && derived.has(token.start) },
  // past-date: ngày [31/12/2019] có 12 máy
  { verdict: 'history', when: isPastDate },
  // clock: trước [16] giờ ngày 20/11
  {
    verdict: 'time',
    when: ({ tokens, at }) =>
      /^(?:giờ|h)$/.test(key(tokens, at + 1)) &&
      (phraseBefore(tokens, at, AT_HOUR) > 0 || [2, 3].some((far) => key(tokens, at + far) === 'ngày')),
  },
  // days-of-span: phát động [60] ngày thi đua, từ ngày 01/9/2026 đến ngày 31/10/2026
  { verdict: 'time', when: isLengthOfSpan },
  // year: giai đoạn [2026 - 2030]
  { verdict: 'time', when: isTimeOnly },
  // state: I. THỰC TRẠNG: xã có [12] thôn
  {
    verdict: 'history',
    // "… phấn đấu đạt ít nhất 80%", "gửi trước ngày 15/11/2026": what is ahead is no state, wherever it stands.
    when: ({ section, tokens, figure, token }, { issued }) =>
      section?.topics.includes('state') === true &&
      figure?.comparator !== '>=' &&
      !(figure?.compared && figure.comparator !== '>') &&
      !section.isSupposed &&
      findPhrase(tokens, 0, tokens.length, WISHES) < 0 &&
      !tokens.some((_, at) => cueBefore(tokens, at).comparator === '>=') &&
      (token.kind !== 'date' || issued === null || (readDate(token.text) ?? '') <= issued),
  },
  // past-year: năm 2019 đạt [61]% hồ sơ
  { verdict: 'history', when: isOfPastYear },
  // now: hiện có [3] tổ
  {
    verdict: 'history',
    when: ({ tokens, at, figure }) =>
      [at, figure?.from ?? at].some((place) => phraseBefore(tokens, place, LOOKS_BACK) > 0),
  },
  // not-yet: Còn [5]/21 chi bộ chưa có máy tính
  { verdict: 'history', when: ({ tokens, figure }) => figure !== null && isNotYet(tokens, figure) },
  // lifted: nâng từ [45]% lên 60%
  { verdict: 'history', when: isLiftedFrom },
  // replaced: chỉ tiêu [10], nay là 12 bản
  { verdict: 'history', when: ({ tokens, at, figure }) => isReplaced(tokens, figure?.to ?? at + 1) },
  // named: dịch vụ công mức độ [4]
  { verdict: 'name', when: isNamed },
];

/** The reason why the figure is no demand; null = no rule holds. */
export function reasonSetApart(figure: WrittenFigure, context: Context): Reason | null {
  return TOLD_APART.find(({ when }) => when(figure, context))?.verdict ?? null;
}

/** Itself an amount, a share of one, or in a part on costs a number beside an amount: `05 suất x 500.000 đồng`. */
function isMoney({ tokens, figure, section, heading }: WrittenFigure): boolean {
  if (section === null) return false;
  if (REWARDS.test(heading)) return true;
  if (section.topic !== 'budget') return figure !== null && isFunding(tokens, figure, section);
  if (figure === null || figure.kind === 'money' || isFunding(tokens, figure, section)) return true;
  const isAmount = (one: Token, place: number): boolean =>
    one.kind === 'number' && unitAt(tokens, place + 1)?.kind === 'money';
  const isBeside = tokens.some(isAmount) || findPhrase(tokens, 0, tokens.length, SUMS) >= 0;
  return figure.kind !== 'zero' && !figure.compared && !commends(tokens) && (isBeside || SUMS_HEADING.test(heading));
}
const SUMS = phrases('kinh phí | ngân sách | mức chi | dự toán | nguồn | vốn | quỹ | tiền | chi');
/** Of a column beside who is commended. */
const REWARDS = /(?:tiền|mức) thưởng|thành tiền/iu;
const SUMS_HEADING = /tiền|kinh phí|đơn giá|mức chi|dự toán/iu;

function isPartOfPaper({ tokens, at, token }: WrittenFigure): boolean {
  if (token.kind !== 'number' && token.kind !== 'slash') return false;
  if (phraseBefore(tokens, pathStart(tokens, at), PARTS_OF_PAPERS) > 0)
    return !isPercent(tokens, at) && !/\d\.\d{3}/.test(token.text);
  // "Sửa đổi điểm 1 mục I"
  if (key(tokens, at - 1) === 'điểm' && phraseAt(tokens, at + 1, ARTICLES) > 0) return true;
  // "Bổ sung khoản 6: “6. …”"
  if (key(tokens, at - 1) === ':' && tokens[at - 2]?.text === token.text && phraseBefore(tokens, at - 2, ARTICLES) > 0)
    return true;
  // "Điều 5, 6 và 7"
  return (
    /^(?:,|và|-)$/.test(key(tokens, at - 1)) &&
    tokens[at - 2]?.kind === 'number' &&
    phraseBefore(tokens, at - 2, ARTICLES) > 0
  );
}

const AMONG = phrases('trong đó | trong số đó | riêng');
const ARTICLES = phrases('điều | khoản | mục');

function isPercent(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.kind === 'percent';
}

function isAge({ tokens, at, figure }: WrittenFigure): boolean {
  if (findPhrase(tokens, at - LONGEST_CLAUSE, at, LIFESPAN) >= 0) return false;
  if (figure?.unit === 'tuổi') return true;
  const next = tokens.slice(at + 1, at + 4).map((token) => token.key);
  return next[0] === 'tuổi' || (/^(?:-|đến)$/.test(next[0] ?? '') && (next[2] === 'tuổi' || next[1] === 'dưới'));
}

/** A target may be due by a later day, so only a day up to the plan's issue is past. */
function isPastDate({ token }: WrittenFigure, { since, issued }: Context): boolean {
  if (token.kind !== 'date') return false;
  if (since !== null && yearIn(token.text) < since) return true;
  return issued !== null && (readDate(token.text) ?? '9') <= issued;
}

/** Years, quarters and months alone; a day of a month is left for what is due by it. */
function isTimeOnly({ tokens, at, token, figure }: WrittenFigure): boolean {
  if (token.kind === 'years' || isYear(token)) return true;
  if (token.kind === 'slash') return /^\d{1,2} ?\/ ?(?:19|20)\d\d$/.test(token.text);
  if (token.kind !== 'number') return false;
  if (isPercent(tokens, at) || (figure?.compared && figure.kind !== 'time')) return false;
  if (/^(?:tháng|quý|tuần)$/.test(key(tokens, at - 1)) && !/^(?:mỗi|một|hằng|hàng|từng)$/.test(key(tokens, at - 2)))
    return true;
  return figure?.kind === 'time' && /^(?:năm|tháng|quý|tuần|thế kỉ)$/.test(figure.unit);
}

/** `60 ngày … từ ngày 01/9/2026 đến ngày 31/10/2026`: as many days as lie between two dates of its sentence. */
function isLengthOfSpan({ tokens, at, token }: WrittenFigure): boolean {
  if (token.kind !== 'number' || key(tokens, at + 1) !== 'ngày') return false;
  const days = tokens.flatMap(({ kind, text }) => (kind === 'date' ? [dayNumber(readDate(text) ?? '')] : []));
  return days.some((day, place) => Math.abs((days[place + 1] ?? Number.NaN) - day - Number(token.text)) <= 1);
}

/** In its own clause a year before the plan's stands before it, and none of the plan's. */
function isOfPastYear({ tokens, at, section }: WrittenFigure, { since }: Context): boolean {
  if (since === null) return false;
  // "Đến năm 2025, 70% hộ …" among the targets of a plan of 2026: a slip of the pen, or how things stood.
  if (section?.topics.includes('targets') && phraseAt(tokens, 0, UNTIL) > 0) return false;
  for (let place = at - 1; place >= 0 && at - place < LONGEST_CLAUSE; place--) {
    const token = tokens[place];
    if (!token || token.key === ';' || token.key === '.' || findPhrase(tokens, place, place + 1, AHEAD) >= 0)
      return false;
    if (isYear(token) || token.kind === 'date' || token.kind === 'years') return yearIn(token.text) < since;
  }
  return false;
}
const UNTIL = phrases('đến năm | đến hết năm | đến cuối năm');
const LONGEST_CLAUSE = 40;
const AHEAD = phrases('phấn đấu | mục tiêu | đạt từ | tối thiểu | ít nhất | trở lên | nâng | tăng | giảm');

/** `từ 45% lên 60%`: where it starts. */
function isLiftedFrom({ tokens, at, figure }: WrittenFigure): boolean {
  if (!figure || figure.compared) return false;
  const from =
    figure.fromWord ||
    key(tokens, at - 1) === 'từ' ||
    key(tokens, figure.from - 1) === 'từ' ||
    findPhrase(tokens, Math.max(0, at - LONGEST_CLAUSE), at, RESETS) >= 0;
  return (
    from &&
    phraseAt(tokens, figure.to, LIFTED) > 0 &&
    tokens.slice(figure.to, figure.to + 5).some(({ kind }) => kind === 'number')
  );
}

function isNamed({ tokens, at, token, figure }: WrittenFigure): boolean {
  if (token.kind !== 'number' || isPercent(tokens, at) || figure?.compared || /\d\.\d{3}|,/.test(token.text))
    return false;
  const length = phraseBefore(tokens, at, NAMED);
  if (length === 0 || phraseBefore(tokens, at - length, EACH) > 0) return false;
  // "tổ 02 buổi": a count with its unit behind it.
  return !(figure?.kind === 'count' && (/^0\d/.test(token.text) || Number(token.text) > 9));
}
