/** Quotas of commending (chỉ tiêu khen thưởng): how many, of whom, in which round. */

import { VILLAGE_HEADS, VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Figure } from '../figure/figure.ts';
import type { PlanQuota, QuotaBase, QuotaKind } from '../finding.ts';
import type { Section } from '../layout/section.ts';
import { EACH_OF } from '../lexicon/function-words.ts';
import { type Phrases, phrases } from '../lexicon/phrases.ts';
import { roundIn } from '../words/rounds.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token, tokensOf } from '../words/token.ts';
import { isHead, isOwner, PERSONS, unitAt } from '../words/unit-words.ts';
import { isPrize } from './prize.ts';
import { winsTitle } from './won-title.ts';

const COLLECTIVES = phrases(
  `${VILLAGE_PATTERN} | tập thể | tập thể lao động | tổ chức | tổ chức hội | cơ quan | đơn vị | doanh nghiệp | hợp tác xã | trường | trường học | nhà trường | chi bộ | chi hội | chi đoàn | đội | tổ | nhóm | câu lạc bộ | cơ sở | dòng họ | địa phương | hội | mô hình | ban | bộ phận | phòng | lực lượng | xã | phường | thị trấn | huyện | tỉnh | lớp | sở | ngành | trạm | trạm y tế | ban quản lý | tổ hợp tác | hội quán | ban chỉ huy | đồn | cụm | công đoàn | ban công tác mặt trận | htx | tht | clb | dn | tdp | kdc`,
);
const INDIVIDUALS = phrases(
  `${VILLAGE_HEADS} | cá nhân | người | cán bộ | công chức | đảng viên | hội viên | đoàn viên | công dân | gương | tấm gương | điển hình | thành viên | em | chị | anh | cháu | đ / c | giáo viên | học sinh | công nhân | nông dân | lao động | sứ giả | viên chức | thanh niên | phụ nữ | tình nguyện viên | bí thư | cô đỡ | già làng | người uy tín | bác sĩ | y tá | nhân viên | cựu chiến binh | công an | dân quân | chiến sĩ | sinh viên | học viên | doanh nhân | chủ tàu | chủ hộ | ngư dân | thuyền viên | tiểu thương | nghệ nhân | người dân | tổ trưởng | đồng chí | quân số | biên chế`,
);
const HOUSEHOLDS = phrases('hộ | hộ gia đình | gia đình | hộ dân | hộ kinh doanh');
export const OUTSIDE = phrases('ngoài xã | ngoài huyện | ngoài phường | ngoài địa bàn | ngoài tỉnh');
const COMMENDS = phrases(
  'khen | tặng | tôn vinh | biểu dương | tuyên dương | danh hiệu | thưởng | xét chọn | bình chọn | được chọn | suy tôn',
);
/** Where nothing else speaks of awards a gift is none: `tặng 20 mái ấm, giúp 45 phụ nữ`. */
const PLAINLY_COMMENDS = phrases('khen | tôn vinh | biểu dương | tuyên dương | danh hiệu | trao thưởng | suy tôn');
const TO_COMMEND = phrases('để tặng | để khen | để đề nghị | đề nghị khen | đề nghị tặng');
/** Words looked back at. */
const FARTHEST = 160;
/** Words looked ahead at for what a list is chosen for. */
const FARTHEST_GIFT = 24;
const NUMBER_OF = phrases('số | số lượng | tổng số | trong tổng số | trên tổng số | tổng');

/**
 * What a figure limits, when it speaks of commending; `afterQuota` = whom the
 * quota of the sentence before is of, `listed` = that before it in its list; `within` = a part of a quota ("trong đó ít nhất 02 thôn"); null =
 * it is no quota.
 */
