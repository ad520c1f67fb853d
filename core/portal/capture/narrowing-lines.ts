/**
 * Lines of a page that may restrict its figures to a part: recognised by the few words a language has for it (only,
 * without, search for, the ten most), or as a label with an unknown value. Such a line becomes a question (line-questions.ts).
 */
import { bareKey } from '../../base/text/text.ts';
import { isCaveat, scaleIn } from './page-notes.ts';
import { isDimension } from './side-by-side.ts';

/** Longer texts are prose. */
export const LONGEST_LINE = 140;

/** Attributes whose words show while something points at the element. */
export const TIPS = [
  'aria-label',
  'title',
  'aria-description',
  'data-tooltip',
  'data-original-title',
  'data-bs-original-title',
];

/** `Chỉ gồm hồ sơ trực tuyến`, `trừ lĩnh vực đất đai`, `Top 10`, `Kết quả tìm kiếm cho …`; never `chỉ số`, `chỉ để tham khảo`. */
const NARROWS: readonly RegExp[] = [
  /(?<!\p{L})(?:chỉ|riêng)\s(?:bao\s)?(?:gồm|tính|lấy|hiển thị|hiện|thống kê|có|của|các|những|hồ sơ|đơn vị|xã|lĩnh vực|thủ tục)(?!\p{L})/iu,
  /(?<!\p{L})(?:không|chưa)\s(?:bao\s)?(?:gồm|tính|kể)(?!\p{L})|(?:ngoại|loại) trừ|(?<!\p{L})(?:sau khi|đã|được) (?:loại|trừ|bỏ)(?!\p{L})|(?<!\p{L})trừ (?:hồ sơ|các|những|lĩnh vực|thủ tục)/iu,
  /^chỉ\s(?!số|tiêu|đạo|thị|dẫn|để|mục|định|báo|huy|khi|cần|đường)\p{L}+(?:\s[\p{L}\d]+){0,8}$|kết quả (?:cho|của|với)\s?[“"'‘]|(?<!\p{L})(?:lọc|tìm kiếm)(?!\p{L})[^:]{0,20}(?::|theo|cho|với)\s*\S|(?<!\p{L})(?:đã|đang|được) lọc(?!\p{L})|từ khóa\s*:\s*\S/iu,
  /phân quyền|giới hạn (?:theo|trong|bởi|ở)(?!\p{L})|(?:không|chưa) có quyền|quyền của (?:bạn|tôi)(?!\p{L})|^đang (?:xem|hiển thị)\s(?!tất cả|toàn|mọi|[\d:])\p{L}|(?<!\p{L})(?:bạn|tài khoản)(?:\s\p{L}+){0,3}\s(?:đang|chỉ)\s(?:được\s)?(?:xem|thấy)|\d\s\p{L}+\s(?:được|đã) chọn|bộ phận mình|đã chọn\s\d|áp dụng\s\d+\s(?:bộ\s)?lọc|(?<!\p{L})(?:bộ lọc|lọc|điều kiện|tìm kiếm|nâng cao|filters?|search)\s?\(?[1-9]\d?\)?$/iu,
  /(?<!\p{L})top\s?\d+|(?<!\p{L})\d{1,3}\s\p{L}+(?:\s\p{L}+){0,6}\snhất(?!\p{L})/iu,
  /(?<!\p{L})(?:cụm|khối|nhóm)\s(?:thi đua|số|xã|đơn vị|\d)|(?<!\p{L})(?:khu vực|vùng)\s?:\s*\S/iu,
  /(?<!\p{L})(?:của|từ|thuộc)\s(?:hệ thống\s)?(?:của\s)?(?:các\s)?bộ(?!\p{L}|\s(?:phận|tiêu chí|chỉ số|máy|môn|thủ tục))/iu,
  /^(?:bộ phận|chi nhánh|cơ sở|điểm|quầy|tổ|nhóm)(?:\s\p{L}+){0,6}\s\d{1,2}$/iu,
  /^[−≠¬]\s?\p{L}/u,
  /(?<!\p{L})lĩnh vực\s?:?\s(?!giải quyết|thủ tục|tiếp nhận|và|trong|theo|tất cả|toàn bộ|mọi)\p{L}/iu,
];

/** Behind `Ghi chú`: of what is counted something is left out, or has not come. */
const NOTE_OF_PART =
  /^(?:ghi chú|lưu ý|chú thích)\s?:(?=.*(?:hồ sơ|lĩnh vực|thủ tục|đơn vị|phòng))(?=.*(?<!\p{L})(?:chưa|thiếu|loại|bỏ|trừ|ngoài|riêng|trùng|ẩn)(?!\p{L}))/iu;

/** A button that takes away what is filtered: it stands there because something may be. */
export const RESETS =
  /^(?:xóa|xoá|xóa bỏ|bỏ|hủy|huỷ|gỡ|đặt lại|thiết lập lại|khôi phục|reset|clear|remove)(?:\s\p{L}+){0,3}\s(?:lọc|tìm kiếm|tra cứu|filters?|search)(?!\p{L})/iu;
/** Typed without diacritics. */
const BARE =
  /(?<![a-z])(?:(?:chi|rieng) (?:bao )?(?:gom|tinh|lay|hien|thong ke|cua|cac|nhung|ho so)|(?:khong|chua) (?:bao )?(?:gom|tinh|ke)|(?:dang|da|duoc) loc|sau khi (?:loai|tru))(?![a-z])|filtered (?:from|by)|(?<![a-z])only(?![a-z])/i;
/** The paper that a form was issued with. */
const LEGAL = /quyết định|thông tư|nghị định|công văn|ban hành/iu;

export function narrows(text: string): boolean {
  const value = LABELLED.exec(text)?.[2];
  return (
    text.length <= LONGEST_LINE &&
    (value === undefined || !ALL.test(value)) &&
    (NARROWS.some((shape) => shape.test(text)) || NOTE_OF_PART.test(text) || RESETS.test(text) || BARE.test(text)) &&
    !LEGAL.test(text)
  );
}

const RELATIVE =
  /(?<!\p{L})[ymqw]td(?!\p{L})|từ\s(?:ngày\s)?\d{1,2}[/.-]\d{1,2}\s(?:đến|tới)\s(?:ngày\s)?\d{1,2}[/.-]\d{1,2}(?![/.\d-])|^kỳ\s?:?\s?(?:th?|q)\.?\s?\d{1,2}$|(?<!\p{L})(?:năm|tháng|quý|kỳ|tuần)(?:\sbáo cáo)?\s(?:trước|ngoái|hiện tại|gần nhất|vừa qua|mới nhất)(?!\p{L})|(?<!\p{L})thời gian thực(?!\p{L})|\d\s(?:giờ|ngày|tuần|tháng|quý|năm)\s(?:qua|vừa qua|gần (?:đây|nhất))(?!\p{L})|^(?:(?:số|dữ) liệu\s|hồ sơ\s|kết quả\s|thống kê\s|báo cáo\s)?(?:trong ngày|hôm nay|(?:tuần|tháng|quý|năm|kỳ) (?:này|nay))$|(?<!\p{L})(?:hôm qua|từ đầu (?:năm|quý|tháng|kỳ)|(?:đến|tới)(?:\s\S{1,8}){0,3} ngày\s\d)(?!\p{L})/iu;

/** Figures of another year beside those of this, alone. */
const LAST_YEARS = /^(?:(?:số|dữ) liệu\s)?(?:của\s)?cùng kỳ(?:\s(?:năm\s)?(?:trước|ngoái|20\d\d))?$/iu;

/** A year, or years, with words of time alone: `Jan – Jun 2024`, `Giai đoạn 2021-2025`, `9T/2024`; never a day. */
const OF_TIME =
  /^(?=.*20\d\d)(?!.*\d[./-]\d{1,2}[./-]\d)(?:[\d\s.,:()/–—-]|[tqhmw](?!\p{L})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|quarter|months?|weeks?|year|from|to|of|fiscal|tài chính|năm học|giai đoạn|nhiệm kỳ|học kỳ|niên độ|kỳ|từ|đến)+$/iu;

/** `Q2'24`, `T8-24`, `1-31/8/2024`, `01/07/25 - 31/08/25` */
const SHORT_TIME =
  /^[(\s]*(?:(?:so lieu |ky )?(?:thang|quy|tuan) ?\d{1,2}|(?:q|quý)\.\s?(?:[ivx]{1,3}|[1-4])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s['’]?\d{2}|\d{1,2}[/.]\d{1,2}\s?(?:-|–|—|→|đến)\s?\d{1,2}[/.]\d{1,2}|tháng\s(?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai))?|chạp)|(?:q|quý|t|th|tháng)\s?\d{1,2}\s?['’/.-]\s?\d{2}|(?:từ\s)?\d{1,2}(?:[/.-]\d{1,2})?\s?(?:-|–|—|→|đến)\s?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d|\d{1,4}([/.-])\d{1,2}\1\d{2,4}[T\d:\s]{0,10}(?:-|–|—|→|~|đến|to)\s?\d{1,4}\1\d{1,2}\1\d{2,4}[T\d:\s]{0,10})[)\s]*$/iu;

const MONTH_WORD =
  'giêng|một|hai|ba|tư|sáu|bảy|tám|chín|mười|chạp|[ivx]{1,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** The words that make up a period: units, numbers, names of months, words between them. */
const WORD_OF_TIME = new RegExp(
  String.raw`(?<![\p{L}\d])(?:từ|đến|tới|và|hết|cuối|đầu|giữa|nửa|trong|liền|trước|ngày|làm việc|tuần|tháng|thg|quý|năm|bán niên|(?:học )?kỳ|thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ\s?nhật|${MONTH_WORD}|(?:th?|q|h|fy)\.?\s?\d{1,4}|\d{1,4})(?![\p{L}\d])`,
  'giu',
);
/** A day, with its weekday and its hour: today, or when it was signed. */
const A_DAY = /^[^/]*(?:ngày\s)?\d{1,2}\s?(?:[/.-]|tháng)\s?\d{1,2}\s?(?:[/.-]|năm)\s?20\d\d[\s\d:]*$/iu;
const HAS_UNIT =
  /(?<!\p{L})(?:tháng|quý|tuần|từ|ngày|kỳ|bán niên|[tqh]\.?\s?\d|fy\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)/iu;
const HAS_NUMBER = new RegExp(String.raw`\d|(?<!\p{L})(?:${MONTH_WORD}|trước)(?!\p{L})`, 'iu');

/** `T7, T8`, `Tháng bảy, tháng tám`, `Từ thứ Hai 25/8 đến Chủ nhật 31/8`, `FY2024`; never what a field asks for. */
export function isOfTimeAlone(line: string): boolean {
  const isWeekdays = /thứ/iu.test(line) && !/\d[/.-]\d/.test(line);
  const isToday = A_DAY.test(line) && !/(?<!\p{L})(?:từ|đến|tới|hết)(?!\p{L})|[–—]/iu.test(line);
  return (
    line.length <= 60 &&
    HAS_UNIT.test(line) &&
    HAS_NUMBER.test(line) &&
    !isWeekdays &&
    !isToday &&
    !/^(?:th?|q)\.?\s?\d{1,2}$/i.test(line) &&
    line.replace(WORD_OF_TIME, '').replace(/[\s.,:;&/()+–—→-]+/g, '') === ''
  );
}

/** What a period is called before it. */
const TIME_LABEL =
  /^(?:(?:kỳ|tuần|tháng|quý|năm|thời (?:gian|kỳ))(?:\s\p{L}+){0,2}|(?:\w+\s)?(?:period|week|month|quarter|year)|as of)\s?:?\s(?=.*20\d\d)/iu;

/** `Số liệu tháng trước`, `đến hết ngày 15/8/2025`; what is only compared with it (`so với tháng trước`) is not meant. */
export function isRelativeTime(line: string): boolean {
  const value = TIME_LABEL.test(line) ? line.replace(TIME_LABEL, '') : line;
  return (
    OF_TIME.test(value) ||
    SHORT_TIME.test(line) ||
    LAST_YEARS.test(line) ||
    (RELATIVE.test(line) && !/so với|cùng kỳ|chuyển sang/iu.test(line))
  );
}

const SUMMED_UP = /(?<!\p{L})(?:l[uũ][yỹ] kế|cộng dồn|tích l[uũ][yỹ]|cumulative|ytd)(?!\p{L})/iu;

/**
 * Whether a text says that figures are summed up since the first of January, and no stretch of its own. Beside a period
 * that begins later it makes unsure which of the two is meant.
 */
export function isSummedUp(text: string): boolean {
  return SUMMED_UP.test(text) && !/so với|cùng kỳ/iu.test(text);
}

const LABELLED = /^[(*?&\s]*(\p{L}[^:：=→|]{1,64}?)\s?[:：=→]\s*([^\s:].{0,80})$/u;
/** Of a weak mark only what figures are split by is a label. */
const BARELY = /^(\p{L}[^–—|-]{1,30}?)\s(?:[–—|-]|là|bằng|thuộc)\s(\S.{0,60})$/u;
const SEVERAL = /\s*[;|•·]\s*/;
/** Labels whose values narrow nothing: of when, by whom, how to reach them, which paper. Keys without diacritics. */
const KNOWN_LABEL =
  /^(?:dvt|donvitinh|(?:tu|den|het|tinh|lap|in|bao)?ngay(?:in|lap|xuat|tao|ki|baocao|capnhat)?|(?:tu|den)?(?:thang|qui|nam|ki)|thoi(?:gian|diem|ki|han)|giaidoan|capnhat|nguon(?:solieu|dulieu)?|ghichu|luuy|chuthich|tong|so|kinhgui|noinhan|dienthoai|dt|tel|hotline|duongday\w*|email|thudientu|fax|website|diachi|banquyen|phienban|hotro|thongbao|giolamviec|huongdan|(?:truoc|dung|trong|qua|tre)han|ngonngu|chude|giaodien|taikhoan|dangnhap|chucvu|chutich|lienhe|truycap|trang|sapxep|tieude|tieungu)$|capnhat|lapbieu|nguoi(?:lap|ki|ky|lienhe|phutrachtrang|chiutrachnhiem)|(?:bieu|mau|phuluc|baocao)so|^(?:bieu|mau|phuluc)$|solieu|luot(?:truycap|xem)|^thong(?:ke|tin)|hotro|dieukhoan/;
/** Labels of whose figures these are: their value is a place, or words all offices share. */
const WHOSE =
  /^(?:ten)?(?:donvi|ubnd|coquan|tinh|thanhpho|tinhthanhpho|huyen|quanhuyen|xa|phuong|xaphuong|phuongxa|diaphuong|diaban)(?:baocao|lap|gui|nhan|chuquan|captren|thongke)?$/;
const PLACE_NAME =
  /^(?:ubnd|[uủ]ỷ ban|ủy ban|hđnd|tỉnh|thành phố|tp\.?|xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|sở|bộ)\s|^(?:\p{Lu}[\p{L}’]*\s?){1,4}$/u;
/** Everything, or what a field asks for while it is empty. */
const ALL =
  /^[-–—\s.…]*(?:$|tất cả|toàn bộ|toàn tỉnh|toàn xã|cả nước|mọi|không(?!\s(?:bao\s)?(?:gồm|tính|kể|lấy))|chọn|nhập|gõ|vui lòng)/iu;
/** A figure with at most its unit narrows nothing. */
const FIGURE = /^[(+-]*\d[\d.,]*(?:\s?%|\s?\/\s?\d[\d.,]*)?(?:\s\p{L}{1,8}){0,3}[).]*$/u;

/** A label nobody knows with a value that is no number and no time: `Kênh tiếp nhận: Trực tuyến`. */
function isUnknownState(text: string, saysTime: (value: string) => boolean): boolean {
  const [, weak = ''] = BARELY.exec(text) ?? [];
  const [, label = '', value = ''] = (isDimension(weak) ? BARELY : LABELLED).exec(text) ?? [];
  // `linhvuc=5` is written for machines.
  const isAssigned = isDimension(label) && /=/.test(text);
  if (
    label === '' ||
    (label.length > 32 && value.length > 30) ||
    (!/\p{L}/u.test(value) && !isAssigned) ||
    KNOWN_LABEL.test(bareKey(label)) ||
    (bareKey(label) === 'hienthi' && /^\d/.test(value)) ||
    (WHOSE.test(bareKey(label)) &&
      PLACE_NAME.test(value.replace(/^(?:xã|phường|ubnd|tỉnh)/i, (word) => word.toLowerCase())))
  )
    return false;
  return (
    !ALL.test(value) &&
    (isAssigned || !FIGURE.test(value)) &&
    !saysTime(value) &&
    scaleIn(text) === undefined &&
    !isCaveat(text)
  );
}

/** Whether what stands before its mark is something figures are split by. */
export function splitsFigures(text: string): boolean {
  const label = (LABELLED.exec(text) ?? BARELY.exec(text))?.[1];
  return label !== undefined && isDimension(label);
}

/** A label that narrows nothing, with whatever stands behind it. */
export function isKnownLabel(text: string): boolean {
  const label = bareKey((LABELLED.exec(text) ?? BARELY.exec(text))?.[1] ?? '');
  return label !== '' && (KNOWN_LABEL.test(label) || WHOSE.test(label));
}

/**
 * Whether a line raises a question to the officer, so that the saved page must contain it. `saysTime` = whether a value
 * is of time: the page tells it by other means than the readers, which weigh much more.
 */
export function needsQuestion(text: string, saysTime: (value: string) => boolean): boolean {
  return (
    narrows(text) ||
    (text.length <= LONGEST_LINE && [text, ...text.split(SEVERAL)].some((part) => isUnknownState(part, saysTime)))
  );
}
