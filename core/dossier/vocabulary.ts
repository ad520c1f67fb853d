/**
 * The dossier's words for the choices of a movement, a word for every value: a new value does not compile without its
 * word.
 */

import type { Result } from '../base/result.ts';
import { foldKey } from '../base/text/text.ts';
import type { ClassBand, Criterion } from '../movement/criteria-set.ts';
import {
  AUDIENCE_KINDS,
  type Audience,
  type CalendarEntry,
  type Movement,
  type Quota,
  type Target,
} from '../movement/movement.ts';
import type { Comparator, Measure, RegisterFact } from '../movement/rule.ts';
import { textValue } from '../sheets/council/look.ts';
import { codeOfWords } from './code-of-words.ts';
import { type Codec, text } from './codec.ts';
import { notUnderstood, understood } from './words.ts';

export const SUBJECTS: Readonly<Record<Audience['subject'], string>> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
};

export const COMPARATORS: Readonly<Record<Comparator, string>> = {
  gte: 'từ … trở lên',
  gt: 'trên',
  lte: 'không quá',
  lt: 'dưới',
  eq: 'đạt (số ghi trơn)',
  soft: 'phấn đấu',
};

export const MEASURES: Readonly<Record<Measure, string>> = {
  percentage: 'Tỷ lệ a/b (%)',
  count: 'Số đếm',
  amount: 'Giá trị',
  rate: 'Tốc độ tăng (%/năm)',
  'yes-no': 'Có/Không',
  date: 'Ngày',
  level: 'Mức',
};

export const DIRECTIONS: Readonly<Record<Criterion['direction'], string>> = {
  higher: 'Càng cao càng tốt',
  lower: 'Càng thấp càng tốt',
};

export const EVIDENCE: Readonly<Record<Criterion['evidence'], string>> = {
  required: 'Bắt buộc',
  optional: 'Nếu có',
  none: 'Không cần',
};

export const NOT_ARISING: Readonly<Record<Criterion['notApplicable'], string>> = {
  zero: 'Được 0 điểm',
  drop: 'Không tính tiêu chí',
  'drop-confirmed': 'Không tính khi Hội đồng xác nhận',
  full: 'Được điểm tối đa',
};

export const FILLED_BY: Readonly<Record<Criterion['filledBy'], string>> = {
  unit: 'Đơn vị',
  appraiser: 'Hội đồng',
  portal: 'Số liệu trên Cổng',
  register: 'Danh sách nhận báo cáo',
};

export const LISTED: Readonly<Record<RegisterFact, string>> = {
  registration: 'Ngày đăng ký thi đua',
  'unit-plan': 'Ngày nhận kế hoạch',
};

export const TARGET_SCOPES: Readonly<Record<Target['scope'], string>> = { unit: 'Từng đơn vị', commune: 'Toàn xã' };

export const TARGET_KINDS: Readonly<Record<Target['kind'], string>> = {
  numeric: 'Bằng số',
  'yes-no': 'Có/Không',
  qualitative: 'Định tính',
  process: 'Tiến độ',
  'award-threshold': 'Tiêu chuẩn khen',
};

export const STANDARD_KINDS: Readonly<Record<Movement['standards'][number]['kind'], string>> = {
  qualitative: 'Định tính',
  reporting: 'Chế độ báo cáo',
  rank: 'Thứ hạng',
  'score-share': 'Tỷ lệ điểm (%)',
  registration: 'Đăng ký thi đua',
  'late-report': 'Báo cáo chậm quá (ngày)',
  barred: 'Không xét khen',
};

export const VOTERS: Readonly<Record<'members' | 'present', string>> = {
  members: 'Tổng số thành viên Hội đồng',
  present: 'Số thành viên dự họp',
};

export const AWARD_LEVELS: Readonly<Record<Movement['awards'][number]['level'], string>> = {
  commune: 'Xã',
  district: 'Huyện',
  province: 'Tỉnh',
  state: 'Nhà nước',
};

export const QUOTA_KINDS: Readonly<Record<Quota['kind'], string>> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
  combined: 'Tập thể và cá nhân tính chung',
  outside: 'Ngoài xã',
};