export function quotaOf(
  tokens: readonly Token[],
  figure: Figure,
  section: Section,
  afterQuota: QuotaKind | null,
  listed: QuotaKind | null = afterQuota,
): Omit<PlanQuota, 'text' | 'section' | 'offset'> | 'within' | null {
  if (
    figure.kind === 'zero' ||
    figure.kind === 'all' ||
    figure.kind === 'rank' ||
    figure.kind === 'money' ||
    figure.kind === 'points' ||
    figure.kind === 'measure'
  )
    return null;
  // "Hội thi …: 01 giải Nhất, 02 giải Nhì": so many win, whatever the part is about.
  if (figure.unit === 'giải' && isPrize(tokens, figure) && section.topic !== 'state')
    return {
      max: figure.value,
      unit: null,
      base: null,
      kind: recipientOf(tokens, figure, listed) ?? 'combined',
      round: roundOf(tokens, figure, section),
      per: null,
    };
  // "cứ 50 đoàn viên được đề nghị 01 người": of how many, not how many.
  if (tokens[figure.from - 1]?.key === 'cứ') return 'within';
  if (section.topic !== 'standard' && winsTitle(tokens, figure)) return null;
  // "phải có 100% thành viên hoàn thành nhiệm vụ": nobody commends all.
  if (figure.kind === 'percent' && figure.value >= 100) return null;
  // "Bản được xét khen khi có không dưới 60% người …": what it takes.
  if (isConditionOf(tokens, figure)) return null;
  if (figure.kind === 'percent' && figure.comparator.startsWith('>') && isOfCommended(tokens, figure)) return 'within';
  const recipient =
    recipientOf(tokens, figure, listed) ??
    listedGift(tokens, figure) ??
    (isShareOfAwards(tokens, figure, section) ? 'combined' : null);
  // "… tặng Giấy khen; cá nhân: toàn xã 10 người": the list goes on in the next sentence.
  const goesOn = afterQuota !== null && recipientKind(tokens, phraseAt(tokens, 0, EACH_OF)) !== null;
  if (!recipient || !(goesOn || inAwards(tokens, figure, section))) return null;
  if (figure.comparator === '>=' || figure.comparator === '>') return section.topic === 'standard' ? null : 'within';
  const round = roundOf(tokens, figure, section);
  return {
    max: figure.valueMax ?? figure.value,
    unit: figure.kind === 'percent' ? '%' : null,
    base: figure.kind === 'percent' ? baseOf(tokens, figure) : null,
    kind: recipient,
    round,
    per: perOf(tokens, figure),
  };
}

/** "… cho không quá 10% tổng số ngõ", "được đề nghị 20% số khẩu đội": in the part on awards, whomever it names. */
function isShareOfAwards(tokens: readonly Token[], { kind, comparator, from }: Figure, { topic }: Section): boolean {
  if (kind !== 'percent' || !topic.startsWith('award') || comparator.startsWith('>')) return false;
  return comparator.startsWith('<') || phraseBefore(tokens, from, PUT_UP) > 0;
}
const PUT_UP = phrases('được đề nghị | được xét | được khen');

/** "ít nhất 50% số cá nhân được khen là người trực tiếp": a part of those who are commended. */
function isOfCommended(tokens: readonly Token[], { to }: Figure): boolean {
  return findPhrase(tokens, to, to + FARTHEST_COMMENDED, ARE_COMMENDED) >= 0;
}
const FARTHEST_COMMENDED = 6;
const ARE_COMMENDED = phrases('được khen | được đề nghị khen | được tặng | đề nghị khen thưởng');

