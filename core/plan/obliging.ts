/** Whether a counted figure obliges: "xây dựng 02 mô hình" does, "ở 12 bản" does not. Percents oblige by themselves. */
import { foldKey } from '../text/text.ts';
import { DOES } from './does.ts';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';
import { clauseStart } from './stance.ts';
import { PREDICATES } from './subject.ts';
import { findPhrase, phraseAt, phraseBefore, phrases, type Token } from './token.ts';
import { winsTitle } from './won-title.ts';

/** What only places or relates a number. */
const RELATES = phrases(
  'ở | trong | tại | với | phối hợp | phối hợp cùng | cùng | của | từ | theo | về | do | giữa | khỏi | đối với | gồm | bao gồm | cho | trên | các | những | qua | khoảng | và | giao | rà soát | trong số | thuộc | cả',
);
/** Abstract nouns are not counted even behind `trên`. */
const ABSTRACT = phrases(
  'nội dung | mặt | phương diện | chỉ tiêu | tiêu chí | nhiệm vụ | nhóm | giải pháp | khu vực | tiêu chuẩn | loại',
);
const ABOUT = phrases('khoảng | tương đương | gần');
const EACH = phrases('mỗi | từng | một | hàng | hằng | trong năm | trong tháng | trong tuần | trong quý');
const WAIT = phrases('thời gian | thời hạn | trong vòng | trả lời | phản hồi | chờ | chờ đợi | rút ngắn');
const LIFESPAN = phrases('tuổi thọ');
const DOWN_TO = phrases('xuống | còn | xuống còn');
const EARNED = phrases(
  'thu nhập | giá trị sản xuất | giá trị sản phẩm | giá trị thu | thu ngân sách | doanh thu | tổng thu | giá trị gia tăng | huy động | giá trị | bình quân đầu người | vận động | quỹ',
);
/** "30 sáng kiến, giá trị làm lợi từ 200 triệu đồng" */
const WORTH = phrases('giá trị | trị giá | tổng trị giá | tổng giá trị');
/** `mỗi hộ đóng góp 5.000 đồng/tháng` */
const GIVEN = phrases('đóng góp | đóng | nộp | góp');
const SCORES = phrases('trừ | cộng | chấm | điểm cộng | điểm trừ | mỗi lỗi | thang điểm | tổng số điểm tối đa');

/** `before` = the figure before it in the sentence was taken as a target. */
export function obliges(tokens: readonly Token[], figure: Figure, section: Section, before: Figure | null): boolean {
  const start = clauseStart(tokens, figure.at);
  switch (figure.kind) {
    case 'percent':
    case 'rank':
    case 'zero':
      return true;
    case 'money':
      if (before?.kind === 'count' && phraseAt(tokens, start, WORTH) > 0) return false;
      if (phraseBefore(tokens, figure.from, GIVEN) > 0) return false;
      // "5 hợp tác xã có doanh thu trên 500 triệu đồng/năm": what is counted.
      if (before && before.kind !== 'money' && isOneClause(tokens, before.to, figure)) return false;
      return findPhrase(tokens, figure.at - 60, figure.at, EARNED) >= 0;
    case 'time':
      // "bám cơ sở ít nhất 02 ngày/tuần"
      if (figure.unit.includes('/')) return figure.compared;
      if (figure.unit === 'tuổi') return findPhrase(tokens, figure.at - 8, figure.at, LIFESPAN) >= 0;
      return (
        /^(?:giây|phút|giờ|ngày|ngày làm việc)$/.test(figure.unit) &&
        (figure.comparator.startsWith('<') || phraseBefore(tokens, figure.at, DOWN_TO) > 0) &&
        findPhrase(tokens, start, figure.at, WAIT) >= 0
      );
    case 'points':
      // "90% đạt từ 80/100 điểm": what the share is of.
      if (before?.kind === 'percent' && isOneClause(tokens, before.to, figure)) return false;
      return (
        (isFloor(tokens, figure) || (figure.fraction && section.topics.includes('targets'))) &&
        findPhrase(tokens, start, figure.at, SCORES) < 0
      );
    case 'count':
    case 'measure':
      if (isPerOne(tokens, figure, start)) return false;
      return counts(tokens, figure, section, before, start);
    case 'unknown':
      return counts(tokens, figure, section, before, start);
  }
}