export const QUOTA_BASES: Readonly<Record<NonNullable<Quota['base']>, string>> = {
  participants: 'Số tham gia',
  registered: 'Số đăng ký',
  eligible: 'Số đủ tiêu chuẩn',
  listed: 'Tổng số trong danh sách',
};

export const ROUNDS: Readonly<Record<Quota['round'], string>> = {
  yearly: 'Hằng năm',
  interim: 'Sơ kết',
  final: 'Tổng kết',
  'out-of-turn': 'Đột xuất',
};

export const CALENDAR: Readonly<Record<CalendarEntry['what'], string>> = {
  launch: 'Phát động',
  'unit-report': 'Đơn vị gửi báo cáo',
  'unit-plan': 'Đơn vị gửi kế hoạch',
  registration: 'Đăng ký thi đua',
  'yearly-summary': 'Xã tổng hợp báo cáo năm',
  'interim-review': 'Sơ kết',
  'final-review': 'Tổng kết',
  evaluation: 'Kiểm tra - đánh giá',
  'award-dossier': 'Gửi hồ sơ khen thưởng',
  'other-report': 'Báo cáo khác',
  end: 'Kết thúc phong trào',
  other: 'Việc khác',
};

export const DUTIES: Readonly<Record<Movement['roles'][number]['duties'][number], string>> = {
  'criteria-builder': 'Xây dựng tiêu chí',
  appraiser: 'Thẩm định',
  summariser: 'Tổng hợp',
  'standing-body': 'Thường trực Hội đồng',
  proposer: 'Đề nghị khen thưởng',
  monitor: 'Theo dõi, kiểm tra',
  communication: 'Tuyên truyền',
  signer: 'Ký quyết định',
  steering: 'Chỉ đạo',
  participant: 'Thực hiện',
  funding: 'Kinh phí',
};

export const BASIS_WARNINGS: Readonly<Record<NonNullable<Movement['legalBases'][number]['warning']>['kind'], string>> =
  { expired: 'Hết hiệu lực', 'wrong-number': 'Sai số, ký hiệu', 'outdated-term': 'Từ ngữ cũ' };

/** Classes from the best down. */
export const CLASSES: Readonly<Record<ClassBand['code'], string>> = {
  excellent: 'bậc 1',
  good: 'bậc 2',
  completed: 'bậc 3',
  'not-completed': 'bậc 4',
  fifth: 'bậc 5',
};

const AUDIENCES: Readonly<Record<(typeof AUDIENCE_KINDS)[number], string>> = {
  agency: 'Cơ quan',
  'party-body': 'Cơ quan Đảng',
  association: 'Mặt trận và đoàn thể',
  school: 'Trường học',
  'health-station': 'Trạm y tế',
  police: 'Công an',
  village: 'Thôn bản',
  enterprise: 'Doanh nghiệp',
  household: 'Hộ gia đình',
  individual: 'Cá nhân',
  'outside-collective': 'Tập thể ngoài xã',
  'outside-individual': 'Cá nhân ngoài xã',
};

/** Our word for a kind of audience; a kind of the commune's own is its own word. */
function audienceWord(kind: string): string {
  const known = AUDIENCE_KINDS.find((text) => text === kind);
  return known ? AUDIENCES[known] : kind;
}

/** A kind of audience: a known word, else the commune's own words, which become its code. */
export const audienceKind: Codec<string> = {
  ...text,
  write: (kind) => textValue(audienceWord(kind)),
  read: (content): Result<string> => {
    const key = foldKey(content?.text ?? '');
    const known = AUDIENCE_KINDS.find((kind) => foldKey(AUDIENCES[kind]) === key || kind === key);
    const code = known ?? codeOfWords(content?.text ?? '');
    return /^[a-z]+(-[a-z]+)*$/.test(code)
      ? understood(code)
      : notUnderstood('Chọn loại đối tượng trong danh sách, hoặc ghi tên loại bằng chữ.');
  },
  options: Object.values(AUDIENCES),
};
