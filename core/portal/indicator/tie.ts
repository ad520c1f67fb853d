/**
 * Whether a plan's target is measured by one of the portal's indicators: only when both count the same thing out of the
 * same whole. Where the plan's words are close to that, the dossier has a question; else a reason.
 */
import { nfc } from '../../base/text/text.ts';
import { findIndicator } from './catalogue.ts';

type Tie =
  | { readonly kind: 'sure'; readonly indicator: string }
  /** `why` = where the plan's words and the indicator may part, one clause. */
  | { readonly kind: 'ask'; readonly indicator: string; readonly why: string }
  /** One clause. */
  | { readonly kind: 'none'; readonly why: string };

interface TargetWords {
  readonly subject: string;
  readonly text: string;
  readonly unit: string | null;
}

/** What is counted; the first one named is the denominator. */
const THINGS = {
  satisfied: /hài lòng/u,
  work: /hồ sơ (?:công việc|sức khỏe|sức khoẻ|bệnh án|cán bộ|nhân sự|đảng viên|học sinh|lưu trữ|điện tử)|văn bản|báo cáo|cuộc họp|hội nghị|hệ thống thông tin|cơ quan|giao dịch|trường học|giấy tờ/u,
  people:
    /người dân|công dân|dân số|cán bộ|công chức|viên chức|hội viên|đoàn viên|đảng viên|học sinh|hộ(?: gia đình| dân| nghèo)?(?!\p{L})|doanh nghiệp|hợp tác xã|thôn|bản(?!\p{L}| sao)|tổ dân phố|nhân viên|người lao động/u,
  dossiers: /hồ sơ|kết quả giải quyết/u,
  procedures: /thủ tục hành chính|tthc|thủ tục|dịch vụ công/u,
} as const;
type SubjectKey = keyof typeof THINGS;

const ONLINE = 'ho-so-truc-tuyen';
const WHOLE = 'dich-vu-toan-trinh';
const PAID = 'thanh-toan-truc-tuyen';
const DIGITISED = 'so-hoa-ho-so';
const IN_TIME = 'dung-han';
const SATISFIED = 'hai-long';

const sure = (indicator: string): Tie => ({ kind: 'sure', indicator });
const ask = (indicator: string, why: string): Tie => ({ kind: 'ask', indicator, why });
const none = (why: string): Tie => ({ kind: 'none', why });

/** The tie of a target by its words. */
export function tieOf({ subject, text, unit }: TargetWords): Tie {
  if (unit !== '%') return none(`các chỉ số trên Cổng là tỷ lệ %, chỉ tiêu này tính bằng ${unit ?? 'số'}`);
  // In a list of figures only the subject distinguishes them.
  const isListed = /\d\s?%.*\d\s?%|lần lượt|tương ứng/su.test(text);
  const words = nfc(isListed ? subject : text).toLowerCase();
  if (/(?:tăng|giảm)(?! lên| xuống)[^.;,]{0,24}\d|so với (?:năm|cùng kỳ)/u.test(words))
    return none('kế hoạch đặt mức tăng hoặc giảm, Cổng cho tỷ lệ');
  const tie = byThing(words, subject);
  const isPart = tie.kind === 'sure' && PART_ONLY.test(words);
  return isPart ? ask(tie.indicator, 'kế hoạch chỉ tính một phần, Cổng đếm tất cả') : tie;
}

/** Dossiers of one field or of some people only. */
const PART_ONLY = /lĩnh vực|của (?:hộ|người (?!dân)|học sinh|hội viên)|đất đai|khai sinh|liên thông|chứng thực/u;

function byThing(words: string, subject: string): Tie {
  switch (thingOf(words)) {
    case 'satisfied':
      return satisfiedTie(words);
    case 'dossiers':
      return dossierTie(words);
    case 'procedures':
      return procedureTie(words);
    case null:
      return namelessTie(words) ?? none(`Cổng không có chỉ số về ${briefly(subject)}`);
    case 'work':
    case 'people':
      return none(`Cổng không có chỉ số về ${briefly(subject)}`);
  }
}

/** What is done is named, but not with what: `Thanh toán trực tuyến: 60%`. */
function namelessTie(words: string): Tie | null {
  const why = 'kế hoạch không nói rõ tính trên số hồ sơ nào';
  if (/thanh toán[^,;.]{0,20}trực tuyến/u.test(words)) return ask(PAID, why);
  if (/(?:nộp|tiếp nhận)[^,;.]{0,20}trực tuyến/u.test(words)) return ask(ONLINE, why);
  return /số hóa kết quả|số hoá kết quả/u.test(words) ? ask(DIGITISED, why) : null;
}