function counts(
  tokens: readonly Token[],
  figure: Figure,
  section: Section,
  before: Figure | null,
  start: number,
): boolean {
  const inTargets = section.topics.includes('targets');
  if (figure.comparator === '>' && phraseAt(tokens, figure.to - 1, ABSTRACT) > 0 && !inTargets) return false;
  if (!figure.compared && phraseBefore(tokens, figure.at, WATCHES) > 0 && PLACES.has(figure.unit)) return false;
  if (isDoer(tokens, figure) || isTold(tokens, figure)) return false;
  // "dưới 50 điểm phê bình" shuts out.
  if (figure.unit === 'điểm' && figure.comparator === '<' && !inTargets) return false;
  if (isInsideRate(tokens, figure, start) || tokens[figure.to]?.key === 'đã') return false;
  // "mở 30 lớp với 1.500 lượt người"
  if (tokens[figure.at - 1]?.key === 'với' && tokens[figure.at - 2]?.key !== 'đối' && before?.kind === 'count')
    return asks(section) || inTargets;
  if (!figure.compared && phraseBefore(tokens, figure.at, PEOPLE) > 0) return false;
  if (describes(tokens, figure, before) || isInName(tokens, figure)) return false;
  // "Xã có 4.812 hộ" among the purposes tells how things are.
  if (section.topic === 'purpose' && !figure.compared && findPhrase(tokens, start, figure.at, EACH_OF) < 0)
    return false;
  // "sơ kết hai đợt", "khen thưởng hai đợt": when, not how many.
  if (/^(?:đợt|lần|kỳ)$/.test(figure.unit) && findPhrase(tokens, start, figure.at, REVIEWED) >= 0) return false;
  if (figure.fromWord && section.topic === 'standard') return true;
  if (figure.compared) return !isNamed(tokens, figure);
  if (figure.fraction) return inTargets || asks(section) || phraseBefore(tokens, figure.at, DOES) > 0;
  if (phraseAt(tokens, figure.to, EACH) > 0 || tokens[figure.to]?.key === '/') return true;
  if (carriesOn(tokens, figure, before)) return true;
  // "…, khoảng 8.400 trang": how much that is.
  if (phraseBefore(tokens, figure.at, ABOUT) > 0 && tokens[figure.from - 1]?.key === ',') return false;
  if (phraseBefore(tokens, figure.at, RELATES) > 0)
    return figure.from < figure.at && phraseBefore(tokens, figure.at, RELATES_ONLY) === 0;
  if (section.topic !== 'standard' && winsTitle(tokens, figure)) return true;
  const unknown = figure.kind === 'unknown';
  const done = doneBefore(tokens, figure, start);
  if (done) return !unknown || inTargets || asks(section);
  // Among targets and tasks what is counted is wanted, whatever the words before it.
  return (
    (inTargets || (asks(section) && (!figure.unit.includes('/') || isOften(tokens, figure, start)))) &&
    !unknown &&
    figure.kind !== 'time' &&
    !isNamed(tokens, figure)
  );
}

/** "19 tổ công nghệ số, mỗi tổ hướng dẫn ít nhất 15 lượt/tuần": who does it. */
function isDoer(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.compared || figure.fraction || figure.at > 0 || !/^(?:tổ|đội|thôn|bản|ấp|buôn|khu phố)/.test(figure.unit))
    return false;
  const comma = tokens.findIndex(({ key }, at) => at >= figure.to && key === ',');
  return comma >= 0 && phraseAt(tokens, comma + 1, EACH_OF) > 0 && tokens[comma + 3]?.kind === 'word';
}

/** "tuyên truyền trên 13 cụm loa": where it is told. */
function isTold(tokens: readonly Token[], figure: Figure): boolean {
  return figure.comparator === '>' && phraseBefore(tokens, figure.from, TELLS) > 0 && MEDIA.has(figure.unit);
}
const TELLS = phrases('tuyên truyền | phát | phát thanh | đăng | đăng tải | niêm yết | công khai | thông báo');
const MEDIA: ReadonlySet<string> = new Set(
  'cụm loa,loa,trang,kênh,nền tảng,hệ thống,bảng tin,bảng điện tử,màn hình,fanpage,website,ứng dụng'.split(','),
);

/** "giám sát 12 trường": whom somebody has to look after is given. */
const WATCHES = phrases('giám sát | theo dõi | phụ trách | quản lý | đôn đốc');
const PLACES: ReadonlySet<string> = new Set(
  'thôn,xóm,bản,ấp,buôn,làng,khóm,khu phố,khối phố,tổ dân phố,khu dân cư,khu,tổ,trường,trạm,trạm y tế,đơn vị,cơ quan,xã'.split(
    ',',
  ),
);

/** "giá trị sản xuất trên 01 ha đạt 250 triệu đồng": of each one. */
function isPerOne(tokens: readonly Token[], figure: Figure, start: number): boolean {
  return (
    figure.kind === 'measure' &&
    figure.value === 1 &&
    figure.comparator === '>' &&
    findPhrase(tokens, start, figure.at, EARNED) >= 0
  );
}

