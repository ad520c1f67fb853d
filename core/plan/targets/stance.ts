/**
 * Whether a figure is wanted or only reported: current state, baseline, past year, slogan, money and bands are no
 * targets.
 */

import type { Figure } from '../figure/figure.ts';
import type { Section } from '../layout/section.ts';
import { phrases } from '../lexicon/phrases.ts';
import { INSTEAD_OF } from '../lexicon/references.ts';
import { ABOLISHES } from '../lexicon/verbs.ts';
import { BECOMES, LIFTED, WANTED } from '../lexicon/wanted.ts';
import type { Horizon } from '../time/horizon.ts';
import { clauseStart } from '../words/clause.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { type Around, isAside } from './aside.ts';

const TOLD = phrases(
  'chỉ tiêu cũ | mức cũ | quy định cũ | năm qua | thời gian qua | vừa qua | hiện | đến nay | tới nay | đã đạt | đã có | đang đạt | đầu năm | đầu kỳ | đầu nhiệm kỳ | thực trạng | hiện trạng | thực hiện năm trước | kết quả năm trước | năm trước đạt | cùng kỳ | đạt được trong',
);
/** `mới đạt 45%` tells; `phát sinh mới đạt ít nhất 95%` does not. */
const NEWLY = phrases('mới đạt | mới có | chỉ');
/** Words that begin with the `only` of `chỉ đạt` and are none. */
const ONLY_COMPOUNDS = phrases(
  'chỉ tiêu | chỉ số | chỉ thị | chỉ đạo | chỉ huy | chỉ định | chỉ dẫn | chỉ giới | chỉ rõ | chỉ ra | chỉ việc | chỉ bảo | chỉ giáo',
);
const ENDS_IN_ONLY = phrases('chứng | địa | liêm | kim | tôn');
function isOtherOnly(tokens: readonly Token[], at: number): boolean {
  return phraseAt(tokens, at, ONLY_COMPOUNDS) > 0 || phraseBefore(tokens, at, ENDS_IN_ONLY) > 0;
}
const AGAINST = phrases('so với | so với mức | so mức | từ mức | so | hơn mức | bình quân chung | mức bình quân');
const BUDGET = phrases(
  'kinh phí | ngân sách | vốn | nguồn vốn | mức hỗ trợ | mức chi | tiền thưởng | mức thưởng | dự toán | mức lương | lương cơ sở | quỹ khen thưởng | quỹ thi đua | lãi suất | thuế | chi phí',
);
const FUNDS = phrases('hỗ trợ | đối ứng | bố trí | cấp | chi | chiếm | bảo đảm | đảm bảo | trích | đóng góp');
const FUNDS_ALONE = phrases('hỗ trợ | đối ứng | trích | đóng góp | cấp | bố trí');
const BANDS = phrases(
  'xếp loại | loại xuất sắc | loại tốt | loại khá | loại trung bình | loại yếu | hoàn thành xuất sắc | hoàn thành tốt nhiệm vụ | không hoàn thành nhiệm vụ | mức xuất sắc | đạt loại',
);
/** Words looked back at: a stance does not reach farther. */
const FARTHEST = 120;

/** True when the figure only tells or illustrates. `since` = first year of the plan, null when unknown. */
export function isNarrative(figure: Figure, cues: readonly Cue[], around: Around): boolean {
  const { tokens, figures, section, since, issued, horizons } = around;
  if (section.topic === 'budget' || (section.topic === 'scoring' && !isRequired(tokens, figure))) return true;
  return (
    phraseAt(tokens, 0, ABOLISHES) > 0 ||
    inQuotes(tokens, figure) ||
    isShutOut(tokens, figure) ||
    isReason(tokens, figure) ||
    isNotYet(tokens, figure) ||
    isWholeOfNext(tokens, figure, figures) ||
    isBaseline(tokens, figure, figures, milestones(horizons, since)) ||
    isFunding(tokens, figure, section) ||
    isBand(tokens, figure) ||
    (section.topic === 'state' || isPast(section, since)
      ? !isAhead(tokens, figure, horizons, { since, issued })
      : stance(figure, cues, section) === 'told') ||
    isAside(figure, around)
  );
}