/** Behind "được xét khen khi", "được tặng giấy khen nếu": a condition, not how many. */
export function isConditionOf(tokens: readonly Token[], { from, to }: Figure): boolean {
  // "Muốn được xét khen thì chi hội phải đạt …, có từ 60% hội viên tham gia trở lên"
  if (phraseAt(tokens, 0, TO_BE) > 0 && findPhrase(tokens, 0, 5, COMMENDED) >= 0) return true;
  // "Tổ trưởng có 85% số hộ hoàn thành thì được xem xét khen"
  if (findPhrase(tokens, to, to + FARTHEST_THEN, THEN_CONSIDERED) >= 0) return true;
  const when = findPhrase(tokens, 0, from, WHEN);
  if (when <= 0) return false;
  // "Ấp đạt danh hiệu “…” khi được trên 90% hộ dân đồng thuận"
  const isTitled = findPhrase(tokens, Math.max(0, when - LONGEST_TITLE), when, TITLED) >= 0;
  return isTitled || findPhrase(tokens, Math.max(0, when - 5), when, COMMENDED) >= 0;
}
const FARTHEST_THEN = 16;
const THEN_CONSIDERED = phrases(
  'thì được xem xét | thì được xét | thì được đề nghị | mới được xét | mới được xem xét | mới được đề nghị',
);
const TITLED = phrases('đạt danh hiệu | được công nhận | công nhận danh hiệu');
const LONGEST_TITLE = 14;
const TO_BE = phrases('muốn được | để được');
const WHEN = phrases('khi | nếu | khi và chỉ khi | phải');
const COMMENDED = phrases('được xét | được khen | được tặng | được đề nghị | chỉ xét | chỉ khen | xét khen | xét tặng');

function inAwards(tokens: readonly Token[], figure: Figure, section: Section): boolean {
  if (section.topic === 'award-quota') return true;
  if (replacesCounts(tokens)) return true;
  if (section.topics.length === 0 && getsPaper(tokens, figure)) return true;
  // "Cá nhân: 15 Giấy khen": what is counted says it, whatever the part is called.
  if (section.topics.length === 0 && phraseAt(tokens, figure.at + 1, PAPERS_OF_AWARD) > 0) return true;
  const ahead =
    findPhrase(tokens, figure.to, figure.to + FARTHEST_GIFT, TO_COMMEND) >= 0 || isPutForward(tokens, figure);
  const isRewarded = findPhrase(tokens, figure.to, figure.to + FARTHEST_TITLE, REWARDED) >= 0;
  const verb = ahead || isRewarded || findPhrase(tokens, figure.at - FARTHEST, figure.at, COMMENDS) >= 0;
  // "Tiêu chuẩn, hình thức khen thưởng": what it takes is at least so much, what is given is at most so much.
  if (section.topic === 'standard' && !figure.comparator.startsWith('>') && (isRewarded || figure.comparator === '<='))
    return true;
  const capped = figure.comparator === '<=' || section.topics.includes('award-quota');
  if (section.topics.includes('award') && section.topic !== 'standard')
    return (
      capped ||
      verb ||
      figure.kind === 'count' ||
      figure.kind === 'percent' ||
      [PAPERS, PLACES].some((list) => phraseAt(tokens, figure.at + 1, list) > 0)
    );
  if (section.topic === 'targets') return isGiven(tokens, figure);
  const plainly =
    findPhrase(tokens, figure.at - FARTHEST, figure.at, PLAINLY_COMMENDS) >= 0 || rewardsBefore(tokens, figure.at);
  return verb && (plainly || ahead) && section.topic !== 'state';
}

/** `Thay cụm từ “05 tập thể, 10 cá nhân” …`: collectives and persons are counted only to be commended. */
export function replacesCounts(tokens: readonly Token[]): boolean {
  return phraseAt(tokens, 0, REPLACES) > 0 && findPhrase(tokens, 0, tokens.length, COUNTED_TO_COMMEND) >= 0;
}
const REPLACES = phrases('thay | thay thế | sửa | sửa đổi | điều chỉnh');
const COUNTED_TO_COMMEND = phrases('tập thể | cá nhân');

/** "UBND phường thưởng 03 khóm, 01 trường và 07 cá nhân": a number of winners right behind the verb, no sum of money. */
function rewardsBefore(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - FARTHEST), at).some(({ key }, place, before) => {
    const verb = at - before.length + place;
    const number = verb + (tokens[verb + 1]?.key === 'cho' ? 2 : 1);
    return key === 'thưởng' && tokens[number]?.kind === 'number' && unitAt(tokens, number + 1)?.kind === 'count';
  });
}

