/** Units of a plan's figures: percent, money, measures, time, points, and the nouns that communes count. */
import { isSyllable } from '../../base/text/syllable.ts';
import { VILLAGE_HEADS, VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { phraseAt, phraseBefore, type Token } from './token.ts';

/** points = marks of a scoring; count = things counted; unknown = a word that may be a noun. */
export type UnitKind = 'percent' | 'money' | 'measure' | 'time' | 'points' | 'count' | 'unknown';

export interface Unit {
  readonly kind: UnitKind;
  /** As written in findings: `%`, `%/năm`, `triệu đồng/người/năm`, `hộ`, `người` for posts and persons. */
  readonly name: string;
  readonly length: number;
  /** `1,2 triệu cây` → 1 000 000. */
  readonly scale: number;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['trăm', 100],
  ['nghìn', 1000],
  ['ngàn', 1000],
  ['vạn', 10_000],
  ['triệu', 1e6],
  ['tỉ', 1e9],
]);
const CURRENCY = phrases('đồng | vnđ | vnd | usd | đô la');
const MEASURES = phrases(
  'km | km2 | m | m2 | m3 | m ² | m ³ | km ² | cm | mm | ha | héc ta | hecta | mét | mét vuông | mét khối | ki lô mét | kg | tấn | tạ | lít | kwh | mw | mbps | gb | lux',
);
const TIMES = phrases(
  'giây | phút | giờ | giờ đồng hồ | ngày | ngày làm việc | tuần | tháng | quý | năm | tuổi | thế kỷ',
);
export const PERSONS = phrases(
  `${VILLAGE_HEADS} | người | hạt nhân | khách hàng | khách | bí thư | cấp ủy viên | chi ủy viên | tổ trưởng | nhà giáo | nhà giáo ưu tú | nhà giáo nhân dân | thầy thuốc | thầy thuốc ưu tú | chiến sĩ thi đua | thầy giáo | cô giáo | nhà khoa học | đồng chí | đ / c | công nhân | thương nhân | doanh nhân | quân nhân | bệnh nhân | thân nhân | công chức | cán bộ | viên chức | đảng viên | đoàn viên | hội viên | giáo viên | học sinh | học viên | lao động | người lao động | công dân | người dân | thanh niên | thanh thiếu niên | phụ nữ | nông dân | cựu chiến binh | bạn trẻ | bạn | chị em | anh em | anh chị em | cộng tác viên | tình nguyện viên | tuyên truyền viên | cô đỡ | cô đỡ thôn bản | già làng | người uy tín | người có uy tín | chủ tàu | chủ hộ | thuyền viên | thuyền trưởng | ngư dân | tiểu thương | đại biểu | cổ động viên | cử tri | quần chúng | nhân khẩu | trẻ em | trẻ | bác sĩ | sứ giả | tuyên truyền viên | y tá | chuyên gia | nhân viên | nhân viên y tế | chiến sĩ | dân quân | hội viên phụ nữ | người cao tuổi | sinh viên | phụ huynh | nghệ nhân | huấn luyện viên | vận động viên | hòa giải viên | báo cáo viên`,
);
/** Things a commune counts. A noun that is not here is still counted behind a comparator. */
const NOUNS = phrases(
  `cơ sở | cơ quan | đơn vị | tổ chức | tập thể | cá nhân | hộ | hộ gia đình | gia đình | hộ dân | doanh nghiệp | hợp tác xã | tổ hợp tác | trang trại | hộ kinh doanh |
  ${VILLAGE_PATTERN} | tổ | đội | nhóm | chi bộ | chi hội | chi đoàn | câu lạc bộ | tổ công nghệ số | xã | phường | huyện | dòng họ |
  trường | trường học | lớp | biểu mẫu | tập đoàn | phòng | phòng học | thư viện | tủ sách | trạm | trạm y tế | chợ | siêu thị | cửa hàng | nhà | nhà văn hóa | ngôi nhà | căn nhà | công viên | sân | khu vui chơi | khu thể thao | nghĩa trang | di tích | lễ hội |
  mô hình | điển hình | sáng kiến | giải pháp | sản phẩm | sản phẩm ocop | công trình | phần việc | dự án | đề tài | đề án | nhiệm vụ | chỉ tiêu | tiêu chí | tiêu chuẩn | nội dung công việc |
  hồ sơ | thủ tục | thủ tục hành chính | tthc | dịch vụ | dịch vụ công | văn bản | báo cáo | kế hoạch | quy trình | quyết định | nghị quyết | giấy chứng nhận |
  hội nghị | cuộc họp | cuộc | cuộc thi | hội thi | hội thảo | buổi | đợt | lần | lượt | lượt người | kỳ | phiên | ngày hội | chương trình | chuyến | ca | vụ | vụ việc | sự cố | điểm nóng | vi phạm | trường hợp | bậc | hạng |
  tin | bài | tin bài | bài viết | chuyên mục | chuyên đề | phóng sự | video | clip | trang | pa nô | áp phích | băng rôn | khẩu hiệu | cụm loa | loa | biển báo | tài khoản | phần mềm | nền tảng | hệ thống | ứng dụng | cơ sở dữ liệu | camera | máy tính | thiết bị | thùng rác | thùng | bể | hố | bộ | chiếc | cái | giải | giải thưởng | huy chương | tờ rơi | phiếu | cuốn | quyển | suất | suất quà | phần quà | sổ | thẻ | mũi | đơn vị máu |
  dụng cụ | cột mốc | cây | con | tuyến | tuyến đường | đoạn đường | con đường | cầu | cống | cột | đèn | bóng đèn | giếng | vườn | vườn mẫu | mảnh vườn | điểm | vùng | chuỗi | mã | tem | thành viên | ý tưởng | tấm gương | gương | việc | loại | mặt hàng | làng nghề | tour | địa chỉ | gian hàng | cửa khẩu | nạn nhân | ca bệnh | ổ dịch | cán bộ chiến sĩ |
  tiết | tiết học | giờ học | tiết dạy | bài giảng | học liệu | tiết mục | thuê bao | ngày công | ý kiến | kiến nghị | đề xuất | cam kết | bản cam kết | hợp đồng | giao dịch | đơn hàng | gói | gói thầu | khóa | khóa học | học bổng | xe | máy | máy tính bảng | màn hình | bảng | bảng tin | bảng điện tử | mã qr | điểm cầu | chốt | trụ | bình | liều | giường bệnh | vụ lúa | lồng bè | ao | đàn | xuồng | cuốn sách | đầu sách | vị trí | trạm sạc | trạm phát sóng | hội | chi nhánh | sở | ban | ngành | thị trấn | tỉnh | làng nghề | cụm | cụm dân cư | ngõ | hẻm | phố | hạng mục | tác phẩm | công đoàn | công đoàn cơ sở | hội diễn | hội thao | giải đấu | phiên chợ | nhà vệ sinh | nhà tiêu | cặp | hố xử lý | cổng chào | phòng họp | khẩu | biển chỉ dẫn | mương | kênh mương | trạm bơm | cống thoát nước | điểm đến | homestay | cơ sở lưu trú | bếp | lò đốt | ấn phẩm | bản tin | thông báo | chuyên trang | kênh | diễn đàn | sạp | cầu treo | bến | hoạt động | dự thảo | tàu | thuyền | ghe | thửa | chuồng | chuồng trại | hầm | hầm biogas | nhà máy | xưởng |
  điện thoại | điện thoại thông minh | bản sách | xe đạp | buổi sáng | buổi chiều | buổi tối | phòng máy | phòng đọc | bài hát | bài dự thi | tiểu phẩm | bức tranh | tin nhắn | thư ngỏ | website | fanpage | quy chế | quy ước | hương ước | biên bản | phản ánh | tin báo | đơn thư | phương tiện | giấy phép | chứng chỉ | câu hỏi | thiết chế | cây giống | con giống | gia súc | gia cầm | thương hiệu | nhãn hiệu | đường truyền | tủ thuốc | túi thuốc | mũi tiêm | nhà sàn | bản đồ | sơ đồ | trận | chốt | thùng phuy | xe rác | ý tưởng | công ty | bãi | đơn | bức tường | biển cảnh báo | ki - ốt | kiosk | quầy | quầy giao dịch | góc | mái ấm | học bạ | chữ ký số | tủ | kho | bồn | bồn hoa | bộ dữ liệu | trường dữ liệu | chỉ số | cơ sở y tế | cơ sở giáo dục | nhà trẻ | ngân hàng | cẩm nang | sổ tay | tài liệu | tờ gấp | hội chợ | hội quán | nhà lưới | nhà màng | vườn ươm | trung tâm | htx | tht | clb | dn | tdp | kdc | tin , bài | tin , bài viết`,
);
/**
 * Words that contain such a noun and are something else: a village of the Khmer is a `sóc`, part of a town may be a
 * `khối`.
 */