/** "Tập thể được khen phải có tỷ lệ … từ 85% trở lên" beside classes and marks: what it takes, not what it scores. */
function isRequired(tokens: readonly Token[], { kind, compared, at }: Figure): boolean {
  if (findPhrase(tokens, 0, at, COMMENDS) >= 0 && kind === 'count') return true;
  // "Năm 2026 xã phấn đấu có 8/24 thôn xếp loại Xuất sắc"
  if (kind !== 'points' && findPhrase(tokens, clauseStart(tokens, at), at, HOPES) >= 0) return true;
  if (kind !== 'percent' || !compared || tokens.some(({ key }) => key === 'điểm')) return false;
  return findPhrase(tokens, 0, at, MUST) >= 0;
}
const MUST = phrases('phải có | phải đạt');
const HOPES = phrases('phấn đấu | mục tiêu');
const COMMENDS = phrases('tặng giấy khen | tặng bằng khen | khen thưởng cho | biểu dương | tuyên dương');

/** "Còn 5/21 chi bộ chưa có máy tính": how many are without it so far. */
export function isNotYet(tokens: readonly Token[], { from, to, kind, compared }: Figure): boolean {
  if (kind !== 'count' || compared) return false;
  const start = clauseStart(tokens, from);
  const isFirst = start === from || start + phraseAt(tokens, start, STAND) === from;
  return isFirst && findPhrase(tokens, to, to + FARTHEST_DOOR, NOT_YET) >= 0;
}
const STAND = phrases('còn | có | vẫn còn | còn có');
const NOT_YET = phrases('chưa');

/** "Chợ có 23 quầy thì ít nhất 20 quầy phải …": of how many. */
function isWholeOfNext(
  tokens: readonly Token[],
  { to, value, unit, compared }: Figure,
  figures: readonly Figure[],
): boolean {
  const next = figures.find(({ from }) => from >= to);
  return (
    !compared && next !== undefined && next.unit === unit && next.value <= value && tokens[next.from - 1]?.key === 'thì'
  );
}

/** "… do sáp nhập 02 hợp tác xã": why, not what; "trong vòng 05 ngày kể từ ngày ký": when it is due. */
function isReason(tokens: readonly Token[], { at, to, kind, compared }: Figure): boolean {
  if (kind === 'time' && phraseAt(tokens, to, SINCE) > 0) return true;
  return !compared && /^(?:do|vì|bởi)$/.test(tokens[clauseStart(tokens, at)]?.key ?? '');
}
const SINCE = phrases('kể từ | tính từ | sau khi');

/** "không xem xét đơn vị có từ 02 hồ sơ quá hạn trở lên": who is left out. */
function isShutOut(tokens: readonly Token[], { at, to }: Figure): boolean {
  return (
    findPhrase(tokens, at - FARTHEST, at, SHUTS_OUT) >= 0 || findPhrase(tokens, to, to + FARTHEST_DOOR, THEN_OUT) >= 0
  );
}
const FARTHEST_DOOR = 8;
/** "có từ 02 chỉ tiêu trở lên không hoàn thành thì không xét" */
const THEN_OUT = phrases('thì không xét | không được xét | thì không khen | bị loại');
const SHUTS_OUT = phrases(
  'không xem xét | không xét | không đề nghị | không bình xét | không đưa vào xét | không được xét | không được đề nghị | chưa xem xét | chưa xét | chưa đề nghị',
);

/** "Kết quả giai đoạn 2021 - 2025": a heading whose time was over before the plan's began. */
function isPast({ horizon }: Section, since: number | null): boolean {
  return horizon !== null && since !== null && Number(horizon.slice(0, 4)) < since;
}

/** In a part that describes how things are, only sentences that look ahead are targets: `phấn đấu`, a year to come. */
function isAhead(
  tokens: readonly Token[],
  figure: Figure,
  horizons: readonly Horizon[],
  { since, issued }: Pick<Around, 'since' | 'issued'>,
): boolean {
  const start = clauseStart(tokens, figure.at);
  return (
    since !== null &&
    horizons.some(
      ({ from, to, day }) =>
        from < figure.at &&
        from >= start &&
        // "cả năm ra quân được 5 buổi": of no year named, it was the last.
        tokens.slice(from, to).some(({ text }) => /20\d\d/.test(text)) &&
        Number(day.slice(0, 4)) >= since &&
        day >= (issued ?? '') &&
        // "Năm học 2025 - 2026 có 98,2%": it began before.
        !tokens.slice(from, to).some(({ kind, text }) => kind === 'years' && Number(text.slice(0, 4)) < since),
    )
  );
}

