/** Who competes in a movement, recognised by the plan's words for them. */
import { bareKey } from '../../base/text/text.ts';
import { NO_VILLAGE_BEFORE, VILLAGE_PATTERN, VILLAGE_WORDS } from '../../base/text/village-words.ts';

type Subject = 'collective' | 'individual' | 'household';

/** Kind → words that name it, the narrower first. */
const AUDIENCES: readonly (readonly [kind: string, subject: Subject, words: RegExp])[] = [
  ['outside-collective', 'collective', /tập thể,? (?:và )?cá nhân ngoài|tập thể ngoài/iu],
  ['household', 'household', /hộ gia đình|các hộ(?! (?:kinh doanh|sản xuất))|mỗi hộ|(?<!\p{L})gia đình/iu],
  ['enterprise', 'collective', /doanh nghiệp|hợp tác xã|hộ kinh doanh|cơ sở (?:sản xuất|kinh doanh)/iu],
  [
    'school',
    'collective',
    /(?<!môi |thị |hiện |công |lập |chủ |quảng |trung )trường(?! hợp)|cơ sở giáo dục|mầm non|tiểu học|trung học|(?<!\p{L})th(?:cs|pt)(?!\p{L})/iu,
  ],
  ['health-station', 'collective', /trạm y tế|trạm xá|cơ sở y tế/iu],
  ['police', 'collective', /công an/iu],
  ['party-body', 'collective', /đảng ủy|đảng uỷ|chi bộ|ban xây dựng đảng/iu],
  [
    'association',
    'collective',
    /mặt trận|mttq|đoàn thể|(?<!\p{L}|xã |lễ )hội (?!đồng|nghị|trường|thi|họp|thảo)|chi hội|chi đoàn|công đoàn|đoàn (?:tncs|thanh niên)|tổ chức chính trị/iu,
  ],
  [
    'village',
    'collective',
    new RegExp(String.raw`(?<!\p{L})${NO_VILLAGE_BEFORE}(?:${villages()}|địa phương)(?!\p{L})`, 'iu'),
  ],
  [
    'agency',
    'collective',
    new RegExp(
      `cơ quan|đơn vị|ban,? ngành|văn phòng|(?:các|thuộc|khối) phòng|phòng,? (?:ban|chuyên môn|kinh tế|văn hóa|văn hoá|nội vụ|tư pháp)|trung tâm (?:phục vụ|hành chính|dịch vụ|cung ứng|văn hóa|văn hoá|y tế|giáo dục|chính trị)|bộ phận (?:một cửa|tiếp nhận)|ban chỉ huy quân sự|${listed('hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân|uỷ ban nhân dân')}`,
      'iu',
    ),
  ],
  [
    'individual',
    'individual',
    /cá nhân|cán bộ|công chức|viên chức|người lao động|đảng viên|(?<!tổ |ủy ban |uỷ ban |hội đồng )nhân dân/iu,
  ],
];

/**
 * Only as an item of a list, `Đảng ủy - HĐND - UBND, Hội Phụ nữ`: otherwise they are bodies that lead, award and
 * receive.
 */
function listed(names: string): string {
  return String.raw`(?:[:,;–-]\s*|\svà\s)(?:${names})(?: (?:xã|phường|thị trấn|đặc khu))?(?=\s*(?:[,;–-]|\svà\s))`;
}

/** Villages only as `các khu`, `mỗi khối`: alone they are also words for other things. */
function villages(): string {
  const ambiguous: readonly (typeof VILLAGE_WORDS)[number][] = ['khu vực', 'khối', 'khu'];
  const plain = VILLAGE_WORDS.filter((word) => !ambiguous.includes(word));
  return `${plain.join('|')}|(?:các|mỗi) (?:${ambiguous.join('|')})(?! (?:công|di|du|trung|kinh|cơ quan|đảng|trường|doanh))`;
}

/** Kinds of audiences the words name, the narrower first. */
export function kindsNamed(words: string): readonly string[] {
  return AUDIENCES.filter(([, , pattern]) => pattern.test(words)).map(([kind]) => kind);
}

const ADDRESSES =
  /^(?:các |những )?(?:(?:chỉ tiêu|mục tiêu|nội dung|nhiệm vụ)(?: thi đua| cụ thể)? )?(?:đối với|dành cho|khối)(?! (?:lĩnh vực|công tác|việc|hoạt động|nội dung))(?!\p{L})/iu;