const NO_NOUNS = phrases('chăm sóc | khối lượng');
/** Longer names of one unit. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['cá nhân', 'người'],
  ['hộ gia đình', 'hộ'],
  ['hộ dân', 'hộ'],
  ['gia đình', 'hộ'],
  ['sản phẩm ocop', 'sản phẩm'],
  ['tuyến đường', 'tuyến'],
  ['lượt người', 'lượt'],
  ['căn nhà', 'căn'],
  ['ngôi nhà', 'nhà'],
  ['htx', 'hợp tác xã'],
  ['tht', 'tổ hợp tác'],
  ['clb', 'câu lạc bộ'],
  ['dn', 'doanh nghiệp'],
  ['tdp', 'tổ dân phố'],
  ['kdc', 'khu dân cư'],
  ['điện thoại thông minh', 'điện thoại'],
  ['buổi sáng', 'buổi'],
  ['buổi chiều', 'buổi'],
  ['buổi tối', 'buổi'],
  ['ki - ốt', 'ki-ốt'],
  ['mái ấm', 'nhà'],
  ['cầu treo', 'cầu'],
  ['tin , bài', 'tin'],
  ['tin , bài viết', 'tin'],
]);
function nameOf(name: string): string {
  return HEADS.get(name) ?? name;
}

/** Words that end a points figure; any other word behind `điểm` makes it a place. */
const AFTER_POINTS = phrases(
  'trở lên | trở xuống | theo | trên tổng | trong | tối đa | và | hoặc | cho | của | mỗi | so | thì | được | cao | đối | ở | phần trăm | so với | đến',
);
/** What stands behind a number without being counted, besides the words of grammar. */
const NEVER_COUNTED = phrases(
  'sao | sạch | tại chỗ | cấp | cửa | một cửa | khâu đột phá | trụ cột | lĩnh vực | cấp độ | mức độ | giai đoạn | bên | mặt | chữ | g | s | d',
);