/** A word that says "wanted" or "told" for what follows it. */
interface Cue {
  readonly at: number;
  /** newly = `mới đạt`: makes only a bare figure reported; done = `đã`: makes the words right behind it reported. */
  readonly says: 'wanted' | 'told' | 'newly' | 'done';
  /** End of the bracket around it; beyond it the word has no effect. */
  readonly until: number;
}

/** The cues of a sentence, in order. A year before the plan's first tells, any other year wants. */
export function cuesOf(tokens: readonly Token[], horizons: readonly Horizon[], since: number | null): readonly Cue[] {
  const years = new Map(horizons.map(({ from, day }) => [from, Number(day.slice(0, 4))]));
  const cues: { at: number; says: Cue['says']; until: number }[] = [];
  const open: number[] = [];
  tokens.forEach(({ key }, at) => {
    if (key === '(') open.push(cues.length);
    if (key === ')') for (const cue of cues.slice(open.pop() ?? cues.length)) cue.until = Math.min(cue.until, at);
    const says = saidAt(tokens, at, years.get(at), since);
    if (says) cues.push({ at, says, until: tokens.length });
  });
  return cues;
}

function saidAt(
  tokens: readonly Token[],
  at: number,
  year: number | undefined,
  since: number | null,
): Cue['says'] | null {
  // "sau khi đã có người hướng dẫn, không vượt quá 5%": when, not how things are.
  if (phraseBefore(tokens, at, ONCE) > 0) return null;
  if (phraseAt(tokens, at, TOLD) > 0 && !isCompound(tokens, at)) return 'told';
  if (phraseAt(tokens, at, NEWLY) > 0 && !isOtherOnly(tokens, at)) return 'newly';
  if (tokens[at]?.key === 'đã' && !isAttribute(tokens, at)) return 'done';
  // "sổ hộ tịch giai đoạn 1990 - 2015" names a thing of old; that it tells, other words must say.
  if (year !== undefined && since !== null)
    return year >= since ? 'wanted' : tokens[at]?.kind === 'years' ? null : 'told';
  return phraseAt(tokens, at, WANTED) > 0 ? 'wanted' : null;
}

const ONCE = phrases('sau khi | trước khi | một khi | nếu');

/** "dữ liệu đã số hóa đạt 50%": "đã" narrows the noun, the share is the predicate behind it. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  const verbAt = findPhrase(tokens, at + 2, at + 5, ARE_SAID);
  return verbAt > 0 && tokens.slice(at + 1, verbAt).every(({ kind }) => kind === 'word');
}
const ARE_SAID = phrases('đạt | phải đạt | chiếm');

/** The stance of the nearest cue before the figure. */
function stance(figure: Figure, cues: readonly Cue[], { topic }: Section): 'wanted' | 'told' | null {
  const lastCue = cues.findLast(
    ({ at, says, until }) =>
      at < figure.at &&
      until > figure.at &&
      !(says === 'newly' && figure.compared) &&
      // "Điều kiện: cá nhân đã hướng dẫn ít nhất 40 người": what is to have been done by then.
      // "khai thác dữ liệu đã số hóa từ 70% đến 75%": of which it is.
      !(says === 'done' && (figure.at - at > 4 || topic === 'standard' || figure.comparator === 'range')),
  );
  return lastCue ? (lastCue.says === 'wanted' ? 'wanted' : 'told') : null;
}

/** `thực hiện`, `thể hiện`: not the "now" of `hiện đạt`; `6 tháng đầu năm`: not the start of the year. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.key === 'đầu') return tokens[at - 1]?.key === 'tháng' || findPhrase(tokens, at - 4, at, SEASONS) >= 0;
  return tokens[at]?.key === 'hiện' && (phraseBefore(tokens, at, COMPOUND) > 0 || phraseAt(tokens, at, NOUNS) > 0);
}
/** `Tết trồng cây đầu năm` */
const SEASONS = phrases('tết | dịp | xuân');
const NOUNS = phrases('hiện trường | hiện vật | hiện tượng | hiện đại | hiện hành | hiện diện | hiện hữu');
const COMPOUND = phrases('thực | thể | phát | xuất | biểu | tái | nhận | hiển | thân');

