/**
 * Further content of a plan for the draft of its movement: who competes, awards, standards, tasks without figures,
 * duties.
 */

import type { PlanQuota } from '../finding.ts';
import type { PlanParts } from '../layout/plan-parts.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { addressedBy, audiencesIn, kindsNamed, unknownAudiences } from './audiences.ts';
import { legalBasesIn } from './legal-bases.ts';
import { entrantsIn, type PlanRole, rolesIn } from './roles.ts';

interface QuotedDetail {
  /** The plan's own words. */
  readonly text: string;
  readonly section: string;
}

export interface PlanDetails {
  /** Kinds as in the bundled movements (`agency`, `school`, `village` …), each where it is first named. */
  readonly audiences: readonly (QuotedDetail & {
    readonly kind: string;
    readonly subject: 'collective' | 'individual' | 'household';
  })[];
  /** The plan lists who competes; one kind named by a heading or an award alone is no list. */
  readonly isListed: boolean;
  /** Named among those who compete, of no kind that is known. */
  readonly unknownAudiences: readonly string[];
  readonly awards: readonly (QuotedDetail & {
    readonly name: string;
    readonly level: 'state' | 'province' | 'district' | 'commune';
  })[];
  readonly standards: readonly QuotedDetail[];
  /** Tasks without figures; `field` when the words name a field. */
  readonly contents: readonly (QuotedDetail & { readonly field: string | null })[];
  readonly roles: readonly PlanRole[];
  readonly legalBases: ReturnType<typeof legalBasesIn>;
  readonly recipients: readonly string[];
}

const AWARD =
  /([Gg]iấy khen|[Bb]ằng khen|Huân chương \p{Lu}[^.;,:()]{2,30}|Cờ thi đua|Kỷ niệm chương)(?: của)?(?: (?:Thủ tướng(?: Chính phủ)?|Thủ trưởng [^.;,]{3,40}|(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ủy ban MTTQ|Uỷ ban MTTQ)[^.;,:()]{0,20}? (?:xã|phường|thị trấn|huyện|tỉnh|thành phố)))?/gu;
const FIELDS: readonly (readonly [field: string, words: RegExp])[] = [
  ['chính quyền số', /chính quyền số|dịch vụ công|một cửa|cải cách hành chính|thủ tục hành chính/iu],
  ['kinh tế số', /kinh tế số|thương mại điện tử|doanh nghiệp|không dùng tiền mặt/iu],
  ['xã hội số', /xã hội số|công dân số|kỹ năng số/iu],
  ['hạ tầng số', /hạ tầng|cáp quang|đường truyền/iu],
  ['an toàn thông tin', /an ninh mạng|an toàn thông tin|an toàn dữ liệu|an ninh thông tin/iu],
  ['y tế', /y tế|khám chữa bệnh|sức khỏe|sức khoẻ/iu],
  ['giáo dục', /giáo dục|học sinh|dạy học/iu],
  ['nông nghiệp', /nông nghiệp|nông thôn|nông sản/iu],
  ['môi trường', /môi trường|rác thải|nước sạch/iu],
  ['văn hóa', /văn hóa|văn hoá|du lịch|di tích/iu],
  ['tuyên truyền', /tuyên truyền|truyền thanh|phổ biến/iu],
];
const COMPETES = /đối tượng(?! khen)/iu;
const SUBJECTS = /tập thể|cá nhân|hộ gia đình/iu;
const CONTENTS = /nội dung thi đua|nội dung phong trào/iu;
const OTHER_MATTERS = /đối tượng|mục tiêu|chủ đề|phạm vi|thời gian/iu;
/** Longest words quoted of one item. */
const LONGEST = 600;
const SHORTEST_TASK = 20;

interface PartFindings {
  /** A figure of this part was taken as a target. */
  readonly hasTarget: (section: Section) => boolean;
  readonly hasQuota: (section: Section) => boolean;
  readonly quotas: readonly PlanQuota[];
  /** Who issued it has villages that may compete. */
  readonly hasVillages: boolean;
}

