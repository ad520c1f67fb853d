/**
 * Figures in what somebody wrote beside a result: which of them the figures of the row do not explain. Days, times,
 * numbers of documents, points and where something is written are no figures.
 */
import { foldKey } from '../../base/text/text.ts';
import { readUnit, STATED } from '../../report/read/value-words.ts';
import type { Entry } from '../../report/report.ts';
import { speltNumber } from '../../sheet/grid/spelt-number.ts';
import { figureReads, isRounding } from './figures.ts';
import { readPlainNumbers } from './plain-numbers.ts';
import type { Line } from './run.ts';

/** Spelt as foldKey spells. */
const NO_FIGURES = [
  /https?:\S+|\S+@\S+/gu,
  /(?<!\d)\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}(?!\d)/gu,
  /(?:số|số hiệu|kế hoạch|quyết định|công văn|báo cáo|văn bản|kh|qđ|bc|cv)(?: số)?:? ?\d+ ?[/-] ?[\p{L}\d/-]*\p{L}[\p{L}\d/-]*/gu,
  /\d+ ?[/-] ?(?:qđ|kh|bc|cv|tb|nq|ct|tt|bb|tr|nđ)[\p{L}\d/-]*/gu,
  /(?<!\p{L})(?:ngày|tháng|năm|quí|kì|lần|vòng|đợt|phiên|tuần|mục|điều|khoản|phụ lục|biểu|mẫu|ô|hàng|dòng|cột|trang|nhóm|tiêu chí|giai đoạn) (?:thứ )?(?:số )?\d+(?:[.,/-]\d+)*/gu,
  /\d+ (?:tháng|ngày|quí|tuần|giờ|phút)(?!\p{L})/gu,
  /(?<!\d)(?:19|20)\d{2}(?!\d)/gu,
  // Points are judged where they stand.
  /\d+(?:[.,]\d+)? ?(?:\/ ?\d+ ?)?(?:điểm|đ)(?!\p{L})/gu,
];

/** Whether a figure stands as a result does, or with further words about it. */
type Standing = 'result' | 'qualified';

/**
 * The figures of the text, in digits or words, that may be meant for the row's result and are none of its own, nor their
 * sum, difference or ratio. Figures of other things are let be: `phát 700 tờ rơi`, `tăng 31 so với năm trước`. In a text
 * that is no remark (`isRemark`) only those that are stated count: `thực tế chỉ 80%`, not `ảnh 3`.
 */
export function otherFigures(
  text: string,
  line: Pick<Line, 'entry' | 'criterion' | 'title'>,
  isRemark: boolean,
): readonly Standing[] {
  const { entry, criterion, title } = line;
  let bare = inDigits(foldKey(text.slice(0, LONGEST)));
  for (const pattern of NO_FIGURES) bare = bare.replace(pattern, ' ');
  const own = ownFigures(entry);
  // "57/87 hộ" names what the row counts.
  const counted = figureReads(entry).map(({ read }) =>
    typeof read.raw === 'string' ? COUNTED.exec(read.raw)?.[1] : '',
  );
  const words = new Set(
    wordsIn([title, criterion.unit, criterion.numerator, criterion.denominator, ...counted].join(' ')),
  );
  return [...bare.matchAll(FIGURE)].flatMap(({ 0: figure, index }) => {
    const readings = readPlainNumbers(figure);
    const behind = bare.slice(index + figure.length).replace(TOTAL_BEHIND, '');
    // "66 hộ" are no 66 %.
    const [thing = ''] = /^ \p{L}/u.test(behind) ? wordsIn(behind) : [];
    const isCase = thing !== '' && (words.has(thing) || (readUnit(thing, undefined) !== undefined && thing !== 'điểm'));
    if (readings.some((reading) => isOwn(reading, own, isCase))) return [];
    const isAlone = isCase && /(?:^|[;,.(]) ?$/.test(bare.slice(0, index)) && /^ \p{L}+ ?(?:[;,.)]|$)/u.test(behind);
    if (!isRemark && !isAlone && !/^ ?%/.test(behind) && !STATED.test(bare.slice(0, index))) return [];
    const standing = standingOf(wordsIn(CLAUSE.exec(behind)?.[0] ?? ''), words);
    const isNear = own.counts.some((count) => readings.some((other) => Math.abs(other - count) <= NEAR * count));
    // Beside a nought any other number of cases contradicts it.
    const isBesideNought =
      own.counts.length > 0 && own.counts.every((count) => count === 0) && readings.some((reading) => reading > 0);
    return standing ?? (isNear || isBesideNought ? 'qualified' : []);
  });
}