/** `từ 32%` before `lên 50%`; `so với 45%`. */
function isBaseline(
  tokens: readonly Token[],
  figure: Figure,
  figures: readonly Figure[],
  ahead: readonly Horizon[],
): boolean {
  if ([figure.from, figure.at].some((at) => [AGAINST, INSTEAD_OF].some((list) => phraseBefore(tokens, at, list) > 0)))
    return true;
  // "so với chỉ tiêu đã giao cả năm là 70%"
  const against = findLastPhrase(tokens, clauseStart(tokens, figure.at), figure.from, COMPARED_WITH);
  if (against >= 0 && [figure.from, figure.at].some((at) => tokens[at - 1]?.key === 'là')) return true;
  if (isReplaced(tokens, figure.to)) return true;
  const next = figures[figures.indexOf(figure) + 1];
  if (!next || next.kind !== figure.kind || next.at - figure.to > 12) return false;
  const lift = findPhrase(tokens, figure.to, next.at, LIFTED);
  // "mỗi năm có thêm từ 01 đến 02 sản phẩm, nâng tổng số lên 14": what is added.
  if (figure.valueMax !== null && tokens.slice(figure.to, lift).some(({ key }) => key === ',')) return false;
  // "từ 75% năm 2026 lên 85% năm 2028": a year to come is no start; "từ 35% (tháng 3) lên 60%" says when it stood there.
  if (
    tokens[figure.to]?.key !== '(' &&
    ahead.some(({ from }) => from >= figure.to && from < lift && from - figure.to <= 1)
  )
    return false;
  // "thay chỉ tiêu 8 mô hình thành 10 mô hình"
  const isInto = tokens.slice(next.from - 1, next.at).some(({ key }) => key === 'thành' || key === 'bằng');
  return (
    (isInto || lift >= 0) &&
    tokens[lift - 1]?.key !== 'trở' &&
    (figure.fromWord ||
      findLastPhrase(tokens, Math.max(0, figure.from - 6), figure.at, FROM) >= 0 ||
      // "nâng chỉ tiêu mỗi ấp có 50 hộ lên 65 hộ"
      findPhrase(tokens, clauseStart(tokens, figure.at), figure.from, RESETS) >= 0)
  );
}

/** "chỉ tiêu 10 bản, nay là 12 bản": behind its unit comes what is set instead. */
export function isReplaced(tokens: readonly Token[], to: number): boolean {
  for (let at = to; at <= to + FARTHEST_CHANGE && tokens[at]?.kind !== 'number'; at++) {
    // "10 bản, đến nay là 12 bản" tells.
    if (phraseAt(tokens, at, BECOMES) > 0)
      return (
        !/^(?:đến|tới|hiện)$/.test(tokens[at - 1]?.key ?? '') &&
        tokens.slice(at, at + FARTHEST_CHANGE).some(({ kind }) => kind === 'number')
      );
    if (/^[.;:]$/.test(tokens[at]?.key ?? '.')) return false;
  }
  return false;
}
const FARTHEST_CHANGE = 8;
const COMPARED_WITH = phrases('so với | so');
const FROM = phrases('từ');
const RESETS = phrases(
  'nâng chỉ tiêu | hạ chỉ tiêu | điều chỉnh chỉ tiêu | tăng chỉ tiêu | giảm chỉ tiêu | thay chỉ tiêu | sửa chỉ tiêu | đổi chỉ tiêu | nâng mức | hạ mức',
);

/** Days of the plan's own years. */
function milestones(horizons: readonly Horizon[], since: number | null): readonly Horizon[] {
  return since === null ? [] : horizons.filter(({ day }) => Number(day.slice(0, 4)) >= since);
}

export function inQuotes(tokens: readonly Token[], figure: Pick<Figure, 'at' | 'to'>): boolean {
  for (let at = figure.at - 1; at >= Math.max(0, figure.at - LONGEST_QUOTE); at--) {
    const key = tokens[at]?.key ?? '';
    if (key === '”') return false;
    if (key === '“') return findClosing(tokens, figure.to) >= 0;
  }
  const marks = tokens.slice(Math.max(0, figure.at - FARTHEST), figure.at).filter((token) => token.key === '"');
  return marks.length % 2 === 1 && tokens.slice(figure.to, figure.to + FARTHEST).some((token) => token.key === '"');
}

