/** Who competes, as the plan names them, and which of its targets each of them can be asked for. */
import type { Audience } from '../../movement/movement.ts';
import { AUDIENCE_KINDS } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { addressedBy } from '../../plan/plan-details.ts';
import { addsUp } from './plan-rows.ts';

type Kind = (typeof AUDIENCE_KINDS)[number];

const NAMES: Readonly<Record<Kind, string>> = {
  agency: 'Cơ quan, đơn vị',
  'party-body': 'Cơ quan Đảng, chi bộ',
  association: 'Mặt trận Tổ quốc và các đoàn thể',
  school: 'Trường học',
  'health-station': 'Trạm y tế',
  police: 'Công an xã',
  village: 'Thôn',
  enterprise: 'Doanh nghiệp, hợp tác xã',
  household: 'Hộ gia đình',
  individual: 'Cá nhân',
  'outside-collective': 'Tập thể ngoài xã',
  'outside-individual': 'Cá nhân ngoài xã',
};
/** What a commune calls its villages. */
const VILLAGE =
  /(?<!\p{L})(?<!văn |biên |cơ |kịch |phiên )(thôn|xóm|bản|ấp|buôn|khu phố|khối phố|tổ dân phố|khóm|khu dân cư)(?!\p{L})/iu;

const OFFICE_WORK =
  /văn bản|hồ sơ công việc|cán bộ|công chức|viên chức|đảng viên|người lao động|cuộc họp|hội nghị|báo cáo|máy tính|chữ ký số|ký số|hệ thống thông tin|phần mềm/u;
const SERVICES =
  /thủ tục hành chính|hồ sơ (?:trực tuyến|trực tiếp|giấy|được)|tthc|dịch vụ công|một cửa|phí, lệ phí|nghĩa vụ tài chính|hài lòng|số hóa|số hoá/u;
const PEOPLE =
  /người dân|hộ gia đình|số hộ|hộ dân|các hộ|(?<!\p{L})hộ(?!\p{L})|dân số|công dân|gia đình|nhân dân|trưởng thành|khu dân cư|rác thải|nước sạch|lao động|trẻ em|bảo hiểm y tế|định danh|vneid/u;

/** Words of a target that an audience's own figures can answer. */
const ANSWERS: Readonly<Record<Kind, RegExp>> = {
  agency: new RegExp(`${OFFICE_WORK.source}|${SERVICES.source}|cơ quan|đơn vị`, 'u'),
  'party-body': OFFICE_WORK,
  association: new RegExp(`${OFFICE_WORK.source}|đoàn viên|hội viên|chi hội`, 'u'),
  school: new RegExp(`${OFFICE_WORK.source}|học sinh|giáo viên|trường|phụ huynh|học bạ|học phí|lớp học`, 'u'),
  'health-station': new RegExp(
    `${OFFICE_WORK.source}|trạm y tế|bệnh nhân|khám|chữa bệnh|sức khỏe|sức khoẻ|viện phí|tiêm chủng`,
    'u',
  ),
  police: new RegExp(`${OFFICE_WORK.source}|định danh|căn cước|vneid|cư trú|an ninh|phạm pháp|tệ nạn`, 'u'),
  village: new RegExp(`${PEOPLE.source}|${VILLAGE.source}`, 'iu'),
  enterprise: /doanh nghiệp|hợp tác xã|cơ sở (?:sản xuất|kinh doanh)|hộ kinh doanh|sản phẩm|ocop/u,
  household: /^$/,
  individual: /^$/,
  'outside-collective': /^$/,
  'outside-individual': /^$/,
};
/** The figures of a school are not those of a village, though both speak of persons. */
const ONLY: readonly (readonly [words: RegExp, kinds: readonly Kind[]])[] = [
  [/thủ tục hành chính|tthc|dịch vụ công|một cửa/u, ['agency']],
  [/học sinh|giáo viên|phụ huynh|học bạ|học phí|trường học|cơ sở giáo dục/u, ['school']],
  [/bệnh nhân|khám,? chữa bệnh|hồ sơ sức khỏe|sổ sức khỏe|viện phí|tiêm chủng/u, ['health-station', 'village']],
  [/doanh nghiệp|hợp tác xã|cơ sở kinh doanh|hộ kinh doanh/u, ['enterprise']],
  [/đoàn viên|hội viên/u, ['association']],
];

/** The audiences of the plan; where it names no collective, two of ours to begin with. */
export function audienceRows({ movement }: PlanReading): { readonly audiences: Audience[]; readonly named: boolean } {
  const found = movement.audiences.flatMap(({ kind, subject, text, section }): Audience[] => {
    const known = AUDIENCE_KINDS.find((one) => one === kind);
    if (!known) return [];
    const village = known === 'village' ? VILLAGE.exec(text)?.[1] : undefined;
    const name = village ? village.charAt(0).toUpperCase() + village.slice(1).toLowerCase() : NAMES[known];
    return [{ kind, name, subject, members: [], competes: !kind.startsWith('outside-'), source: { section, text } }];
  });
  if (found.some(({ competes, subject }) => competes && subject === 'collective'))
    return { audiences: found, named: true };
  const ours = (['agency', 'village'] as const).map(
    (kind): Audience => ({
      kind,
      name: NAMES[kind],
      subject: 'collective',
      members: [],
      competes: true,
      source: { section: '' },
    }),
  );
  return { audiences: [...ours, ...found], named: false };
}

/** One that can give a share: no household and no person can. */
function isCollective(kind: string): boolean {
  return kind !== 'household' && kind !== 'individual';
}

/** Targets an audience can be asked for its own share of; whose whole is only the commune's, nobody. */
export function targetsFor(kind: string, targets: readonly PlanTarget[]): readonly PlanTarget[] {
  const known = AUDIENCE_KINDS.find((one) => one === kind);
  if (!known) return [];
  return targets.filter((target) => {
    if (target.kind !== 'numeric' || !addsUp(target)) return false;
    const addressed = addressedBy(target.under).filter(isCollective);
    if (addressed.length > 0) return addressed.includes(known);
    const words = `${target.subject} ${target.text}`.toLowerCase();
    const only = ONLY.find(([pattern]) => pattern.test(words))?.[1];
    return only ? only.includes(known) && (known !== 'village' || PEOPLE.test(words)) : ANSWERS[known].test(words);
  });
}