/** Nouns of one syllable, and classifiers (`tấm`, `quả`): each alone names what is counted. */
const STANDS_ALONE: ReadonlySet<string> = new Set(
  (
    'mắt em điện áo quần quả trái mâm mốc phao lô giỏ giấy ghế bàn củ cổng chứng câu tối sáng trưa chiều đêm khu đoàn cháu ' +
    'tấm bức lá tờ bao hạt hòn viên thanh đôi cành nhánh bông hoa khóm bụi gốc luống sào mẫu công thước đĩa bát chén nồi chảo ' +
    'ấm phích chăn màn gối chiếu mũ nón dép giày ủng găng túi balo ba lô hòm rương két hộp gói lọ chai can phuy xô chậu rổ rá ' +
    'thúng cày bừa cuốc xẻng dao rìu búa kìm cưa máng mái cửa vách tường nền sàn gác hiên bậc thang rào hàng kè đê đập đường ' +
    'phà đò bè lưới vó nơm cá tôm cua gà vịt lợn bò trâu dê ngựa ong chó mèo lúa ngô khoai sắn chè mía bưởi cam quýt ' +
    'trống chiêng cồng đàn sáo kèn cờ khăn ảnh tranh sách báo thư bảng biển đài ti tivi pin sim vé bia tượng đình chùa đền miếu ' +
    'nghề món nét điệu bản bài vở kịch phim thơ họ tộc chi đời khối ngành khoa viện sở ty hãng lò bễ ổ vòi ống dây cọc ' +
    'hầm ngách kho bến ga trại nương rẫy ruộng đồng rừng đồi núi hồ sông suối kênh rạch mỏ nhịp lối nẻo chặng bước ' +
    'vòng lượt phen hiệp ván séc lô thỏi khung mảnh miếng khúc đốt giọt luồng sợi bó bọc chùm chồng dãy rặng vệt ' +
    'phần mục điều khoản chương tập cỗ liều thang bảo quỹ'
  ).split(' '),
);

