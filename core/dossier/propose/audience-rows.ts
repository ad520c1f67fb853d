/** Who competes, as the plan names them, and which of its targets each audience can report on. */

import { kindOfCommune } from '../../base/text/commune-name.ts';
import { NO_VILLAGE_BEFORE, VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Audience } from '../../movement/movement.ts';
import { AUDIENCE_KINDS } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { addressedBy, kindsNamed } from '../../plan/identity/audiences.ts';
import { plansForItself } from '../../plan/identity/issuing-body.ts';
import { addsUp } from './adds-up.ts';
import { memberDemand } from './member-demand.ts';
import { isShareOf } from './unit-deed.ts';

type Kind = (typeof AUDIENCE_KINDS)[number];

/** `commune` = `xã`, `phường`. */
const namesIn = (commune: string): Readonly<Record<Kind, string>> => ({
  agency: 'Cơ quan, đơn vị',
  'party-body': 'Cơ quan Đảng, chi bộ',
  association: 'Mặt trận Tổ quốc và các đoàn thể',
  school: 'Trường học',
  'health-station': 'Trạm y tế',
  police: `Công an ${commune}`,
  village: 'Thôn',
  enterprise: 'Doanh nghiệp, hợp tác xã',
  household: 'Hộ gia đình',
  individual: 'Cá nhân',
  'outside-collective': `Tập thể ngoài ${commune}`,
  'outside-individual': `Cá nhân ngoài ${commune}`,
});
/** Words for a commune's villages. */
const VILLAGE = new RegExp(String.raw`(?<!\p{L})${NO_VILLAGE_BEFORE}(${VILLAGE_PATTERN})(?!\p{L})`, 'iu');

const OFFICE_WORK =
  /văn bản|hồ sơ công việc|cán bộ|công chức|viên chức|đảng viên|người lao động|cuộc họp|họp (?:không giấy|trực tuyến)|hội nghị|báo cáo|giao việc|máy tính|chữ ký số|ký số|hệ thống thông tin|phần mềm/u;
const SERVICES =
  /thủ tục|hồ sơ|phản ánh|kiến nghị|quá hạn|trễ hạn|tồn đọng|tthc|dịch vụ công|một cửa|thanh toán trực tuyến|trả kết quả|chứng thực|dữ liệu|phí, lệ phí|nghĩa vụ tài chính|hài lòng|số hóa|số hoá/u;
const PEOPLE =
  /người dân|hộ gia đình|số hộ|hộ dân|các hộ|(?<!\p{L})hộ(?!\p{L})|dân số|công dân|gia đình|nhân dân|trưởng thành|khu dân cư|rác|chất thải|nước thải|nước sạch|vệ sinh|đường (?:ngõ|làng|thôn|liên)|tuyến đường|chiếu sáng|camera|dòng họ|tộc họ|lao động|người (?:từ|trong độ tuổi|lớn)|trẻ em|trẻ dưới|người cao tuổi|bảo hiểm y tế|định danh|vneid/u;

/** Not `môi trường`, `trường hợp`. */
const SCHOOL = String.raw`(?<!(?:môi|thị|hiện|quảng|công|lập|thương|đấu) )(?<!\p{L})trường(?!\p{L})(?! (?:hợp|kỳ|phái))`;

