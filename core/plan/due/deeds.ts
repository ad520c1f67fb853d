/** What a plan makes due: reports, plans, registrations, reviews; which of them a date is of. */

import type { DueKind } from '../../movement/movement.ts';
import { DEEDS } from '../lexicon/deeds.ts';
import { phrases } from '../lexicon/phrases.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { CUES, type Dated } from './due-dates.ts';

/** What is due: named before the date (since the date before it), else behind it. */
export function deedOf(
  tokens: readonly Token[],
  previous: number,
  dated: Pick<Dated, 'from' | 'to'>,
  next: number,
): DueKind | null {
  return deedWithin(tokens, previous, dated.from, 'last') ?? deedWithin(tokens, dated.to, next, 'first');
}

/** What words without a date make due. */
export function deedNamed(tokens: readonly Token[]): DueKind | null {
  return deedWithin(tokens, 0, tokens.length, 'last');
}

/** "báo cáo sơ kết trước 05/6, tổng kết năm trước 15/11": the word "report" holds for both. */
export function isReportToo(tokens: readonly Token[], previous: number, dated: Dated, what: DueKind | null): boolean {
  if (previous === 0 || (what !== 'final-review' && what !== 'interim-review')) return false;
  const joint = tokens[previous]?.key === ',' || tokens[previous]?.key === 'và' ? previous + 1 : -1;
  const goesOn = joint > 0 && joint < dated.from && phraseAt(tokens, joint, REVIEWS) > 0;
  return goesOn && deedWithin(tokens, 0, previous, 'last') === 'unit-report';
}
const REVIEWS = phrases('sơ kết | tổng kết');
const ISSUES = phrases('ban hành kế hoạch');

/** The weightiest deed named in a stretch; among plain deeds the nearest to the date. */
function deedWithin(tokens: readonly Token[], from: number, to: number, nearest: 'first' | 'last'): DueKind | null {
  const named = DEEDS.flatMap(([what, list]) => {
    const at = nearest === 'last' ? findLastPhrase(tokens, from, to, list) : findPhrase(tokens, from, to, list);
    if (at < 0 || phraseBefore(tokens, at, BASES) > 0 || isOfPaper(tokens, at)) return [];
    if (isCited(tokens, at, what, phraseAt(tokens, at, list))) return [];
    // "báo cáo về Phòng để tổng hợp báo cáo UBND xã": what others do with it then.
    if (what === 'yearly-summary' && tokens[at - 1]?.key === 'để') return [];
    // "xây dựng kế hoạch, phát động tại đơn vị": theirs, not that of the movement.
    return what === 'launch' && findPhrase(tokens, at, at + 8, AT_UNITS) >= 0 ? [] : [{ what, at }];
  });
  // "Hội đồng họp bình xét, đề nghị khen thưởng vào tháng 12": the day is that of the meeting.
  const meets = (at: number): boolean => tokens[at]?.key === 'họp' || tokens[at - 1]?.key === 'họp';
  const isMeeting = named.some(({ what, at }) => what === 'evaluation' && meets(at));
  if (isMeeting && named.every(({ what }) => what === 'evaluation' || what === 'award-dossier')) return 'evaluation';
  const deed =
    named.find(({ what }) => !PLAIN_DEEDS.has(what)) ??
    named.sort((a, b) => (nearest === 'first' ? a.at - b.at : b.at - a.at))[0];
  if (!deed) return null;
  // "Quý I: ban hành kế hoạch, phát động phong trào"
  const isOwnPlan = deed.what === 'unit-plan' && phraseAt(tokens, deed.at, ISSUES) > 0;
  if (isOwnPlan && named.some(({ what }) => what === 'launch')) return 'launch';
  // "rà soát các điểm đen, hoàn thành cắm biển trước ngày 30/6": the date is of what is done then.
  if (deed.what === 'evaluation' && nearest === 'last' && isDoneThen(tokens, deed.at, to)) return null;
  if (deed.what === 'unit-report' && phraseAt(tokens, deed.at, SENT) > 0) {
    const sent = named.filter(({ what, at }) => SENT_THINGS.has(what) && at < deed.at).sort((a, b) => b.at - a.at)[0];
    if (sent) return sent.what;
  }
  const isUpward = isSummary(tokens, from, deed.at) || goesUp(tokens, deed.at);
  return deed.what === 'unit-report' && isUpward ? 'yearly-summary' : deed.what;
}

