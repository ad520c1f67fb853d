/** Whether something counted is wanted: "xây dựng 02 mô hình" is, "ở 12 bản" is not. */
import { VILLAGE_WORDS } from '../../base/text/village-words.ts';
import type { Figure } from '../figure/figure.ts';
import type { Section } from '../layout/section.ts';
import { EACH_OF } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES, PREDICATES } from '../lexicon/verbs.ts';
import { winsTitle } from '../quota/won-title.ts';
import { clauseStart } from '../words/clause.ts';
import { EACH_TIME } from '../words/comparator.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { AMONG_THEM, describes, isInName, isInsideRate } from './describing.ts';
import { isNamed } from './number-name.ts';

/** What only places or relates a number. */
const RELATES = phrases(
  'ở | trong | tại | với | phối hợp | phối hợp cùng | cùng | của | từ | theo | về | do | giữa | khỏi | đối với | gồm | bao gồm | cho | trên | các | những | qua | khoảng | và | giao | rà soát | trong số | thuộc | cả',
);
/** Abstract nouns are not counted even behind `trên`. */
const ABSTRACT = phrases(
  'nội dung | mặt | phương diện | chỉ tiêu | tiêu chí | nhiệm vụ | nhóm | giải pháp | khu vực | tiêu chuẩn | loại',
);
const ABOUT = phrases('khoảng | tương đương | gần');

/** `02 lần/tháng`: a frequency is a target of the unit addressed; "rà soát 02 lần/năm" is office work and none. */
const REGULAR = /\/(?:ngày|tuần|tháng|quý|năm|học kỳ|năm học|vụ)$/u;
const LOOKS_OVER = phrases('rà soát');

/** `before` = the figure before it in the sentence was taken as a target; `start` = where its clause starts. */
export function counts(
  tokens: readonly Token[],
  figure: Figure,
  section: Section,
  before: Figure | null,
  start: number,
): boolean {
  const inTargets = section.topics.includes('targets');
  // "Giai đoạn 1 hoàn thành": what is done counts nothing.
  if (figure.kind === 'unknown' && !figure.compared && phraseAt(tokens, figure.at + 1, DOES) > 0) return false;
  const isAbstract = phraseBefore(tokens, figure.to, ABSTRACT) > 0 && !inTargets;
  if (isAbstract && (figure.comparator === '>' || isCited(tokens, figure))) return false;
  if (!figure.compared && phraseBefore(tokens, figure.at, WATCHES) > 0 && PLACES.has(figure.unit)) return false;
  // "thôn đứng thứ nhất được thưởng 01 bộ máy vi tính"
  if (phraseBefore(tokens, figure.at, PRIZES) > 0) return false;
  if (isEachOne(tokens, figure) || isDoer(tokens, figure) || isNarrative(tokens, figure)) return false;
  // "dưới 50 điểm phê bình" shuts out.
  if (figure.unit === 'điểm' && figure.comparator === '<' && !inTargets) return false;
  if (
    isInsideRate(tokens, figure, start) ||
    (tokens[figure.to]?.key === 'đã' &&
      phraseAt(tokens, figure.to, USED) === 0 &&
      phraseBefore(tokens, figure.at, DOES) === 0)
  )
    return false;
  if (before?.kind === 'count' && comesWith(tokens, figure, before)) return asks(section) || inTargets;
  if (!figure.compared && PLACES.has(figure.unit) && phraseBefore(tokens, figure.at, WHOSE) > 0) return false;
  if (describes(tokens, figure, before) || isInName(tokens, figure)) return false;
  // "Xã có 4.812 hộ" among the purposes tells how things are.
  if (section.topic === 'purpose' && !figure.compared && findPhrase(tokens, start, figure.at, EACH_OF) < 0)
    return false;
  // "sơ kết hai đợt", "khen thưởng hai đợt": when, not how many.
  if (/^(?:đợt|lần|kỳ)$/.test(figure.unit) && findPhrase(tokens, start, figure.at, REVIEWED) >= 0) return false;
  if (figure.fromWord && section.topic === 'standard') return true;
  // "tinh thần của hơn 23.000 người dân": whose it is.
  if (figure.comparator === '>' && tokens[figure.from - 1]?.key === 'của') return false;
  if (figure.compared) return !isNamed(tokens, figure);
  if (figure.fraction) return inTargets || asks(section) || phraseBefore(tokens, figure.at, DOES) > 0;
  if (tokens[figure.to]?.key === '/') return true;
  if (REGULAR.test(figure.unit) || (figure.unit === 'lần' && phraseBefore(tokens, figure.from, EACH_TIME) > 0))
    return findPhrase(tokens, start, figure.at, LOOKS_OVER) < 0;
  if (carriesOn(tokens, figure, before)) return true;
  // "…, khoảng 8.400 trang": how much that is.
  const about = phraseBefore(tokens, figure.at, ABOUT);
  if (about > 0 && tokens[figure.at - about - 1]?.key === ',') return false;
  if (isAsked(tokens, figure, start) && (inTargets || asks(section))) return true;
  // "toàn phường có từ 3 sáng kiến được công nhận"
  if (figure.fromWord && phraseBefore(tokens, figure.at - 1, HAS) > 0 && (inTargets || asks(section))) return true;
  if (isAllThat(tokens, figure) && inTargets) return true;
  if (isReachedFrom(tokens, figure, start, inTargets || asks(section))) return true;
  if (isDoneAt(tokens, figure, start) && (inTargets || asks(section))) return true;
  const relates = phraseBefore(tokens, figure.at, RELATES);
  // "bàn giao 30 nhà" is done; "giao 30 nhà" only says whose they are.
  if (relates > 0 && phraseBefore(tokens, figure.at, DOES) <= relates)
    return figure.from < figure.at && phraseBefore(tokens, figure.at, RELATES_ONLY) === 0;
  if (section.topic !== 'standard' && winsTitle(tokens, figure)) return true;
  // Among targets and tasks a counted thing is a target, whatever its noun and whatever the words before it.
  if (inTargets || asks(section)) return doneBefore(tokens, figure, start) || !isNamed(tokens, figure);
  // "vận động trao tặng 400 mũ bảo hiểm": a noun not known, right behind what is done.
  if (figure.kind === 'unknown')
    return section.topics.includes('roles') && phraseBefore(tokens, figure.at, DOES) > 0 && !isNamed(tokens, figure);
  return doneBefore(tokens, figure, start) || isCharged(tokens, figure, section);
}