/** The unit at a place; null = no unit can be there. */
export function unitAt(tokens: readonly Token[], at: number): Unit | null {
  const token = tokens[at];
  if (!token) return null;
  const percent = percentAt(tokens, at);
  if (percent > 0)
    return withPer(tokens, at, {
      kind: 'percent',
      name: token.text === '‰' ? '‰' : '%',
      length: percent,
      scale: 1,
    });
  let scale = 1;
  let skipped = 0;
  for (let next = SCALES.get(token.key); next !== undefined; next = SCALES.get(tokens[at + skipped]?.key ?? '')) {
    scale *= next;
    skipped++;
  }
  // "12 đồng chí" are persons.
  const isPeople = /^(?:chí|bào)$/.test(tokens[at + skipped + 1]?.key ?? '');
  const currency = isPeople ? 0 : phraseAt(tokens, at + skipped, CURRENCY);
  const per = tokens[at + skipped]?.key === '/';
  if (currency > 0 || (skipped > 0 && per)) {
    return withPer(tokens, at, {
      kind: 'money',
      name: words(tokens, at, skipped + currency),
      length: skipped + currency,
      scale: 1,
    });
  }
  const quoted = tokens[at + skipped]?.key === '“' || tokens[at + skipped]?.key === '"' ? 1 : 0;
  const bare = plainUnit(tokens, at + skipped + quoted);
  const unit = bare && quoted > 0 ? quotedUnit(tokens, at + skipped, bare) : bare;
  // "1,2 tỷ" alone is money.
  if (skipped > 0 && (!unit || unit.kind === 'unknown' || unit.kind === 'time'))
    return { kind: 'money', name: `${words(tokens, at, skipped)} đồng`, length: skipped, scale: 1 };
  return unit && { ...unit, length: unit.length + skipped, scale };
}