/** Words of a target that an audience's own figures can answer. */
const ANSWERS: Readonly<Record<Kind, RegExp>> = {
  agency: new RegExp(`${OFFICE_WORK.source}|${SERVICES.source}|cơ quan|đơn vị`, 'u'),
  'party-body': OFFICE_WORK,
  association: new RegExp(`${OFFICE_WORK.source}|đoàn viên|hội viên|chi hội`, 'u'),
  school: new RegExp(`${OFFICE_WORK.source}|học sinh|giáo viên|${SCHOOL}|phụ huynh|học bạ|học phí|lớp học`, 'u'),
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
/** Named alone, without those whom every office has. */
const OFFICIALS = /^(?!.*(?:viên chức|giáo viên|nhân viên|người lao động|đảng viên)).*công chức/su;
/**
 * The figures of a school are not those of a village, though both speak of persons: whom such a target is for, and
 * whom it falls to in a movement without them.
 */
const ONLY: readonly (readonly [words: RegExp, kinds: readonly Kind[], without?: Kind])[] = [
  [/thủ tục hành chính|tthc|dịch vụ công|một cửa/u, ['agency']],
  [/học sinh|giáo viên|phụ huynh|học bạ|học phí|trường học|cơ sở giáo dục|trẻ .{0,12}ra lớp/u, ['school']],
  [/bệnh nhân|khám,? chữa bệnh|hồ sơ sức khỏe|sổ sức khỏe|viện phí|tiêm chủng/u, ['health-station', 'village']],
  [/hộ kinh doanh|hộ sản xuất/u, ['enterprise'], 'village'],
  [/doanh nghiệp|hợp tác xã|cơ sở (?:kinh doanh|lưu trú|sản xuất)/u, ['enterprise']],
  [/đoàn viên|hội viên/u, ['association']],
  // The commune's own offices, by name; officials are of offices, schools and stations have `viên chức`.
  [
    /(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd) (?:xã|phường|đặc khu)|trung tâm (?:phục vụ )?hành chính công|các phòng(?: chuyên môn)?(?!\p{L})(?! (?:học|họp))/u,
    ['agency'],
  ],
  [OFFICIALS, ['agency', 'party-body', 'association', 'police']],
];

export interface AudienceRows {
  readonly audiences: Audience[];
  /** The audiences among them that we propose; [] = the plan itself says who competes. */
  readonly ours: readonly Audience[];
}

/**
 * The audiences of the plan; where it lists no collectives that compete, two of ours to begin with. A list of nobody
 * but those outside the commune is none: a movement in which nobody competes cannot be scored.
 */
export function audienceRows(reading: PlanReading): AudienceRows {
  const { movement } = reading;
  const commune = kindOfCommune(movement.issuer.commune ?? '');
  const names = { ...namesIn(commune), village: villageName(reading, commune) };
  const found = movement.audiences.flatMap(({ kind, subject, text, section }): Audience[] => {
    const known = AUDIENCE_KINDS.find((audienceKind) => audienceKind === kind);
    if (!known) return [];
    const village = known === 'village' ? VILLAGE.exec(text)?.[1] : undefined;
    const name = village ? capital(village) : names[known];
    return [{ kind, name, subject, members: [], competes: !kind.startsWith('outside-'), source: { section, text } }];
  });
  const isListed = movement.isListed && found.some(({ competes, subject }) => competes && subject === 'collective');
  const kinds = (['agency', 'village'] as const).filter((kind) => !found.some((audience) => audience.kind === kind));
  // A school or a cell that issues a plan for itself has no villages.
  const isOfUnit = plansForItself(movement.issuer);
  const isKnown = isListed || (isOfUnit && found.some(({ subject }) => subject === 'collective'));
  const open = kinds.filter((kind) => !isOfUnit || kind !== 'village');
  const ours = (isKnown ? [] : open).map(
    (kind): Audience => ({
      kind,
      name: names[kind],
      subject: 'collective',
      members: [],
      competes: true,
      source: { section: '' },
    }),
  );
  return { audiences: [...ours, ...found], ours };
}

/** An audience that only a scale of the plan names; null = of no kind we know. */
export function audienceOf(kind: string, reading: PlanReading, source: Audience['source']): Audience | null {
  const known = AUDIENCE_KINDS.find((audienceKind) => audienceKind === kind);
  if (!known || !isCollective(known) || known.startsWith('outside-')) return null;
  const commune = kindOfCommune(reading.movement.issuer.commune ?? '');
  const name = known === 'village' ? villageName(reading, commune) : namesIn(commune)[known];
  return { kind: known, name, subject: 'collective', members: [], competes: true, source };
}

/** What the plan calls its villages most often; where it names none, what the law calls them in such a commune. */
function villageName({ targets, quotas, deadlines, movement }: PlanReading, commune: string): string {
  const texts = [...targets, ...quotas, ...deadlines, ...movement.contents, ...movement.roles].map(({ text }) => text);
  const times = new Map<string, number>();
  for (const text of [...texts, ...movement.recipients])
    for (const [, word = ''] of text.normalize('NFC').matchAll(OF_VILLAGES)) {
      const name = word.toLowerCase();
      times.set(name, (times.get(name) ?? 0) + 1);
    }
  const [most] = [...times].sort(([, a], [, b]) => b - a);
  return capital(most?.[0] ?? (commune === 'phường' ? 'tổ dân phố' : 'thôn'));
}
const OF_VILLAGES = new RegExp(String.raw`(?<!\p{L})(?:các|mỗi|từng|\d+) (${VILLAGE_PATTERN})(?!\p{L})`, 'giu');

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** Whether the audience can report a share: households and persons cannot. */
function isCollective(kind: string): boolean {
  return kind !== 'household' && kind !== 'individual';
}

/**
 * Targets for which an audience of the movement can report its own share; a target with a figure only of the whole
 * commune belongs to no audience. `present` = every kind that competes.
 */
export function targetsFor(
  kind: string,
  targets: readonly PlanTarget[],
  present: ReadonlySet<string>,
): readonly PlanTarget[] {
  const known = AUDIENCE_KINDS.find((audienceKind) => audienceKind === kind);
  if (!known) return [];
  return targets.filter((target) => {
    if (target.kind !== 'numeric' || !addsUp(target)) return false;
    const ofHouseholds = memberDemand(target)?.isHousehold === true;
    if (known === 'household' || ofHouseholds) return ofHouseholds && (known === 'household' || known === 'village');
    const addressed = addressedBy(target.under).filter(isCollective);
    const words = `${target.subject} ${target.text}`.toLowerCase();
    const [, kinds, without] = ONLY.find(([pattern]) => pattern.test(words)) ?? [];
    if (addressed.length > 0) return meant(addressed, target, kinds).includes(known);
    if (!kinds) return ANSWERS[known].test(words) || (isCollective(known) && isShareOf(target, known));
    if (without && !kinds.some((kind) => present.has(kind))) return known === without;
    return kinds.includes(known) && (known !== 'village' || PEOPLE.test(words));
  });
}

/** "Đối với các trường học, trạm y tế: … Trạm y tế: trên 97% …": of several, those the line names or is about. */
function meant(addressed: readonly string[], target: PlanTarget, kinds: readonly string[] = []): readonly string[] {
  if (addressed.length === 1) return addressed;
  const named = kindsNamed(opening(target));
  const own = [named, kinds].map((some) => addressed.filter((text) => some.includes(text)));
  return own.find((some) => some.length > 0) ?? addressed;
}

/** The words before the figure, and the thing counted after it. */
function opening({ text, subject, offset, figureOffset }: PlanTarget): string {
  return `${text.slice(0, Math.max(0, figureOffset - offset))} ${subject}`;
}