const LONGEST_DEED = 4;

/** "Hội Cựu chiến binh: tự quản 20 tuyến đường": behind a colon or a comma, a few words of doing and what is done. */
function isCharged(tokens: readonly Token[], figure: Figure, { topics }: Section): boolean {
  if (!topics.includes('roles') || figure.compared || figure.from !== figure.at || isNamed(tokens, figure))
    return false;
  let opens = figure.at;
  while (opens > 0 && tokens[opens - 1]?.kind === 'word' && /^\p{Ll}/u.test(tokens[opens - 1]?.text ?? '')) opens--;
  const isDeed = figure.at - opens >= 2 && figure.at - opens <= LONGEST_DEED;
  // "Đoàn Thanh niên ra quân 06 đợt": whose name opens the clause.
  const start = clauseStart(tokens, opens);
  const isName =
    /^\p{Lu}/u.test(tokens[start]?.text ?? '') && tokens.slice(start, opens).every(({ kind }) => kind === 'word');
  const isOne = figure.unit === 'người' && figure.value === 1;
  const isOpened = opens === 0 || (isName && !isOne) || /^[:,;]$/.test(tokens[opens - 1]?.key ?? '');
  return isDeed && isOpened && phraseBefore(tokens, figure.at, WATCHES) === 0;
}

/** `04 nhóm giải pháp, 18 nhiệm vụ theo Nghị quyết`: a list that stands elsewhere. */
function isCited(tokens: readonly Token[], { to, fraction }: Figure): boolean {
  return !fraction && (phraseAt(tokens, to, ABSTRACT) > 0 || phraseAt(tokens, to, CITES) > 0);
}
const CITES = phrases('theo | của | tại | nêu | trong');

/** `mở 30 lớp với 1.500 lượt người`, not of whom they consist; `mở 15 lớp về nuôi ong cho 450 hội viên`. */
function comesWith(tokens: readonly Token[], { at, unit }: Figure, before: Figure): boolean {
  if (tokens[at - 1]?.key === 'cho') return unit === 'người' && GATHERINGS.has(before.unit);
  return tokens[at - 1]?.key === 'với' && tokens[at - 2]?.key !== 'đối' && unit !== 'thành viên';
}
const GATHERINGS: ReadonlySet<string> = new Set('lớp,khóa,khóa học,hội nghị,hội thảo,buổi,chuyên đề'.split(','));