/** The word behind a result: `57/87 hộ`. */
const COUNTED = /\d ?(\p{L}{1,8})(?:[ ,(.;]|$)/u;

/** `behind` = words after the figure in its clause, `own` = words for the things the row counts. */
function standingOf(behind: readonly string[], own: ReadonlySet<string>): Standing | null {
  const counted = behind.findIndex((word) => !own.has(word));
  if (counted === -1) return 'result';
  // "chỉ có 12 thôi": a last word that is counted by nobody.
  const isParticle = behind.length === 1 && readUnit(behind[0] ?? '', undefined) === undefined;
  return counted > 0 || isParticle ? 'qualified' : null;
}

interface OwnFigures {
  readonly counts: readonly number[];
  /** In percent. */
  readonly shares: readonly number[];
}

function isOwn(figure: number, { counts, shares: all }: OwnFigures, isCase: boolean): boolean {
  const shares = isCase ? [] : all;
  return (
    [...counts, ...shares, ...shares.map((share) => 100 - share)].some((count) => isRounding(figure, count)) ||
    counts.some((count) =>
      counts.some(
        (other) => count + other === figure || count - other === figure || (!isCase && isShare(figure, count, other)),
      ),
    )
  );
}

/** So near to a figure of the row that it may be a second count of the same thing. */
const NEAR = 0.2;
const CLAUSE = /^[^.,;:!?()]*/u;
const TOTAL_BEHIND = /^ ?\/ ?\d[\d.,]*/u;

function wordsIn(text: string): readonly string[] {
  return foldKey(text).match(/\p{L}+|%/gu) ?? [];
}

const LONGEST = 400;
/** `530`, `1.500`, `530/600`. */
const FIGURE = /\d+(?:[.,]\d+)*/gu;

/** True where a figure stands in the text, in digits or in words. */
export function namesFigure(text: string): boolean {
  return /\d/.test(inDigits(foldKey(text.slice(0, LONGEST))));
}

/**
 * Numbers in words as digits: `chỉ có mười hai` → `chỉ có 12`. A single word is a number before something that is
 * counted or at the end of its clause; "năm" there is a year and "không" a no. Spelt as foldKey spells.
 */
function inDigits(text: string): string {
  return text.replace(SPELT, (run: string, at: number) => {
    const number = speltNumber(run);
    if (number === null) return run;
    if (run.includes(' ') || run === 'mười') return String(number);
    const [, thing = ''] = /^ (\p{L}+)/u.exec(text.slice(at + run.length)) ?? [];
    const isCounted = thing !== '' && readUnit(thing, undefined) !== undefined;
    const isLast = thing === '' && run !== 'năm' && run !== 'không';
    return isCounted || isLast ? String(number) : run;
  });
}

const SPELT =
  /(?<!\p{L}|thứ )(?:(?:không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?: (?:mươi|trăm|nghìn|ngàn|linh|lẻ|không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười)){0,11})(?!\p{L})/gu;

function isShare(figure: number, a: number, b: number): boolean {
  return b > 0 && a <= b && isRounding(figure, (100 * a) / b);
}

function ownFigures(entry: Entry): OwnFigures {
  const { target, parts = [] } = entry;
  const own = figureReads(entry).map(({ read }) => {
    const { reading } = read;
    const figures =
      reading.kind === 'number' ? [reading.value] : reading.kind === 'ambiguous' ? reading.candidates : [];
    return { isShare: read.percent === true || (entry.denominator !== undefined && read === entry.value), figures };
  });
  const pairs = figureReads(entry).flatMap(({ read: { reading } }) =>
    reading.kind === 'fraction' ? [reading.a, reading.b] : [],
  );
  const below = parts.map(ownFigures);
  return {
    counts: [
      ...own.flatMap((item) => (item.isShare ? [] : item.figures)),
      ...pairs,
      ...below.flatMap(({ counts }) => counts),
    ],
    shares: [
      ...own.flatMap((item) => (item.isShare ? item.figures : [])),
      ...readPlainNumbers(target?.text ?? ''),
      ...below.flatMap(({ shares }) => shares),
    ],
  };
}