/** "chấm điểm theo Kế hoạch số 04/KH-UBND", "kế hoạch thực hiện giao ước": what it rests on or carries out. */
function isCited(tokens: readonly Token[], at: number, what: DueKind, length: number): boolean {
  if (what === 'evaluation') return tokens[at]?.key === 'chấm' && tokens[at + 1]?.key === 'dứt';
  if (what === 'registration') return phraseBefore(tokens, at, CARRIES_OUT) > 0;
  // "từ ngày ban hành Kế hoạch đến …"
  const isTime = tokens[at - 1]?.key === 'ngày';
  return what === 'unit-plan' && (isTime || tokens[at + length]?.key === 'số');
}
const CARRIES_OUT = phrases('thực hiện');

/** "xây dựng kế hoạch, gửi về UBND xã trước ngày …": the words before "gửi về" name what is sent. */
const SENT = phrases('gửi về | gửi');
/** What was spoken of before "; gửi về … trước ngày …", if such a thing is sent. */
export function sentBefore(tokens: readonly Token[], before: readonly Token[]): DueKind | null {
  const sent = phraseAt(tokens, 0, SENT);
  const isToSomebody = sent > 0 && /^\p{Lu}/u.test(tokens[sent]?.text ?? '');
  const thing = isToSomebody ? deedNamed(before) : null;
  return thing !== null && SENT_THINGS.has(thing) ? thing : null;
}
const SENT_THINGS: ReadonlySet<DueKind> = new Set(['unit-plan', 'registration', 'award-dossier', 'other']);

function isDoneThen(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const done = tokens[at]?.key === ',' ? phraseAt(tokens, at + 1, DONE) : 0;
    // "chấm điểm chéo, hoàn thành trước ngày …": it is the scoring that ends then.
    const isSame = tokens[at + done]?.key === 'thành' && phraseAt(tokens, at + 1 + done, CUES) > 0;
    if (done > 0 && !isSame) return true;
  }
  return false;
}
const DONE = phrases('hoàn thành | xử lý | xử lý dứt điểm | khắc phục | khắc phục xong');

/** `báo cáo BCĐ thành phố`, `báo cáo Hội Nông dân tỉnh`: to whom the commune answers. */
function goesUp(tokens: readonly Token[], at: number): boolean {
  const report = phraseAt(tokens, at, REPORTS);
  if (report === 0) return false;
  // "Báo cáo kết quả phong trào về Sở Nội vụ tỉnh"
  let sent = at + report;
  while (
    sent < at + report + LONGEST_BODY &&
    /^\p{Ll}/u.test(tokens[sent]?.text ?? '') &&
    !TO_WHOM.test(tokens[sent]?.key ?? '')
  )
    sent++;
  const body = TO_WHOM.test(tokens[sent]?.key ?? '') ? sent + 1 : at + report;
  if (!/^\p{Lu}/u.test(tokens[body]?.text ?? '')) return false;
  let end = body;
  while (end < body + LONGEST_BODY && tokens[end]?.kind === 'word') end++;
  return tokens[body]?.key === 'sở' || findPhrase(tokens, body, end, ABOVE) >= 0;
}
const REPORTS = phrases('báo cáo | báo cáo về');
const TO_WHOM = /^(?:về|gửi|cho|lên)$/;
const LONGEST_BODY = 8;
const ABOVE = phrases('tỉnh | thành phố | huyện | cấp trên');
/** "Trên cơ sở sơ kết giai đoạn I, … tổng kết vào quý IV": what was before is not what is due. */
const BASES = phrases('trên cơ sở | căn cứ | căn cứ kết quả | trên cơ sở kết quả | sau | sau khi');
/** `tham mưu Bộ tiêu chí chấm điểm`: what a paper is for; `bỏ phiếu bình chọn` is done. */
function isOfPaper(tokens: readonly Token[], at: number): boolean {
  const paper = phraseBefore(tokens, at, PAPERS);
  return paper > 0 && tokens[at - paper - 1]?.key !== 'bỏ';
}
const PAPERS = phrases('tiêu chí | quy chế | quy định | thang điểm | phiếu | bảng | hướng dẫn');
const AT_UNITS = phrases('tại đơn vị | tại cơ quan | ở đơn vị | ở cơ quan | trong đơn vị | tại các đơn vị');
const PLAIN_DEEDS: ReadonlySet<DueKind> = new Set(['unit-plan', 'evaluation', 'launch', 'other']);

/** `tổng hợp kết quả, báo cáo UBND`; not `gửi về Phòng để tổng hợp`. */
function isSummary(tokens: readonly Token[], from: number, report: number): boolean {
  const at = findLastPhrase(tokens, Math.max(from, report - 12), report, GATHERS);
  return at >= 0 && tokens[at - 1]?.key !== 'để';
}
const GATHERS = phrases('tổng hợp');