/** `01 đảng viên kèm 05 hộ`: each of them. */
function isEachOne(tokens: readonly Token[], { unit, value, compared, to }: Figure): boolean {
  if (unit !== 'người' || value !== 1 || compared) return false;
  for (let at = to; at < to + FARTHEST_DEED && tokens[at]?.kind !== 'mark'; at++)
    if (tokens[at]?.kind === 'number') return true;
  return false;
}
const FARTHEST_DEED = 6;

/** "19 tổ công nghệ số, mỗi tổ hướng dẫn ít nhất 15 lượt/tuần": who does it. */
function isDoer(tokens: readonly Token[], figure: Figure): boolean {
  const isDoing = VILLAGES.has(figure.unit) || /^(?:tổ|đội)(?!\p{L})/u.test(figure.unit);
  if (figure.compared || figure.fraction || figure.at > 0 || !isDoing) return false;
  const comma = tokens.findIndex(({ key }, at) => at >= figure.to && key === ',');
  return comma >= 0 && phraseAt(tokens, comma + 1, EACH_OF) > 0 && tokens[comma + 3]?.kind === 'word';
}

/** "tuyên truyền trên 13 cụm loa": the medium, not a target. */
function isNarrative(tokens: readonly Token[], figure: Figure): boolean {
  return figure.comparator === '>' && phraseBefore(tokens, figure.from, TELLS) > 0 && MEDIA.has(figure.unit);
}
const TELLS = phrases('tuyên truyền | phát | phát thanh | đăng | đăng tải | niêm yết | công khai | thông báo');
const MEDIA: ReadonlySet<string> = new Set(
  'cụm loa,loa,trang,kênh,nền tảng,hệ thống,bảng tin,bảng điện tử,màn hình,fanpage,website,ứng dụng'.split(','),
);

/** "100 điện thoại đã qua sử dụng": what they are like. */
const USED = phrases('đã qua');
const PRIZES = phrases('thưởng | phần thưởng | trị giá');

/** "giám sát 12 trường": how many there are to look after is a fact, no target. */
const WATCHES = phrases('giám sát | theo dõi | phụ trách | quản lý | đôn đốc');
const VILLAGES: ReadonlySet<string> = new Set(VILLAGE_WORDS);
const PLACES: ReadonlySet<string> = new Set([
  ...VILLAGE_WORDS,
  ...'tổ,trường,trạm,trạm y tế,đơn vị,cơ quan,xã'.split(','),
]);

const REVIEWED = phrases('sơ kết | tổng kết | khen thưởng | bình xét | xét khen | báo cáo');

/** `vệ sinh của nhân dân 21 bản`: whose they are; "giúp nhân dân 600 ngày công" counts. */
const WHOSE = phrases(
  'trưởng | tổ trưởng | bí thư | chủ tịch | hiệu trưởng | giám đốc | nhân dân | người dân | bà con | đồng bào | cán bộ | học sinh | hội viên | đoàn viên | đảng viên',
);

/** A part that contains demands: of tasks, or of anything but reporting, commending, costs and dates. */
function asks({ topics }: Section): boolean {
  return topics.includes('tasks') || !topics.some((topic) => NOT_ASKING.has(topic));
}
const NOT_ASKING: ReadonlySet<Section['topic']> = new Set([
  'state',
  'purpose',
  'award',
  'award-quota',
  'standard',
  'budget',
  'scoring',
  'reporting',
  'roles',
]);

/** "lấy ý kiến của 300 người": the number of people to ask is a target. */
function isAsked(tokens: readonly Token[], { at, kind }: Figure, start: number): boolean {
  return kind === 'count' && tokens[at - 1]?.key === 'của' && findPhrase(tokens, start, at - 1, TAKES) >= 0;
}
const TAKES = phrases('lấy | thu thập | khảo sát | thăm dò | ghi nhận | nhận | nhận bàn giao | thu hồi | bàn giao');

/**
 * "Đoạt từ 20 giải": a deed of one or two words that opens its clause is a target, whatever it is; "hợp nhất từ 3 thôn"
 * reports.
 */