/** "ba thôn dẫn đầu được Chủ tịch UBND xã tặng Giấy khen": in prose without headings. */
function getsPaper(tokens: readonly Token[], { to }: Figure): boolean {
  const gets = findPhrase(tokens, to, to + FARTHEST_GIFT, GETS);
  return gets >= 0 && findPhrase(tokens, gets, gets + FARTHEST_TITLE, PAPERS_OF_AWARD) >= 0;
}
const GETS = phrases('được');

/** "chọn 01 tổ dẫn đầu thưởng 500.000 đồng" */
const REWARDED = phrases('thưởng | được thưởng | được khen | được tặng | tuyên dương | được tuyên dương | biểu dương');

/** "đề nghị tặng Giấy khen cho không quá 10 tập thể": a quota, whatever the part is about; "được tặng" is a target. */
function isGiven(tokens: readonly Token[], { from, to }: Figure): boolean {
  const put = findPhrase(tokens, to, to + FARTHEST_GIFT, PROPOSES);
  if (put >= 0 && findPhrase(tokens, put, put + FARTHEST_TITLE, TO_BE_GIVEN) >= 0) return true;
  if (rewardsBefore(tokens, from)) return true;
  const gives = findLastPhrase(tokens, Math.max(0, from - FARTHEST_GIFT), from, GIVES_PAPERS);
  return gives >= 0 && tokens[gives - 1]?.key !== 'được';
}
const GIVES_PAPERS = phrases('tặng giấy khen | tặng bằng khen | khen thưởng cho');
/** "02 đơn vị khá đề nghị Ủy ban nhân dân xã khen" */
const TO_BE_GIVEN = phrases('khen | tặng giấy khen | tặng bằng khen');
const FARTHEST_TITLE = 8;

/** "lựa chọn 01 xóm, 02 cá nhân tiêu biểu trình Chủ tịch UBND tỉnh tặng Bằng khen" */
function isPutForward(tokens: readonly Token[], { at, to }: Figure): boolean {
  const put = findPhrase(tokens, at + 1, to + FARTHEST_GIFT, PROPOSES);
  if (put < 0) return false;
  return (
    findPhrase(tokens, put, put + FARTHEST_GIFT, GIVES) >= 0 ||
    findPhrase(tokens, put, put + FARTHEST_TITLE, TO_BE_GIVEN) >= 0
  );
}

/**
 * "tặng Giấy khen cho 05 thôn, 02 đoàn thể, 10 “Đại sứ số”": an item of the list too. Persons are named by words we
 * know; anybody may bear a title.
 */