const UNIT = `phòng|văn phòng|trung tâm|ban chỉ huy|ban công tác|công an|trường|nhà trường|trạm|hội|đoàn|mặt trận|ủy ban mttq|ubmttq|cơ quan|đơn vị|chi bộ|doanh nghiệp|hợp tác xã|hộ gia đình|hộ|cá nhân|cán bộ|${VILLAGE_PATTERN}`;
/** `Công an phường`, `Trường học`, `Phòng Kinh tế`; not `Trường học hạnh phúc`, `Thôn thông minh`. */
const NAMES_UNIT = new RegExp(
  String.raw`^(?:các |những |khối )?(?:${UNIT})(?: (?:học|y tế|chuyên môn|ban|quân sự|xã|phường|công chức|viên chức|kinh doanh|sản xuất|cấp [^,]{2,10}|trực thuộc|trên địa bàn|thuộc|\p{Lu})[^,]*)?$`,
  'u',
);

/** "II. Phòng Kinh tế, Hạ tầng và Đô thị; các tổ dân phố": nothing but names of units. */
function isNames(heading: string): boolean {
  const [first = '', ...more] = heading.split(/\s*(?:[,;/]|\svà\s)\s*/u).map((piece) => piece.replace(/[.:]$/, ''));
  const isName = (piece: string): boolean => NAMES_UNIT.test(piece.charAt(0).toLowerCase() + piece.slice(1));
  return isName(first) && more.every((piece) => isName(piece) || /^\p{Lu}/u.test(piece));
}

/** Kinds of audiences a heading addresses: "1. Đối với các ấp" → village; [] = it addresses none. */
export function addressedBy(heading: string): readonly string[] {
  return ADDRESSES.test(heading) || isNames(heading) ? kindsNamed(heading) : [];
}

/** Behind them stands whom a scale is for. */
const SCALE_FOR =
  /(?:đối với|dành cho|(?:điểm|chấm|tiêu chí|đánh giá|thi đua)(?: (?:thi đua|dành cho|đối với|cho|của))*)\s+(?:các |mỗi |từng )?([^():.]+)/iu;
/** A part of whoever issues the plan, by its first word. */
const GROUP = /^(?:tổ|lớp|đội|nhóm|khoa|bộ phận|chi đội|liên đội|phân hội|xưởng|chi nhánh)(?!\p{L})/iu;
const WHOSE = /\s(?:của|trong|thuộc|trên|tại|trực thuộc|trường|xã|phường|thôn|htx|hợp tác xã|năm)(?!\p{L}).*$/iu;

/** Groups of no known kind that the heading of a scale names: "B. Đối với tổ chuyên môn, lớp" → `tổ chuyên môn`, `lớp`. */
export function groupsNamed(heading: string): readonly string[] {
  const [, names = ''] = SCALE_FOR.exec(heading) ?? [];
  const groups = names
    .normalize('NFC')
    .toLowerCase()
    .split(/\s*(?:[,;/]|\svà\s)\s*(?:các |mỗi )?/u)
    .map((name) => name.replace(WHOSE, '').trim());
  return groups.every((name) => GROUP.test(name) && kindsNamed(name).length === 0) ? groups : [];
}

/** The kind of an audience that the plan alone has: `tổ chuyên môn` → `to-chuyen-mon`. */
export function kindOfGroup(name: string): string {
  return name.split(' ').map(bareKey).join('-');
}

interface AudienceWords {
  readonly text: string;
  readonly section: string;
  /** Whom a quota counts, though its words name nobody in full: `10 hộ tiêu biểu`. */
  readonly kind?: string;
}

/** Each kind once, with the words where it is named first. */
export function audiencesIn(
  passages: readonly AudienceWords[],
): readonly { readonly kind: string; readonly subject: Subject; readonly text: string; readonly section: string }[] {
  return AUDIENCES.flatMap(([kind, subject, words]) => {
    const first = passages.find((passage) => passage.kind === kind || words.test(passage.text));
    return first ? [{ kind, subject, text: first.text, section: first.section }] : [];
  });
}

const LISTED = /(?<!\p{L})các ([^,;.:()“”–]{2,60})/giu;
/** Words behind their name that describe them. */
const BEHIND = /\s(?:và|hoặc|trên|thuộc|trong|của|tại|đang|có|ở|từ|tham gia|trực thuộc|đóng|sinh sống)\s.*$/iu;
const ANYBODY =
  /^(?:tập thể|tổ chức|đối tượng|lĩnh vực|thành phần|tầng lớp|lực lượng|nội dung|phong trào|cấp|ngành|hoạt động|chỉ tiêu|tiêu chí|mô hình|nhiệm vụ|danh hiệu|hình thức|chủ thể)(?!\p{L})/iu;

/** Those of a list whose kind nobody can tell by its name: `các nghiệp đoàn nghề cá`. */
export function unknownAudiences(text: string): readonly string[] {
  const names = [...text.matchAll(LISTED)].map(([, name = '']) => ` ${name}`.replace(BEHIND, '').trim());
  return [
    ...new Set(names.filter((name) => name !== '' && !ANYBODY.test(name) && kindsNamed(`các ${name}`).length === 0)),
  ];
}
