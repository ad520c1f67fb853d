/**
 * Báo cáo kết quả phong trào, by the plan's own sections, with the table of targets. What was done in words only the
 * commune can write.
 */

import { groupBy } from '../../base/group-by.ts';
import { formatPoints } from '../../base/quantity/points.ts';
import { squashKey } from '../../base/text/text.ts';
import { isVisit, VISIT_NAME, type Visit } from '../../commune/calendar/journal.ts';
import { type LateDay, lateDays } from '../../commune/calendar/late-days.ts';
import { ROUND_NAME } from '../../judge/award/candidate.ts';
import { unitAudiences } from '../../judge/run/unit-list.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import { fieldName } from '../../sheets/council/unit-words.ts';
import { contentsInTurn, fieldLines } from '../content-answers.ts';
import type { PaperFacts } from '../facts.ts';
import { awardGroups, openParts, shareWords, subjectCounts } from '../lists.ts';
import { type NextTask, nextName } from '../next-tasks.ts';
import {
  committeeHeading,
  committeeSignature,
  movementInPeriod,
  officeOf,
  planCited,
  recipientsWithin,
  superiorsOf,
} from '../office.ts';
import { BLANK, column, heading, items, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { roleLines } from '../role-answers.ts';
import { unitFigures } from '../unit-figures.ts';
import { countWords, inside, opening, orBlank, taskOf } from '../words.ts';
import { headBlocks } from './heads.ts';
import { assignmentLines, issueLines } from './journal-lines.ts';
import { leaderLines, leaders, resultLines } from './result-lines.ts';
import { targetBlocks } from './target-table.ts';
import { countedTasks } from './task-list.ts';

export function resultReport(facts: PaperFacts, tasks: readonly NextTask[]): Paper {
  const { movement } = facts.run;
  const { committee } = officeOf(facts);
  const to = superiorsOf(facts);
  const leads = (name: string) => /đảng ủy/iu.test(name);
  const within = recipientsWithin(facts).filter((name) => !leads(name) || !to.some(leads));
  return {
    kind: 'bao-cao',
    file: 'bao-cao-ket-qua',
    title: 'Báo cáo kết quả phong trào thi đua',
    heading: committeeHeading(facts, 'bao-cao'),
    type: 'BÁO CÁO',
    about: `Kết quả thực hiện ${movementInPeriod(facts)}`,
    to,
    body: [
      paragraph(`Thực hiện ${planCited(movement)}, ${committee} báo cáo kết quả như sau:`),
      heading('I. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN'),
      items(issuedLine(facts), ...assignmentLines(facts), ...resultLines(facts), briefingLine(facts), visitLine(facts)),
      ...visits(facts),
      ...duties(facts),
      heading('II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CỦA KẾ HOẠCH'),
      ...(facts.lastYear === undefined
        ? []
        : [paragraph(`Số liệu của đơn vị ở phần này là của năm ${facts.lastYear}.`)]),
      ...contentsInTurn(facts).flatMap(({ content, lines }, at): readonly PaperBlock[] => [
        heading(`${at + 1}. ${inside(opening(content.text))} (mục ${content.source.section})`),
        items(...lines),
      ]),
      ...fields(facts),
      heading(
        `${movement.contents.length + (movement.priorityFields.length > 0 ? 2 : 1)}. Mô hình, cách làm hay và việc nhân rộng`,
      ),
      ...models(facts),
      heading('III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU'),
      ...targetBlocks(facts),
      heading('IV. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG'),
      ...(leaders(facts).length > 0
        ? [paragraph('Các đơn vị dẫn đầu:'), items(...leaderLines(facts)), ranking(facts)]
        : [paragraph(`${BLANK}.`)]),
      ...headBlocks(facts, 'Kết quả theo người đứng đầu đơn vị'),
      heading('V. KHEN THƯỞNG'),
      items(...awards(facts)),
      heading('VI. TỒN TẠI, HẠN CHẾ'),
      items(...issueLines(facts), ...shortcomings(facts), `Nguyên nhân: ${BLANK}.`),
      heading('VII. PHƯƠNG HƯỚNG, ĐỀ XUẤT, KIẾN NGHỊ'),
      ...remaining(facts, tasks),
      items(`Nhiệm vụ khác; đề xuất, kiến nghị: ${BLANK}.`),
      paragraph(`Trên đây là báo cáo kết quả thực hiện ${movementInPeriod(facts)} của ${committee}./.`),
    ],
    signatures: [committeeSignature(facts)],
    recipients: ['Như trên', ...within, 'Lưu: VT'],
    fields: new Map([['so_chi_tieu_dat', String(facts.commune?.counts.met ?? BLANK)]]),
  };
}

/** The plan, and the papers whose number is known; which others there were only the commune knows. */
function issuedLine({ run, settings }: PaperFacts): string {
  const guidance = settings.numbers['huong-dan'];
  const known = [planCited(run.movement), ...(guidance === undefined ? [] : [`Hướng dẫn khen thưởng số ${guidance}`])];
  return `Văn bản chỉ đạo đã ban hành: ${known.join('; ')}; văn bản khác: ${BLANK}.`;
}

/** What is left to do is counted here; who does it by when stands in the list that goes with the report. */
function remaining(facts: PaperFacts, tasks: readonly NextTask[]): readonly PaperBlock[] {
  const counted = countedTasks(tasks);
  if (counted === '') return [];
  return [paragraph(`Nhiệm vụ ${nextName(facts)}: ${counted} (Danh mục nhiệm vụ kèm theo Báo cáo này).`)];
}

/** The plan's priority fields, each with what its criteria tell. */
function fields(facts: PaperFacts): readonly PaperBlock[] {
  const { contents, priorityFields } = facts.run.movement;
  if (priorityFields.length === 0) return [];
  return [
    heading(`${contents.length + 1}. Kết quả theo lĩnh vực ưu tiên của Kế hoạch`),
    ...priorityFields.flatMap((field) => [
      heading(`${inside(field.name)} (mục ${field.source.section})`),
      items(...fieldLines(facts, field)),
    ]),
  ];
}

/** Whom the plan was made known to, as the journal has it. */
function briefingLine({ journal }: PaperFacts): string {
  const made = journal.visits.filter(({ kind }) => kind === 'briefing');
  if (made.length === 0) return `Phổ biến, quán triệt Kế hoạch đến: ${BLANK}.`;
  const reached = made.map(({ unit, day }) => `${unit === '' ? 'tất cả các đơn vị' : unit} (${formatDate(day)})`);
  return `Đã phổ biến, quán triệt Kế hoạch đến: ${[...new Set(reached)].join('; ')}.`;
}

/** `Đã kiểm tra 02 lượt, đôn đốc 05 lượt, từ ngày … đến ngày ….` */
function visitLine({ journal }: PaperFacts): string {
  const made = journal.visits.filter(isVisit);
  const [first, last] = [made.at(0), made.at(-1)];
  if (!first || !last) return `Kiểm tra, đôn đốc: ${BLANK}.`;
  const counts = (Object.keys(VISIT_NAME) as Visit['kind'][])
    .map((kind) => [VISIT_NAME[kind].toLowerCase(), made.filter((visit) => visit.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${countWords(count)} lượt`);
  const when =
    first.day === last.day
      ? `ngày ${formatDate(first.day)}`
      : `từ ngày ${formatDate(first.day)} đến ngày ${formatDate(last.day)}`;
  return `Đã ${counts.join(', ')}, ${when}:`;
}

/** What the plan gives whom to do, and what the book has of it. */
function duties(facts: PaperFacts): readonly PaperBlock[] {
  const { roles } = facts.run.movement;
  if (roles.length === 0) return [];
  return [
    paragraph('Kết quả thực hiện nhiệm vụ Kế hoạch giao:'),
    table(
      'nhiem_vu',
      [
        column('duoc_giao', 'Cơ quan, người được giao', 26),
        column('nhiem_vu', 'Nhiệm vụ của Kế hoạch', 42),
        column('ket_qua', 'Kết quả theo sổ theo dõi; nhận xét của xã', 32),
      ],
      roles.map((role) => [
        role.post,
        `${taskOf(role)} (mục ${role.source.section})`,
        roleLines(facts, role).join(' ') || BLANK,
      ]),
    ),
  ];
}

function visits({ journal }: PaperFacts): readonly PaperBlock[] {
  const made = journal.visits.filter(isVisit);
  if (made.length === 0) return [];
  return [
    table(
      'kiem_tra',
      [
        column('ngay', 'Ngày', 14, 'center'),
        column('don_vi', 'Đơn vị', 26),
        column('noi_dung', 'Nội dung', 30),
        column('thoi_han', 'Thời hạn', 14, 'center'),
        column('ket_qua', 'Kết quả', 16),
      ],
      made.map(({ day, kind, unit, what, until, outcome }) => [
        formatDate(day),
        unit === '' ? 'Các đơn vị' : unit,
        `${VISIT_NAME[kind]}: ${what}`,
        until === null ? '' : formatDate(until),
        orBlank(outcome),
      ]),
    ),
  ];
}

function models({ journal }: PaperFacts): readonly PaperBlock[] {
  if (journal.models.length === 0) return [paragraph(`Kết quả: ${BLANK}.`)];
  return [
    items(
      ...journal.models.map(({ name, unit, summary, adopters }) => {
        const taken = adopters.length === 0 ? 'chưa có đơn vị nhân rộng' : `nhân rộng tại: ${adopters.join('; ')}`;
        return `${inside(name)} (${unit}): ${inside(orBlank(summary))}; ${taken}.`;
      }),
    ),
  ];
}

function ranking(facts: PaperFacts): PaperBlock {
  const year = facts.lastYear === undefined ? '' : ` ${facts.lastYear}`;
  return table(
    'xep_hang',
    [
      column('hang', 'Hạng', 11, 'center'),
      column('don_vi', 'Đơn vị', 38),
      column('doi_tuong', 'Đối tượng', 26),
      ...facts.earlierPlaces.map(({ period }, at) => column(`ty_le_${at + 1}`, `Tỷ lệ ${period}`, 13, 'right')),
      column('diem', `Điểm${year}`, 14, 'right'),
      column('ty_le', `Tỷ lệ${year}`, 14, 'right'),
    ],
    unitFigures(facts).ranked.map(({ rank, unit, audience, points, share, ...place }) => [
      String(rank),
      unit,
      fieldName(facts.run, { ...place, audience }),
      ...facts.earlierPlaces.map(({ rankings }) => {
        const before = rankings.find((rankedUnit) => rankedUnit.unit === unit && rankedUnit.audience === audience);
        return before ? shareWords(before.share) : '';
      }),
      formatPoints(points),
      shareWords(share),
    ]),
  );
}

function awards(facts: PaperFacts): readonly string[] {
  const lines = awardGroups(facts).map((group) => {
    const { round, form, proposed } = group;
    const awarded = subjectCounts(proposed.filter(({ granted }) => granted !== null));
    const requested = subjectCounts(proposed.filter(({ granted }) => granted === null));
    const reached = [
      ...(awarded === '' ? [] : [`đã khen ${awarded}`]),
      ...(requested === '' ? [] : [`đề nghị ${requested}`]),
      ...openParts(group),
    ];
    return `${ROUND_NAME[round]}, ${form}: ${reached.join('; ') || 'không có trường hợp đề nghị'}.`;
  });
  return [
    ...(lines.length > 0 ? lines : [`Kế hoạch không nêu hình thức khen thưởng: ${BLANK}.`]),
    ...otherAwards(facts),
  ];
}

/** Awards of the year that no round of ours gave, as units and other bodies give: by form, as the ledger has them. */
function otherAwards({ ledger, candidates, run: { period } }: PaperFacts): readonly string[] {
  const awarded = candidates.filter(({ granted }) => granted !== null);
  const isOurs = ({ unit, form }: (typeof ledger)[number]) =>
    awarded.some(
      (awardCandidate) =>
        squashKey(awardCandidate.unit) === squashKey(unit) && squashKey(awardCandidate.form) === squashKey(form),
    );
  const others = ledger.filter((pastAward) => period !== null && pastAward.year === period.year && !isOurs(pastAward));
  if (others.length === 0) return [];
  const forms = [...groupBy(others, ({ form }) => squashKey(form)).values()].map((own) => {
    const names = [...new Set(own.map(({ unit }) => unit))].join(', ');
    return `${countWords(own.length)} ${own[0]?.form ?? ''} (${names})`;
  });
  return [`Khen thưởng khác trong năm, theo sổ khen thưởng: ${forms.join('; ')}.`];
}

/** Of units alone: private persons and households are blamed in no paper. */
function shortcomings(facts: PaperFacts): readonly string[] {
  const isUnit = unitAudiences(facts.run.movement);
  const { missing, late, returned } = unitFigures(facts);
  const register = (facts.run.register ?? []).filter(({ audience }) => isUnit(audience));
  const unregistered = register.filter(({ registered }) => !registered);
  const keepsPlans = register.some(({ planReceived }) => planReceived !== undefined);
  const planless = register.filter((unit) => keepsPlans && unit.registered && unit.planReceived === undefined);
  const line = (what: string, units: readonly { readonly name: string }[]) =>
    units.length === 0 ? [] : [`${what}: ${units.map(({ name }) => name).join('; ')}.`];
  const days = lateDays(facts.run.movement, register);
  const afterDay = (what: string, kind: LateDay['what']) => {
    const own = days.filter((lateDay) => lateDay.what === kind);
    const reached = own.map(({ unit, day, last }) => `${unit} (ngày ${formatDate(day)}, hạn ${formatDate(last)})`);
    return reached.length === 0 ? [] : [`${what}: ${reached.join('; ')}.`];
  };
  return [
    ...line('Chưa đăng ký thi đua', unregistered),
    ...line('Chưa gửi kế hoạch', planless),
    ...afterDay('Đăng ký thi đua muộn', 'registration'),
    ...afterDay('Gửi kế hoạch muộn', 'unit-plan'),
    ...line('Chưa gửi báo cáo', missing),
    ...line('Gửi báo cáo muộn', late),
    ...line('Báo cáo Hội đồng đã trả lại', returned),
    `Tồn tại khác: ${BLANK}.`,
  ];
}
