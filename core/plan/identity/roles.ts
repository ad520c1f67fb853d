/** Who does what in a movement: "2. Phòng Văn hóa - Xã hội là cơ quan thường trực, tổng hợp báo cáo …". */

import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { DUTY_KINDS } from '../../movement/movement.ts';
import { verbPattern } from '../lexicon/verbs.ts';

type Duty = (typeof DUTY_KINDS)[number];

interface RoleWords {
  readonly text: string;
  readonly section: string;
}

export interface PlanRole extends RoleWords {
  /** `Phòng Văn hóa - Xã hội` */
  readonly post: string;
  readonly duties: readonly Duty[];
}

/** The heading of the whole part, run into its first words. */
const HEADING =
  /^(?:(?:tổ chức thực hiện|phân công (?:nhiệm vụ|thực hiện|trách nhiệm)|trách nhiệm(?: (?:thực hiện|của các (?:cơ quan|đơn vị)[^.:]{0,40}))?|nhiệm vụ của các (?:cơ quan|đơn vị))(?:\s*[.:]\s*|\s+(?=\p{Lu}\p{Ll})|$))+/iu;
const ASKS = /^(?:đề nghị|giao|yêu cầu|phân công)(?: cho)? (?=\p{Lu}|các )/iu;
/** `tổ chức` is also a noun. */
const DEEDS = `${verbPattern('office')}|tổ chức(?! (?:chính trị|xã hội|đoàn|hội|đảng|thành viên|liên quan|cơ sở))`;
/** What goes on a list of posts behind a comma. */
const NEXT_POST = ` (?:các |cán bộ |cơ quan|đơn vị|phòng|ban ngành|trường học|doanh nghiệp|hợp tác xã|đoàn thể|${VILLAGE_PATTERN}|Trạm |Trường |Công an |Hội |Đoàn |Phòng |Văn phòng )`;
/** The post ends before what it does; no post is a verb alone. */
const POST = new RegExp(
  String.raw`^((?:(?!\s(?:${DEEDS})(?!\p{L}))(?!\s(?:báo|sơ|tổng) )[^:;.,]|,(?=${NEXT_POST})){2,120}?)(?=[:;.]|,(?!${NEXT_POST})|\s(?:${DEEDS})(?!\p{L})|$)`,
  'u',
);

/** A time or a deed without anybody: the calendar has it. */
const NOBODY =
  /^(?:sơ kết|tổng kết|báo cáo|định kỳ|tháng|quý|năm|hằng|hàng|trước|sau|chậm nhất|từ ngày|kinh phí|thời gian|đợt)(?!\p{L})/iu;

/** Duty → the words by which a plan gives it. */
const DUTIES: Readonly<Record<Duty, RegExp>> = {
  'standing-body': /(?:cơ quan|bộ phận|đơn vị) thường trực|thường trực (?:của )?(?:Hội đồng|phong trào)/iu,
  summariser: /tổng hợp/iu,
  'criteria-builder': /(?:xây dựng|ban hành)(?: [^.;,]{0,30})? tiêu chí/iu,
  appraiser: /thẩm định|(?<!tiêu chí )chấm điểm(?! chéo)/iu,
  proposer: /(?:trình|đề nghị|đề xuất)[^.;]{0,60}(?:khen|tặng)/iu,
  monitor: /theo dõi|kiểm tra|đôn đốc|giám sát/iu,
  communication: /tuyên truyền|truyền thông|đưa tin/iu,
  signer: /ký quyết định/iu,
  steering: /chỉ đạo/iu,
  participant: /tham gia phong trào|đăng ký thi đua|tổ chức phát động/iu,
  funding: /kinh phí/iu,
};

/** Each with its post in the plan's words; a heading alone is none. */
export function rolesIn(passages: readonly RoleWords[]): readonly PlanRole[] {
  return passages.flatMap(({ text, section }) => {
    const words = text.replace(HEADING, '').trim();
    if (words === '' || NOBODY.test(words)) return [];
    const heading = words.replace(ASKS, '');
    const post = (POST.exec(heading)?.[1] ?? /^[^:;.,]{3,120}/u.exec(heading)?.[0] ?? heading).trim();
    const done = heading.slice(post.length);
    const duties = DUTY_KINDS.filter((duty) => DUTIES[duty].test(done));
    return [{ text: words, section, post: post.charAt(0).toUpperCase() + post.slice(1), duties }];
  });
}

const EVERY = /^(?:các|mỗi|từng|toàn thể|thủ trưởng|trưởng các|người đứng đầu)(?!\p{L})/iu;
const ENTERS =
  /đăng ký|hưởng ứng|tham gia phong trào|tự (?:chấm|đánh giá)|phát động phong trào|(?:gửi|nộp) (?:\p{L}+ ){0,2}báo cáo|báo cáo (?:kết quả )?(?:về|cho|gửi) /iu;

/** Those of whom each enters the movement: registers, launches it at home, reports; their names for their words. */
export function entrantsIn(roles: readonly PlanRole[]): readonly RoleWords[] {
  return roles.flatMap(({ post, text, section }) =>
    EVERY.test(post) && ENTERS.test(text) ? [{ text: post, section }] : [],
  );
}