/** `48 “Đại sứ số”`: the marks say how far a noun goes that is not known. */
function quotedUnit(tokens: readonly Token[], open: number, bare: Unit): Unit {
  const closing = tokens.findIndex(({ key }, at) => at > open && at <= open + 1 + LONGEST_NAME && /^[”"]$/.test(key));
  if ((bare.kind !== 'unknown' && bare.kind !== 'time') || closing < 0) return { ...bare, length: bare.length + 1 };
  const name = words(tokens, open + 1, closing - open - 1).toLowerCase();
  return { ...bare, kind: 'unknown', name, length: closing + 1 - open };
}

/** The counted noun that ends at a place: `tập thể` in "tập thể không quá 06"; null = none. */
export function unitBefore(tokens: readonly Token[], to: number): Unit | null {
  if (phraseBefore(tokens, to, NO_NOUNS) > 0) return null;
  const noun = phraseBefore(tokens, to, NOUNS);
  const person = phraseBefore(tokens, to, PERSONS);
  const unit = plainUnit(tokens, to - Math.max(noun, person));
  return noun + person > 0 && unit?.kind === 'count' ? unit : null;
}

function plainUnit(tokens: readonly Token[], at: number): Unit | null {
  const token = tokens[at];
  // "2028 lần lượt đạt" counts nothing.
  if (token?.kind !== 'word' || (token.key === 'lần' && tokens[at + 1]?.key === 'lượt')) return null;
  const unit = (kind: UnitKind, length: number): Unit => ({
    kind,
    name: nameOf(words(tokens, at, length).toLowerCase()),
    length,
    scale: 1,
  });
  const noun = phraseAt(tokens, at, NO_NOUNS) > 0 ? 0 : phraseAt(tokens, at, NOUNS);
  if (token.key === 'điểm' && noun === 1) return unit(isPoints(tokens, at) ? 'points' : 'count', 1);
  const measure = phraseAt(tokens, at, MEASURES);
  if (measure > 0)
    return withPer(tokens, at, {
      ...unit('measure', measure),
      name: words(tokens, at, measure).replace(' ²', '2').replace(' ³', '3').replace('²', '2'),
    });
  const time = phraseAt(tokens, at, TIMES);
  // "03 lượt viên chức": how often, not who.
  const person =
    token.key === 'lượt'
      ? 0
      : Math.max(
          phraseAt(tokens, at, PERSONS),
          isOfficeHolder(tokens, at) || isOwner(tokens, at) || isHead(tokens, at) ? 2 : 0,
        );
  if (time > 0 && time >= noun) return perTime(tokens, at, unit('time', time));
  if (person > 0 && person >= noun) {
    const written = withPer(tokens, at, perSoMany(tokens, at, unit('count', person)));
    // "bác sĩ/vạn dân" is a rate, "người/năm" a number of persons.
    const isRate = written.length > person && !TIME_WORDS.has(tokens[at + person + 1]?.key ?? '');
    return isRate ? written : perTime(tokens, at, { kind: 'count', name: 'người', length: person, scale: 1 });
  }
  if (noun > 0) return perTime(tokens, at, unit('count', noun));
  return phraseAt(tokens, at, NEVER_COUNTED) + phraseAt(tokens, at, FUNCTION_WORDS) > 0
    ? null
    : unknownUnit(tokens, at);
}

/** A word not known: the head of its noun; the noun itself where a slash ends it (`02 bản đồ nền/quý`). */
function unknownUnit(tokens: readonly Token[], at: number): Unit {
  const length = Math.max(wordsToSlash(tokens, at), headLength(tokens, at));
  const unit: Unit = { kind: 'unknown', name: words(tokens, at, length).toLowerCase(), length, scale: 1 };
  return perTime(tokens, at, unit);
}

/** `cải tiến`, `khoảnh khắc`: of most nouns two syllables say what is meant; of `áo phao`, `ghế đá` the first does. */
function headLength(tokens: readonly Token[], at: number): number {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || second?.kind !== 'word' || STANDS_ALONE.has(first.key)) return 1;
  const isWord = isSyllable(first.key) && isSyllable(second.key) && phraseAt(tokens, at + 1, FUNCTION_WORDS) === 0;
  return isWord ? 2 : 1;
}

function wordsToSlash(tokens: readonly Token[], at: number): number {
  for (let length = 1; length <= LONGEST_NOUN; length++) {
    const next = tokens[at + length];
    if (next?.key === '/') return tokens[at + length + 1]?.kind === 'word' ? length : 1;
    if (next?.kind !== 'word' || phraseAt(tokens, at + length, FUNCTION_WORDS) > 0) return 1;
  }
  return 1;
}
const LONGEST_NOUN = 4;
const LONGEST_NAME = 8;

/** `tổ viên`, `kỹ thuật viên`: who belongs to something. */
function isOfficeHolder(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.key === 'viên' && !/^(?:thành|công|khuôn)$/.test(tokens[at]?.key ?? '');
}

/** `chủ nhà trọ`, `chủ cơ sở`, `chủ vựa`: an owner, of anything. */
export function isOwner(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === 'chủ' && tokens[at + 1]?.kind === 'word' && phraseAt(tokens, at, NO_OWNERS) === 0;
}
const NO_OWNERS = phrases(
  'chủ đề | chủ trương | chủ thể | chủ điểm | chủ động | chủ trì | chủ yếu | chủ quyền | chủ lực | chủ đạo | chủ chốt | chủ quan | chủ quản | chủ nghĩa | chủ nhật',
);

/** `trưởng ban công tác`, `phó chi hội`: a leader, of anything. */
export function isHead(tokens: readonly Token[], at: number): boolean {
  const leads = tokens[at]?.key === 'trưởng' || tokens[at]?.key === 'phó';
  return leads && tokens[at + 1]?.kind === 'word' && phraseAt(tokens, at, FUNCTION_WORDS) === 0;
}

/** `02 lần/năm`, `2 tin/tuần`, `02 chuyên đề/năm học`. */
function perTime(tokens: readonly Token[], at: number, unit: Unit): Unit {
  const per = tokens[at + unit.length + 1];
  if (tokens[at + unit.length]?.key !== '/' || per?.kind !== 'word') return perSoMany(tokens, at, unit);
  if (!TIME_WORDS.has(per.key)) return withPer(tokens, at, unit);
  const school = per.key === 'năm' && tokens[at + unit.length + 2]?.key === 'học' ? 1 : 0;
  const name = `${unit.name}/${per.text.toLowerCase()}${school > 0 ? ' học' : ''}`;
  return { ...unit, name, length: unit.length + 2 + school };
}
const TIME_WORDS: ReadonlySet<string> = new Set(['năm', 'tháng', 'tuần', 'quí', 'ngày', 'kì', 'vụ']);

/** `112 bé trai/100 bé gái`, `8 bác sĩ/10.000 dân` */
function perSoMany(tokens: readonly Token[], at: number, unit: Unit): Unit {
  const [slash, many, what] = tokens.slice(at + unit.length, at + unit.length + 3);
  if (slash?.key !== '/' || !/^10{2,5}$/.test((many?.text ?? '').replaceAll('.', '')) || what?.kind !== 'word')
    return unit;
  const start = at + unit.length + 2;
  const of = phraseAt(tokens, start, PERSONS) || phraseAt(tokens, start, NOUNS) || headLength(tokens, start);
  const name = `${unit.name}/${many?.text} ${words(tokens, start, of).toLowerCase()}`;
  return { ...unit, name, length: unit.length + 2 + of };
}

function percentAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === 'percent') return 1;
  if (tokens[at]?.key === 'phần' && tokens[at + 1]?.key === 'trăm') return 2;
  // "1,5 - 2 điểm phần trăm", "2 điểm %"
  const share = tokens[at]?.key === 'điểm' ? percentAt(tokens, at + 1) : 0;
  return share > 0 ? share + 1 : 0;
}