const LONGEST_QUOTE = 48;

function findClosing(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_QUOTE); at++) if (tokens[at]?.key === '”') return at;
  return -1;
}

/** Money, or a share of it: reported, whatever the words around it. */
export function isFunding(tokens: readonly Token[], figure: Figure, section: Section): boolean {
  if (phraseAt(tokens, 0, COSTS_FIRST) > 0) return true;
  const start = clauseStart(tokens, figure.at);
  if (
    figure.kind === 'percent' &&
    phraseBefore(tokens, figure.from, FUNDS_ALONE) > 0 &&
    tokens[figure.to]?.kind !== 'word'
  )
    return true;
  const named = findLastPhrase(tokens, start, figure.at, BUDGET);
  // "phối hợp với Thuế cơ sở tổ chức 03 lớp": an office.
  // "… hộ nghèo được tiếp cận vốn vay và không thấp hơn 77% hội viên ký cam kết": a share of its own.
  const isAnother =
    figure.kind === 'percent' &&
    figure.compared &&
    tokens.slice(named, figure.from).some(({ key }) => key === 'và' || key === 'đồng');
  const budget = (named > start && tokens[named]?.text === 'Thuế') || isAnother ? -1 : named;
  if (budget >= 0 && phraseBefore(tokens, budget, RAISES) > 0) return false;
  if (budget < 0) return figure.kind === 'percent' && fundsAfter(tokens, figure);
  return !section.topics.includes('targets') || findPhrase(tokens, budget, figure.at, FUNDS) >= 0;
}

/** "Giải ngân vốn đầu tư công … đạt 55%", "thu ngân sách đạt 80%": a deed with money is a target. */
const RAISES = phrases('giải ngân | thu | tổng thu | số thu | nộp | số nộp | huy động | quyết toán');

/** "Kinh phí thực hiện 150 triệu đồng, trong đó …": the whole sentence is about money. */
const COSTS_FIRST = phrases(
  'kinh phí | nguồn chi | tổng kinh phí | dự kiến kinh phí | nguồn kinh phí | dự toán | tổng dự toán | tổng vốn | nguồn vốn | tổng mức | tổng nguồn | mức hỗ trợ | mức chi | mức thưởng | tiền thưởng',
);
/** `hỗ trợ 50% kinh phí`, `giảm 50% cước`. */
function fundsAfter(tokens: readonly Token[], figure: Figure): boolean {
  if (phraseBefore(tokens, figure.from, CUTS) > 0 && phraseAt(tokens, figure.to, CHARGES) > 0) return true;
  return phraseBefore(tokens, figure.from, FUNDS) > 0 && findPhrase(tokens, figure.to, figure.to + 2, COSTS) >= 0;
}

const COSTS = phrases(
  'kinh phí | chi phí | phí | lệ phí | học phí | mức đóng | mức phí | tiền | giá trị hợp đồng | giá trị công trình | ngân sách | vốn | lãi suất',
);

/** `từ 90 điểm trở lên: loại xuất sắc`, `Loại tốt: từ 70 đến 90 điểm`; not `95% hoàn thành tốt nhiệm vụ`. */
function isBand(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.kind === 'rank') return false;
  if (figure.unit === 'điểm' && figure.comparator === 'range') return true;
  if (
    figure.kind === 'percent' &&
    (phraseAt(tokens, figure.from - 1, PER_PART) > 0 || tokens[figure.from - 2]?.key === 'cứ')
  )
    return true;
  const label = findLastPhrase(tokens, Math.max(0, figure.from - 8), figure.from, BANDS);
  return (
    label >= 0 &&
    (figure.kind === 'points' || figure.compared) &&
    tokens.slice(label, figure.from).some(({ key }) => key === ':')
  );
}
/** `cứ 1% hồ sơ trễ hạn trừ 2 điểm` */
const PER_PART = phrases('cứ | mỗi');

const CUTS = phrases('giảm | miễn | miễn giảm | miễn, giảm');
const CHARGES = phrases('cước | phí | giá cước | giá vé | lệ phí | học phí | viện phí | tiền điện | tiền thuê');