/** `phát trên loa truyền thanh 03 buổi/tuần`: something is done so often. */
function isOften(tokens: readonly Token[], { unit, at }: Figure, start: number): boolean {
  return (
    /\/(?:năm|tháng|tuần|quý|ngày)$/.test(unit) &&
    (findPhrase(tokens, start, at, DOES) >= 0 || phraseBefore(tokens, at, HELD) > 0)
  );
}
const HELD = phrases('học | dạy | trực | họp | sinh hoạt');

const REVIEWED = phrases('sơ kết | tổng kết | khen thưởng | bình xét | xét khen | báo cáo');

/** `vệ sinh của nhân dân 21 bản`: whose they are. */
const PEOPLE = phrases(
  'nhân dân | người dân | bà con | đồng bào | cán bộ | học sinh | hội viên | đoàn viên | đảng viên',
);

/** Marks to be reached: `từ 80 điểm trở lên`, `đạt từ 80 điểm được xét tặng`; fewer of them shut out. */
function isFloor(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.fromWord) return phraseAt(tokens, figure.to, THEN) > 0 || opensDoor(tokens, figure);
  return figure.compared && !figure.comparator.startsWith('<');
}
/** `tập thể đạt từ 90 điểm, cá nhân đạt từ 85 điểm được đề nghị`: what the last of a list opens. */
function opensDoor(tokens: readonly Token[], { to }: Figure): boolean {
  const door = tokens[to]?.key === ',' ? findPhrase(tokens, to, to + 12, OPENED) : -1;
  return door >= 0 && tokens.slice(to, door).some(({ kind }) => kind === 'number');
}
const OPENED = phrases('điểm được | điểm thì được | điểm mới được');
const THEN = phrases('được | thì | mới được | mới');

/** A part that asks: of tasks, or of nothing that tells, commends, costs or dates. */
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
  'calendar',
  'reporting',
  'roles',
]);

/** "tỷ lệ hộ có ít nhất 01 người biết … đạt 70%": the count only describes what the rate is of. */
function isInsideRate(tokens: readonly Token[], figure: Figure, start: number): boolean {
  const has = tokens[figure.from]?.key === 'có' && figure.from > start && figure.compared;
  if (!has && findPhrase(tokens, start, figure.at, RATE) < 0) return false;
  for (let at = figure.to; at < tokens.length && !/^[,;]$/.test(tokens[at]?.key ?? ''); at++)
    if (tokens[at]?.kind === 'percent') return true;
  return false;
}
/**
 * "100% thôn có ít nhất 01 tổ", "đoạn đường dài ít nhất 300m", "tổ gồm từ 5 - 7 thành viên": more about what was
 * counted before.
 */
function describes(tokens: readonly Token[], figure: Figure, before: Figure | null): boolean {
  if (phraseBefore(tokens, figure.from, DESCRIBING) > 0 || phraseBefore(tokens, figure.at, DESCRIBING) > 0) return true;
  if (figure.kind === 'measure' && isMeasured(tokens, figure)) return true;
  if (!before || tokens[figure.from - 1]?.key === 'và') return false;
  if (isOfEach(tokens, figure, before)) return true;
  const joined = isOneClause(tokens, before.to, figure);
  return joined && (before.kind === 'percent' || !figure.compared || figure.comparator === 'range');
}

/** `mặt đường rộng 3 m`, `các bản cách UBND xã từ 15 km`. */
function isMeasured(tokens: readonly Token[], figure: Figure): boolean {
  if (phraseBefore(tokens, figure.from, DIMENSIONS) > 0 && LENGTHS.has(figure.unit)) return true;
  return findPhrase(tokens, Math.max(clauseStart(tokens, figure.at), figure.from - 6), figure.from, AWAY) >= 0;
}
const LENGTHS: ReadonlySet<string> = new Set(['m', 'km', 'cm', 'mét', 'kg', 'tấn']);
const AWAY = phrases('cách | xa');

/** `mở 12 lớp, mỗi lớp 40 học viên`: how large each of them is. */
function isOfEach(tokens: readonly Token[], figure: Figure, before: Figure): boolean {
  const noun = foldKey(/^[^ /]*/.exec(before.unit)?.[0] ?? '');
  for (let at = Math.max(before.to, figure.from - 6); at < figure.from; at++)
    if (phraseAt(tokens, at, EACH_OF) > 0 && tokens[at + 1]?.key === noun)
      return !figure.compared || tokens[at - 1]?.key === '(';
  return false;
}
const EACH_OF = phrases('mỗi | từng');