function isReachedFrom(
  tokens: readonly Token[],
  { fromWord, kind, at }: Figure,
  start: number,
  isAsking: boolean,
): boolean {
  // "mỗi doanh nghiệp nhận đỡ đầu từ 1 thôn"
  if (fromWord && kind === 'count' && phraseAt(tokens, start, EACH_OF) > 0) return true;
  if (!isAsking) return false;
  const deed = at - 1 - start;
  return fromWord && kind === 'count' && deed >= 1 && deed <= 2;
}

/** "Cả 27 thôn có trang Zalo", "tất cả 12 bản đều hòa mạng": all of them, in a statement only about them. */
function isAllThat(tokens: readonly Token[], { kind, at, to }: Figure): boolean {
  const all = phraseBefore(tokens, at, ALL);
  const first = at - all;
  // "hết năm 2026 cả 127 tổ …"
  const isTimed = tokens[first - 2]?.key === 'năm' && /^20\d\d$/.test(tokens[first - 1]?.text ?? '');
  const opens = first === 0 || tokens[first - 1]?.kind === 'mark' || isTimed;
  return (
    kind === 'count' && all > 0 && opens && (phraseAt(tokens, to, COME_TO) > 0 || phraseAt(tokens, to, PREDICATES) > 0)
  );
}
const ALL = phrases('cả | tất cả | toàn bộ | đủ cả');
const COME_TO = phrases('có | đều | đều có | được | phải | hoàn thành | đạt');

/**
 * "Lắp đặt wifi miễn phí tại 12 nhà văn hóa": a deed without another count is counted by its places. With a deadline it
 * is a target, whatever the deed and its places.
 */
function isDoneAt(tokens: readonly Token[], { from, at, to, kind }: Figure, start: number): boolean {
  if (from !== at || !/^(?:tại|ở)$/.test(tokens[at - 1]?.key ?? '')) return false;
  const due = findPhrase(tokens, to, to + LONGEST_NAME, BY_A_DAY);
  const isDue =
    due >= 0 && tokens.slice(to, due).every((token, place) => token.kind === 'word' || to + place === due - 1);
  const deed = isDue ? 1 : tokens[at - 1]?.key === 'ở' ? 0 : phraseAt(tokens, start, DOES);
  const isPlace = kind === 'count' || (isDue && kind === 'unknown');
  return (
    isPlace && deed > 0 && start + deed < at - 1 && tokens.slice(start, at).every((token) => token.kind === 'word')
  );
}
/** Words behind a noun that name the place. */
const LONGEST_NAME = 4;
const BY_A_DAY = phrases(
  'trước ngày | trước tháng | xong trước | hoàn thành trước | trong tháng | trong quý | hoàn thành trong | xong trong',
);

const HAS = phrases('có | đạt | đủ');

const RELATES_ONLY = phrases(
  'ở | trong | tại | với | phối hợp | phối hợp cùng | cùng | của | từ | theo | về | do | giữa | đối với | gồm | bao gồm | trên | các | những | giao | rà soát',
);

/** A verb directly before the number, or at most three words before it in its clause. */
function doneBefore(tokens: readonly Token[], figure: Figure, start: number): boolean {
  for (let at = figure.at; at > Math.max(start, figure.at - 4); at--) {
    if (at === figure.at && isNamed(tokens, figure)) return false;
    if (phraseBefore(tokens, at, DOES) > 0 || (at === figure.at && tokens[at - 1]?.key === 'xong')) return true;
    if (phraseBefore(tokens, at, RELATES_ONLY) > 0) return false;
  }
  return false;
}

/** `03 hội nghị, 02 lớp`, `45 mét giá trong quý II và 100 mét giá`: a number right behind the comma or "và" after a target. */
function carriesOn(tokens: readonly Token[], figure: Figure, before: Figure | null): boolean {
  if (!before || figure.from !== figure.at || figure.at - before.to > 14) return false;
  if (!/^(?:count|unknown|money)$/.test(before.kind) && before.unit !== figure.unit) return false;
  if (phraseBefore(tokens, figure.at, AMONG_THEM) > 0) return figure.kind === 'count';
  const joint = tokens[figure.at - 1]?.key;
  return joint === ',' || joint === 'và' || joint === 'hoặc';
}