/** `bodies` = the parts of each stretch of the plan. */
export function detailsOf(
  text: PlanText,
  parts: PlanParts,
  bodies: readonly (readonly Section[])[],
  { hasTarget, hasQuota, quotas, hasVillages }: PartFindings,
): PlanDetails {
  const sections = bodies.flatMap((body) =>
    body.map((section, at) => ({
      section,
      headings: [section.heading, body[section.parent]?.heading ?? ''],
      said: saidIn(text, section),
      /** Its own, or those of the items right below it. */
      measures: withItems(body, at).some(hasTarget),
      whole: saidIn(text, { ...section, end: withItems(body, at).at(-1)?.end ?? section.end }),
    })),
  );
  const where = (fits: (section: Section, own: string, above: string) => boolean): readonly QuotedDetail[] =>
    sections
      .filter(({ section, headings, said }) => said.text !== '' && fits(section, headings[0] ?? '', headings[1] ?? ''))
      .map(({ said }) => said);
  const competing = where(
    (_section, own, above) => COMPETES.test(own) || (COMPETES.test(above) && (own === '' || SUBJECTS.test(own))),
  );
  // "1. Phòng Kinh tế
  // - Tham mưu …": the body stands alone above its duties; in "2. Các bản: đăng ký." everything is in a single line.
  const isRole = (section: Section, _own: string, above: string): boolean =>
    section.topic === 'roles' && section.label?.kind !== 'bullet' && (isText(section) || above !== '');
  // A plan without a part on who competes still says whom it commends.
  const isAward = ({ topics }: Section): boolean => topics.some((topic) => topic.startsWith('award'));
  const commended = where(isAward);
  // "1. Đối với các trường" above demands: the schools compete, whether or not they are listed.
  const addressed = sections
    .filter(
      ({ section, headings, measures }) =>
        (section.topics.includes('targets') || (measures && CONTENTS.test(headings[1] ?? ''))) &&
        addressedBy(headings[0] ?? '').length > 0,
    )
    .map(({ section, headings }) => ({ text: headings[0] ?? '', section: section.section }));
  // "Bộ tiêu chí … đối với các thôn, cơ quan": who is scored stands in the title alone.
  const titled = (TITLED.exec(parts.title) ?? []).map((words) => ({ text: words, section: '' }));
  const saysWho = collectivesIn([...competing, ...titled]) > 0;
  const roles = rolesIn(where(isRole));
  // Bodies that have to register or report, also in a part on reports; the duties of each may be in items below it.
  const duties = sections
    .filter(({ section, headings }) => isRole(section, '', headings[1] ?? '') || section.topics.includes('reporting'))
    .map(({ whole }) => whole);
  const named = [
    ...competing,
    ...addressed,
    ...titled,
    ...(saysWho ? [] : [...commended, ...quotas.map(asNamed), ...entrantsIn(rolesIn(duties))]),
  ];
  return {
    audiences: audiencesIn(named).filter(({ kind }) => hasVillages || kind !== 'village'),
    isListed: saysWho || collectivesIn(named) > 1,
    unknownAudiences: [...new Set(competing.flatMap(({ text }) => unknownAudiences(text)))],
    awards: awardsIn(commended),
    standards: where(
      (section) =>
        isText(section) &&
        (section.topic === 'standard'
          ? hasTarget(section) || !hasQuota(section)
          : isAward(section) && SAYS_WHAT_IT_TAKES.test(text.flat.slice(section.start, section.end))),
    ),
    contents: where(
      (section, own, above) =>
        (section.topic === 'tasks' || CONTENTS.test(own) || CONTENTS.test(above)) &&
        !OTHER_MATTERS.test(`${own} / ${above}`) &&
        isText(section) &&
        !hasTarget(section),
    ).map((task) => ({ ...task, field: FIELDS.find(([, words]) => words.test(task.text))?.[0] ?? null })),
    roles,
    legalBases: legalBasesIn(parts.bases),
    recipients: recipientsIn(parts.recipients),
  };
}

const TITLED = /(?<!\p{L})(?:đối với|dành cho) (?:các|mỗi|từng) .+/iu;

/** "Chỉ xét các đơn vị đạt …", "Thôn được xét khen phải …", "đạt dưới 50% thì không xét thi đua" */
const SAYS_WHAT_IT_TAKES =
  /(?:chỉ|không|chưa)(?: xem)? xét (?!duyệt|nghiệm)|được (?:xét|đề nghị) (?:khen|tặng)[^.;]{0,40} (?:phải|khi|nếu) /iu;

/** A part and the items right below it. */
function withItems(body: readonly Section[], at: number): readonly Section[] {
  let end = at + 1;
  while (body[end]?.parent === at) end++;
  return body.slice(at, end);
}

/** A quota whose own words name nobody counts by its kind. */
function asNamed(quota: PlanQuota): QuotedDetail & { readonly kind?: string } {
  const { text, section } = quota;
  return kindsNamed(text).length > 0 ? { text, section } : quota;
}

function saidIn(text: PlanText, section: Section): QuotedDetail {
  const words = text.flat.slice(section.start, section.end).trim();
  return { text: words.slice(0, LONGEST), section: section.section };
}

function collectivesIn(passages: readonly QuotedDetail[]): number {
  return audiencesIn(passages).filter(({ subject }) => subject === 'collective').length;
}

/** More than a heading. */
function isText(section: Section): boolean {
  return section.end - section.start - section.heading.length >= SHORTEST_TASK;
}

function awardsIn(passages: readonly QuotedDetail[]): PlanDetails['awards'] {
  const awards = new Map<string, PlanDetails['awards'][number]>();
  for (const { text, section } of passages) {
    for (const [award] of text.matchAll(AWARD)) {
      const name = award.charAt(0).toUpperCase() + award.slice(1);
      if (!awards.has(name)) awards.set(name, { name, level: levelOf(name), text: award, section });
    }
  }
  // "Bằng khen" alone says less than "Bằng khen của Chủ tịch UBND tỉnh".
  const all = [...awards.values()];
  const isSaidFuller = (paper: string): boolean =>
    all.some(({ name }) => name.length > paper.length && name.startsWith(paper));
  return all.filter(
    ({ name }) => !(/^(?:Giấy|Bằng) khen(?: của)?$/u.test(name) && isSaidFuller(name.replace(/ của$/, ''))),
  );
}

function levelOf(name: string): PlanDetails['awards'][number]['level'] {
  if (/Huân chương|Thủ tướng/u.test(name)) return 'state';
  if (/tỉnh|thành phố|Thủ trưởng|Bằng khen|Cờ/u.test(name)) return 'province';
  return /huyện/u.test(name) ? 'district' : 'commune';
}

function recipientsIn(words: string): readonly string[] {
  return words
    .replace(/^[^:]{0,30}:?/u, '')
    .split(/;|(?:^|\n|[:,.])\s*[-–+] /u)
    .map((name) =>
      name
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[;.,]+$/, ''),
    )
    .filter((name) => name !== '' && !/^Lưu/u.test(name));
}