/** Whether the words between belong to one clause: commas only part nouns ("cơ quan, đơn vị có ít nhất 01 mô hình"). */
function isOneClause(tokens: readonly Token[], from: number, figure: Figure): boolean {
  const between = tokens.slice(from, figure.at);
  if (!between.some(({ key }) => /^(?:,|;|:|và|\()$/.test(key))) return true;
  if (between.some(({ key }) => /^[;:()]$/.test(key)) || tokens[figure.from]?.key !== 'có') return false;
  const comma = between.findIndex(({ key }) => key === ',' || key === 'và') + from;
  if (phraseAt(tokens, comma + 1, AMONG_THEM) > 0) return false;
  for (let at = comma + 1; at < figure.from; at++)
    if (phraseAt(tokens, at, PREDICATES) > 0 || phraseAt(tokens, at, EACH_OF) > 0) return false;
  return comma + 1 < figure.from;
}
const DESCRIBING = phrases(
  'gồm | bao gồm | gồm có | dài | diện tích | quy mô | chiều dài | chiều rộng | khu đất | gồm từ | bao gồm từ | kéo dài | chia làm | chia thành | chia | cứ | trung bình mỗi',
);
const DIMENSIONS = phrases('rộng | cao | sâu | nặng');
const RATE = phrases('tỷ lệ | tỉ lệ');

const RELATES_ONLY = phrases(
  'ở | trong | tại | với | phối hợp | phối hợp cùng | cùng | của | từ | theo | về | do | giữa | đối với | gồm | bao gồm | trên | các | những | giao | rà soát',
);

/** "khám thai đủ 4 lần: 96,5%": the count says what the rate behind the colon is of. */
function isInName(tokens: readonly Token[], figure: Figure): boolean {
  for (let at = figure.to; at <= figure.to + 4; at++) {
    if (tokens[at]?.key !== ':') {
      if (tokens[at]?.kind === 'word') continue;
      return false;
    }
    return tokens.slice(at + 1, at + 6).some(({ kind }) => kind === 'percent');
  }
  return false;
}

/** A noun that makes the number a name: `thôn 3`, `cấp độ 3 trở lên`. */
export function isNamed(tokens: readonly Token[], figure: Figure): boolean {
  // "cấp 3" is a name, "cấp 1.450 giấy chứng nhận" is done.
  const name = phraseBefore(tokens, figure.at, NAMED);
  // "cấp 3" is a name, "nâng cấp 5,5 km" is done.
  if (name === 0 || isGranted(tokens, figure) || phraseBefore(tokens, figure.at, DOES) > name) return false;
  // "mỗi ấp một điểm tư vấn", "mỗi thôn 02 mô hình"; a name is a plain number.
  return phraseBefore(tokens, figure.at - name, EACH_OF) === 0 || /^[1-9]/.test(tokens[figure.at]?.text ?? '');
}
function isGranted(tokens: readonly Token[], figure: Figure): boolean {
  return tokens[figure.at - 1]?.key === 'cấp' && figure.kind === 'count';
}
const NAMED = phrases(
  'mức | mức độ | cấp | cấp độ | hạng | độ | loại | bậc | số | điều | khoản | lớp | khóa | nhóm | giai đoạn | phiên bản | mẫu | phụ lục | quốc lộ | đường | tổ | thôn | xóm | bản | ấp | khu | khu phố | đội',
);

/** A verb directly before the number, or at most three words before it in its clause. */
function doneBefore(tokens: readonly Token[], figure: Figure, start: number): boolean {
  for (let at = figure.at; at > Math.max(start, figure.at - 4); at--) {
    if (at === figure.at && isNamed(tokens, figure)) return false;
    if (phraseBefore(tokens, at, DOES) > 0) return true;
    if (phraseBefore(tokens, at, RELATES_ONLY) > 0) return false;
  }
  return false;
}

const AMONG_THEM = phrases('trong đó | trong đó có | gồm | riêng');

/** `03 hội nghị, 02 lớp`: a number right behind the comma or "và" after a target. */
function carriesOn(tokens: readonly Token[], figure: Figure, before: Figure | null): boolean {
  if (!before || figure.from !== figure.at || figure.at - before.to > 14) return false;
  if (figure.kind === 'unknown' && (before.kind !== 'count' || tokens[figure.at - 1]?.key !== ',')) return false;
  if (phraseBefore(tokens, figure.at, AMONG_THEM) > 0) return before.kind === 'count';
  const joint = tokens[figure.at - 1]?.key;
  return (joint === ',' || joint === 'và') && before.kind === 'count';
}