/** Satisfaction is a separate measure whoever is surveyed; otherwise the noun that comes first is what is counted. */
function thingOf(words: string): SubjectKey | null {
  if (THINGS.satisfied.test(words)) return 'satisfied';
  let first: { thing: SubjectKey; at: number } | null = null;
  for (const thing of ['work', 'people', 'dossiers', 'procedures'] as const) {
    const at = words.search(THINGS[thing]);
    if (at >= 0 && (first === null || at < first.at)) first = { thing, at };
  }
  return first?.thing ?? null;
}

function satisfiedTie(words: string): Tie {
  if (/người bệnh|bệnh nhân|phụ huynh|học sinh|khách|y tế|giáo dục|điện lực|nước sạch|vệ sinh|an ninh/u.test(words))
    return none('Cổng chỉ đo hài lòng khi giải quyết thủ tục hành chính');
  if (/hành chính|dịch vụ công|tthc|hồ sơ|phục vụ|giải quyết/u.test(words)) return sure(SATISFIED);
  return ask(SATISFIED, 'kế hoạch không nói hài lòng về việc gì, Cổng đo hài lòng khi giải quyết thủ tục hành chính');
}

function dossierTie(words: string): Tie {
  if (/trễ hạn|quá hạn|chậm hạn|trả lại|bổ sung/u.test(words) && !/đúng hạn/u.test(words))
    return none('Cổng đếm hồ sơ đúng hạn, kế hoạch đặt mức cho hồ sơ không đúng hạn hoặc phải trả lại');
  if (/thanh toán/u.test(words)) return sure(PAID);
  if (/số hóa|số hoá/u.test(words)) return sure(DIGITISED);
  if (/đúng (?:và trước )?(?:thời )?hạn/u.test(words)) return sure(IN_TIME);
  if (/trước (?:thời )?hạn/u.test(words))
    return ask(IN_TIME, 'kế hoạch nói trước hạn, Cổng đếm cả trước hạn và đúng hạn');
  if (!/trực tuyến/u.test(words)) return none('Cổng chỉ đếm hồ sơ trực tuyến, thanh toán, số hóa và đúng hạn');
  if (/(?:tiếp nhận|nộp|gửi)[^,;.]{0,40}trực tuyến|hồ sơ trực tuyến/u.test(words) && !/toàn trình/u.test(words))
    return sure(ONLINE);
  return ask(ONLINE, `Cổng đếm hồ sơ tiếp nhận trực tuyến, kế hoạch nói ${deedIn(words)}`);
}

function procedureTie(words: string): Tie {
  if (/thanh toán/u.test(words)) return ask(PAID, 'kế hoạch ghi thủ tục, Cổng đếm hồ sơ thanh toán trực tuyến');
  if (/số hóa|số hoá/u.test(words))
    return ask(DIGITISED, 'kế hoạch ghi thủ tục, Cổng đếm hồ sơ và kết quả được số hóa');
  if (/toàn trình/u.test(words)) {
    if (/phương tiện|hồ sơ/u.test(words))
      return ask(WHOLE, 'Cổng đếm thủ tục đã cung cấp dịch vụ công toàn trình, kế hoạch đòi thêm điều kiện');
    return sure(WHOLE);
  }
  if (/trực tuyến|mức độ [34]/u.test(words))
    return ask(WHOLE, 'kế hoạch không nói rõ dịch vụ công toàn trình, Cổng chỉ đếm dịch vụ công toàn trình');
  return none('Cổng không có chỉ số về điều này của thủ tục hành chính');
}

/** The act in the plan's words: `xử lý hoàn toàn trực tuyến`. */
function deedIn(words: string): string {
  return (
    /(?:được )?((?:\p{L}+ ){1,6}trực tuyến)/u.exec(words.replace(/^.*?(?=xử lý|giải quyết|thực hiện)/u, ''))?.[1] ??
    'khác'
  );
}

function briefly(subject: string): string {
  const words = nfc(subject)
    .replace(/^t[ỷỉ] lệ /iu, '')
    .trim();
  const short = words.length > 60 ? `${words.slice(0, words.lastIndexOf(' ', 60))}…` : words;
  return short === '' ? 'điều này' : short.charAt(0).toLowerCase() + short.slice(1);
}

/** A note to the officer, in one or two sentences; null for a sure tie. `name` as the catalogue has it. */
export function tieNote(tie: Tie): string | null {
  if (tie.kind === 'sure') return null;
  if (tie.kind === 'none') return `Không đối chiếu với Cổng: ${tie.why}.`;
  const name = findIndicator(tie.indicator)?.name ?? tie.indicator;
  return `Chỉ số trên Cổng có thể là “${name}”, cần xác nhận: ${tie.why}. Đúng thì chọn chỉ số ấy ở cột “Đối chiếu chỉ số trên Cổng” của trang Tiêu chí.`;
}