function listedGift(tokens: readonly Token[], { kind, from, at }: Figure): QuotaKind | null {
  const joint = tokens[at - 1]?.key;
  const isListed = kind === 'unknown' && from === at && (joint === ',' || joint === 'và');
  if (!isListed || findPhrase(tokens, at - FARTHEST, at, PLAINLY_COMMENDS) < 0) return null;
  return /^[“"]$/.test(tokens[at + 1]?.key ?? '') ? 'combined' : 'collective';
}

/** Whom it counts: the noun behind the number, for a percent the noun behind "số". */
function recipientOf(tokens: readonly Token[], figure: Figure, before: QuotaKind | null): QuotaKind | null {
  // "hướng dẫn 100 lượt người"
  if (figure.unit.startsWith('lượt')) return null;
  let at = figure.kind === 'percent' ? figure.to : nounAt(tokens, figure);
  if (figure.kind === 'percent') at += phraseAt(tokens, at, NUMBER_OF);
  // `không quá 15% số “Lao động tiên tiến”`
  if (/^[“"]$/.test(tokens[at]?.key ?? '')) at++;
  const kind = recipientKind(tokens, at);
  // "Tập thể: 04 giấy khen", "03 giấy khen cho thôn", "tập thể không quá 06": who gets them stands elsewhere.
  if (!kind) {
    const paper = phraseAt(tokens, figure.at + 1, PAPERS);
    // "Thôn: 1 giải nhất, 2 giải nhì": those the line is of.
    if (phraseAt(tokens, figure.at + 1, PLACES) > 0)
      return recipientBefore(tokens, figure) ?? listedFor(tokens) ?? before;
    const behind = figure.at + 1 + paper;
    if (paper > 0)
      return (
        recipientAfter(tokens, behind) ??
        recipientBefore(tokens, figure) ??
        // "tặng 40 Giấy khen": to whomever; not where it goes on to say so.
        (phraseBefore(tokens, figure.at, HANDS) > 0 && !PARTED.test(tokens[behind]?.key ?? '') ? 'combined' : null)
      );
    // "giáo viên không quá 15% tổng số"
    if (figure.to !== figure.at + 1 && figure.kind !== 'percent') return null;
    return recipientBefore(tokens, figure) ?? recipientKind(tokensOf(figure.unit, 0, figure.unit.length), 0);
  }
  const noun = Math.max(
    phraseAt(tokens, at, COLLECTIVES),
    phraseAt(tokens, at, INDIVIDUALS),
    phraseAt(tokens, at, HOUSEHOLDS),
  );
  for (let next = at + noun; next < at + noun + 6 && tokens[next]?.kind !== 'number'; next++) {
    if (phraseAt(tokens, next, OUTSIDE) > 0) return 'outside';
  }
  const joint = tokens[at + noun]?.key;
  const other =
    joint === ',' || joint === 'và' || joint === 'hoặc' || joint === '/' || joint === '-'
      ? recipientKind(tokens, at + noun + 1)
      : null;
  return other && other !== kind ? 'combined' : kind;
}

const HANDS = phrases('tặng | trao | khen tặng');
const PARTED = /^(?::|\(|,|gồm|trong)$/;

/** The noun alone before the first colon of a line. */
function listedFor(tokens: readonly Token[]): QuotaKind | null {
  const colon = tokens.findIndex(({ kind }) => kind !== 'word');
  return tokens[colon]?.key === ':' ? recipientKind(tokens, 0) : null;
}
const PLACES = phrases(
  'giải nhất | giải nhì | giải ba | giải khuyến khích | giải a | giải b | giải c | nhất | nhì | ba | khuyến khích',
);

/** `03 giấy khen cho xóm dẫn đầu` */
function recipientAfter(tokens: readonly Token[], from: number): QuotaKind | null {
  const at = findPhrase(tokens, from, from + 4, FOR);
  return at < 0 ? null : recipientKind(tokens, at + 1 + phraseAt(tokens, at + 1, PLURAL));
}
const FOR = phrases('cho');

const PAPERS_OF_AWARD = phrases('giấy khen | bằng khen | cờ thi đua');
const PAPERS = phrases('giấy khen | bằng khen | cờ thi đua | suất | phần thưởng');

function recipientBefore(tokens: readonly Token[], figure: Figure): QuotaKind | null {
  const end = tokens[figure.from - 1]?.key === ':' ? figure.from - 1 : figure.from;
  for (let at = end - 1; at >= Math.max(0, end - 4); at--) {
    const kind = recipientKind(tokens, at);
    if (kind) return isOfTwo(tokens, at, kind) ? 'combined' : kind;
  }
  return null;
}

/** `Doanh nghiệp, chủ nhà trọ: 10`: another kind right before the comma. */
function isOfTwo(tokens: readonly Token[], at: number, kind: QuotaKind): boolean {
  const joint = tokens[at - 1]?.key;
  if (joint !== ',' && joint !== 'và') return false;
  const other = [at - 3, at - 2].map((before) => recipientKind(tokens, before)).find((found) => found !== null);
  return other !== undefined && other !== kind && tokens[at - 4]?.kind !== 'number';
}

function nounAt(tokens: readonly Token[], figure: Figure): number {
  for (let at = figure.at + 1; at < figure.to; at++) if (recipientKind(tokens, at)) return at;
  return figure.to;
}

/** Who is commended, by the noun at a place; null = nobody known. */
export function recipientKind(tokens: readonly Token[], at: number): QuotaKind | null {
  // "tổng cộng 40 trường hợp": of any kind.
  if (phraseAt(tokens, at, CASES) > 0) return 'combined';
  if (phraseAt(tokens, at, HOUSEHOLDS) > 0) return 'household';
  if (phraseAt(tokens, at, INDIVIDUALS) > 0 || phraseAt(tokens, at, PERSONS) > 0) return 'individual';
  if (isOwner(tokens, at) || isHead(tokens, at)) return 'individual';
  return phraseAt(tokens, at, COLLECTIVES) > 0 ? 'collective' : null;
}

/** From the sentence before the number, else from the headings, innermost first. */
function roundOf(tokens: readonly Token[], figure: Figure, section: Section): PlanQuota['round'] {
  return roundIn(tokens, figure.at - FARTHEST, figure.at) ?? section.round;
}

const CASES = phrases('trường hợp');

const OCCASIONS = phrases('năm | giai đoạn');
function perOf(tokens: readonly Token[], figure: Figure): string | null {
  const at = findPhrase(tokens, Math.max(0, figure.at - 14), figure.at, EACH_OF);
  // "mỗi năm khen 10 tập thể": so many in all, each time.
  if (at < 0 || phraseAt(tokens, at + 1, OCCASIONS) > 0) return null;
  const length = Math.max(phraseAt(tokens, at + 1, COLLECTIVES), 1);
  return tokens
    .slice(at + 1, at + 1 + length)
    .map(({ text }) => text)
    .join(' ');
}

const BASES: readonly (readonly [QuotaBase, Phrases])[] = [
  ['registered', phrases('đăng ký | có đăng ký')],
  ['eligible', phrases('đủ điều kiện | đủ tiêu chuẩn | đạt tiêu chuẩn')],
  ['participants', phrases('tham gia | tham dự | hưởng ứng | được chấm điểm')],
];
/** "đăng ký tham gia" registered. */
const TO_TAKE_PART = phrases('đăng ký tham gia | đăng ký để tham gia | tham gia đăng ký');
const ALL_OF = phrases('tổng số | toàn bộ số | trên tổng số | trong tổng số');

/**
 * Of whom a percent is, from the words behind it: "10 % tập thể, 5 % cá nhân trực tiếp tham gia" says it of both.
 * Words that name two of them, or none, leave it open.
 */
function baseOf(tokens: readonly Token[], figure: Figure): QuotaBase | null {
  const next = tokens.findIndex((token, at) => at >= figure.to && token.kind === 'number');
  const end = next < 0 ? tokens.length : next;
  const own = basesIn(tokens, figure.to, end);
  const bases = own.length > 0 || isListed(tokens, figure, end) ? own : basesIn(tokens, end, tokens.length);
  if (bases.length === 1) return bases[0] ?? null;
  return bases.length === 0 && isListed(tokens, figure, end) ? 'listed' : null;
}

function isListed(tokens: readonly Token[], { to }: Figure, end: number): boolean {
  return findPhrase(tokens, to, Math.min(to + 2, end), ALL_OF) >= 0;
}

function basesIn(tokens: readonly Token[], from: number, to: number): readonly QuotaBase[] {
  const both = findPhrase(tokens, from, to, TO_TAKE_PART) >= 0;
  const named = BASES.flatMap(([base, list]) => (findPhrase(tokens, from, to, list) >= 0 ? [base] : []));
  return both ? named.filter((base) => base !== 'participants') : named;
}

export const GIVES = phrases(
  'tặng | tặng thưởng | khen tặng | khen thưởng cho | trình khen thưởng | trình khen | đề nghị khen thưởng | giấy khen | bằng khen | huân chương',
);
export const PROPOSES = phrases('đề nghị | trình');
export const PLURAL = phrases('các | những | một số');