/** `%/năm`, `triệu đồng/người/năm`. */
function withPer(tokens: readonly Token[], at: number, unit: Unit): Unit {
  let { name, length } = unit;
  while (tokens[at + length]?.key === '/' && tokens[at + length + 1]?.kind === 'word') {
    const of = Math.max(
      1,
      phraseAt(tokens, at + length + 1, OTHER_PER),
      phraseAt(tokens, at + length + 1, PERSONS),
      phraseAt(tokens, at + length + 1, NOUNS),
    );
    name += `/${words(tokens, at + length + 1, of).toLowerCase()}`;
    length += 1 + of;
  }
  return { ...unit, name, length };
}

/** What is divided by and is no unit of its own. */
const OTHER_PER = phrases('đầu người | nhân khẩu | vạn dân | người dân | học kỳ | năm học');

/** "trừ 5 điểm đơn vị nộp muộn": marks, whoever is named behind them. */
function isPoints(tokens: readonly Token[], at: number): boolean {
  return !isPlaceAt(tokens, at) || MARKS.test(tokens[at - 2]?.key ?? '');
}
const MARKS = /^(?:trừ|cộng)$/;

/** `điểm lõm sóng`: a place, named by what is behind it. */
function isPlaceAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.kind === 'word' && phraseAt(tokens, at + 1, AFTER_POINTS) === 0;
}

function words(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map((token) => token.text)
    .join(' ');
}
