/**
 * Figures of the movement's own procedure: pages of a report, copies of a dossier, members of a council, how often it
 * meets, days until it answers. They limit the paper, the body or the meeting itself and are nothing to reach.
 */
import { VILLAGE_WORDS } from '../../base/text/village-words.ts';
import type { Figure } from '../figure/figure.ts';
import type { Section } from '../layout/section.ts';
import { DEEDS } from '../lexicon/deeds.ts';
import { type Phrases, phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';

/** What a movement is run with. */
const PAPERS = phrases(
  'báo cáo | báo cáo thành tích | hồ sơ | tờ trình | biên bản | biểu mẫu | phiếu chấm | minh chứng | danh sách | bản đăng ký | phiếu đăng ký | bản giao ước | bài dự thi | tác phẩm dự thi | sản phẩm dự thi | video dự thi | clip dự thi | thuyết minh | bản thuyết minh | số liệu báo cáo | kết quả chấm | bảng điểm | bảng chấm | khiếu nại | kiến nghị về kết quả',
);
const MEETINGS = phrases('cuộc họp | phiên họp | hội nghị | buổi họp | lễ phát động | lễ tổng kết | lễ trao thưởng');
/** A group and, behind it, what it was formed for: `Tổ thẩm định`, `Đoàn kiểm tra`. */
const GROUPS = phrases('hội đồng | tiểu ban | ban | tổ | đoàn | nhóm');
const RUNS = phrases(
  'chỉ đạo | tổ chức | giám khảo | giúp việc | thư ký | công tác thẩm định | chấm | xét | kiểm phiếu',
);
const JUDGES: readonly Phrases[] = DEEDS.flatMap(([what, list]) => (what === 'evaluation' ? [list] : []));
const REPORTS: readonly Phrases[] = DEEDS.flatMap(([what, list]) =>
  /report|review|summary|dossier/.test(what) ? [list] : [],
);
/** Words that open a clause before its noun. */
const OPENS = phrases('mỗi | các | những | việc | từng | toàn bộ | và | số lượng | thời gian trình bày | thời gian');
const HANDS_IN = phrases('gửi | nộp | lập | lập thành | lưu | lưu tại | kèm | kèm theo | sao | photo | gửi kèm | gồm');
/** What a paper is counted by: copies, sets, sheets. */
const COPIES = /^(?:bản|bộ|tờ|quyển|tệp|file|biểu|trang|ảnh)(?!\p{L})/u;
const SCALES = phrases('bảng | thang | theo bảng | theo thang | khung');
const MEETS = phrases('họp | giao ban | sinh hoạt');
/** Who runs the movement. */
const LEADERS = phrases('khối thi đua | cụm thi đua | ban chỉ đạo | hội đồng thi đua | thường trực hội đồng');
/** Whom and what an office gives for it: `phân công 03 đồng chí`, `bố trí 03 máy tính, 02 nhân viên`. */
const GIVES = phrases('phân công | bố trí | bố trí đủ');
const INSPECTS = phrases('kiểm tra | đôn đốc | phụ trách | theo dõi');
const MEMBERS: ReadonlySet<string> = new Set(['người', 'thành viên']);
const CONSISTS = phrases('gồm | có | bao gồm | không quá | từ | ít nhất | tối thiểu | tối đa');
/** Tokens from a figure to the deed it is for. */
const FAR = 12;
const NEAR = 4;

/**
 * Whether a figure only says how long a paper is, in how many copies it goes out, how large a body is: neither a target
 * nor a number of those commended. In parts on targets and tasks nothing is.
 */
export function isOfProcedure(tokens: readonly Token[], figure: Figure, { topics }: Section): boolean {
  if (isOfDemands(topics)) return false;
  const { at, from, kind, unit } = figure;
  // "chấm theo bảng 100 điểm"
  if (unit === 'điểm' && phraseBefore(tokens, from, SCALES) > 0) return true;
  const start = openingOf(tokens, from);
  if (kind !== 'percent' && (phraseAt(tokens, start, PAPERS) > 0 || phraseAt(tokens, start, MEETINGS) > 0)) return true;
  // "gửi 02 bản", "gồm: 01 tờ trình, 01 biên bản"
  const isPaper = COPIES.test(unit) || phraseAt(tokens, at + 1, PAPERS) > 0;
  if (isPaper && findPhrase(tokens, from - FAR, from, HANDS_IN) >= 0) return true;
  const isSized = phraseBefore(tokens, from, CONSISTS) + phraseAt(tokens, from, CONSISTS) > 0;
  return isSized && MEMBERS.has(unit) && isOfBody(tokens, start, from);
}

/**
 * Whether a figure that is no quota says how the movement is run: how often a body meets or looks on, what an office
 * gives, the most that a unit may put forward ("mỗi đơn vị báo cáo không quá 03 mô hình").
 */
export function isOfRunning(tokens: readonly Token[], figure: Figure, { topics }: Section): boolean {
  const { from, kind, unit, comparator } = figure;
  // "Khối thi đua giao ban 01 lần/quý" says how the movement is run, in a part on tasks too.
  const opening = openingOf(tokens, from);
  if (!topics.includes('targets') && isLeading(tokens, opening) && findPhrase(tokens, opening, from, MEETS) >= 0)
    return true;
  if (isOfDemands(topics)) return false;
  if (/^(?:count|unknown|measure)$/.test(kind) && comparator.startsWith('<') && topics.some(saysWhoDoes)) return true;
  const start = openingOf(tokens, from);
  const isOf = (list: Phrases): boolean => findPhrase(tokens, start, from, list) >= 0;
  if (isOfBody(tokens, start, from) && [MEETS, ...JUDGES].some(isOf)) return true;
  if (topics.includes('roles') && isOfOffice(tokens, figure, start)) return true;
  if (!/^lần(?!\p{L})/u.test(unit)) return false;
  // "kiểm tra mỗi năm 02 lần": how often an office looks on.
  if (topics.includes('roles') && findPhrase(tokens, from - NEAR, from, INSPECTS) >= 0) return true;
  // "báo cáo tỉnh 02 lần/năm": how often a report goes up.
  return REPORTS.some(isOf) || isNear(tokens, figure, REPORTS);
}

function isOfDemands(topics: Section['topics']): boolean {
  return topics.includes('targets') || topics.includes('tasks') || topics.includes('state');
}

/** Who and what an office gives for its duty, whom it looks after, how many a team has: in the part on duties. */
function isOfOffice(tokens: readonly Token[], { at, from, unit, kind, comparator }: Figure, start: number): boolean {
  if (kind !== 'count' && kind !== 'unknown') return false;
  const gives = findLastPhrase(tokens, Math.max(start, from - FAR), from, GIVES);
  if (gives >= 0 && tokens.slice(gives + 1, from).every(isOfList)) return true;
  if (isPlace(unit) && phraseBefore(tokens, from, INSPECTS) > 0) return true;
  // "Mỗi tổ có từ năm đến bảy người", "Tổ phúc tra 06 người"
  const group = findLastPhrase(tokens, Math.max(start, at - FAR), at, GROUPS);
  return MEMBERS.has(unit) && group >= 0 && (comparator === 'range' || isOfTeam(tokens, group, from));
}

/** A list of what is given: `03 máy tính, 02 nhân viên`. */
function isOfList({ kind, key }: Token): boolean {
  return kind === 'number' || kind === 'word' || key === ',';
}

function isPlace(unit: string): boolean {
  return PLACES.has(unit);
}
const PLACES: ReadonlySet<string> = new Set([...VILLAGE_WORDS, 'đơn vị', 'trường', 'chi bộ', 'cơ quan']);

/** Nothing but the name of the team stands between it and the number. */
function isOfTeam(tokens: readonly Token[], group: number, from: number): boolean {
  return (
    tokens.slice(group, from).every(({ kind }) => kind === 'word') && findPhrase(tokens, group + 1, from, DOES) < 0
  );
}

/** Parts that say who does what, and when it is reported. */
function saysWhoDoes(topic: Section['topic']): boolean {
  return topic === 'roles' || topic === 'reporting' || topic === 'calendar';
}

function isNear(tokens: readonly Token[], { to }: Figure, lists: readonly Phrases[]): boolean {
  return lists.some((list) => findPhrase(tokens, to, to + FAR, list) >= 0);
}

/** The first noun of the sentence, or of the part of it behind the last semicolon, colon or full stop. */
function openingOf(tokens: readonly Token[], from: number): number {
  let start = from;
  while (start > 0 && !/^[;:.]$/.test(tokens[start - 1]?.key ?? '')) start--;
  for (let length = opens(tokens, start); length > 0; length = opens(tokens, start)) start += length;
  return start;
}

function opens(tokens: readonly Token[], at: number): number {
  return phraseAt(tokens, at, OPENS) || phraseAt(tokens, at, DOES);
}

function isLeading(tokens: readonly Token[], at: number): boolean {
  return phraseAt(tokens, at, LEADERS) > 0;
}

/** A clause between two places opens with a body that runs the movement. */
function isOfBody(tokens: readonly Token[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const isOpening = at === start || tokens[at - 1]?.key === ',';
    const group = isOpening ? phraseAt(tokens, at, GROUPS) : 0;
    if (group === 2 || (group === 1 && [RUNS, ...JUDGES].some((list) => phraseAt(tokens, at + 1, list) > 0)))
      return true;
  }
  return false;
}
