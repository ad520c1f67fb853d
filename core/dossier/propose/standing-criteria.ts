/**
 * Criteria for every unit of a movement beside the plan's targets: organising the movement, reporting, publicity. All
 * are our proposals, each with the place in the plan it rests on.
 */
import { dayAfter } from '../../base/period/day.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import { AUDIENCE_KINDS, type CalendarEntry } from '../../movement/movement.ts';
import type { Source } from '../../movement/source.ts';
import { aimFor, criterion, drawnFrom } from './build.ts';
import { campaigns, reportReceived, security, trained, yearReport } from './common-criteria.ts';
import { byCouncil, levels, part, perUnit, sum, yesNo } from './rules.ts';
import { sharePoints } from './share-points.ts';

export interface StandingFacts {
  /** Of the plan's part the whole movement rests on; '' = nothing in the plan. */
  readonly source: Source;
  /** `UBND phường`. */
  readonly committee: string;
  /** When units report, as the plan says it. */
  readonly report: CalendarEntry | undefined;
  /** The movement is about digital transformation, so criteria on skills and safety are included. */
  readonly digital: boolean;
}

interface Row {
  readonly weight: number;
  readonly make: (code: string, points: number) => Criterion;
}

/** Criteria of a group that add up to `total` whole points. */
export function standingCriteria(kind: string, group: string, total: number, standing: StandingFacts): Criterion[] {
  const rows = rowsOf(kind)(standing);
  const points = sharePoints(
    total,
    rows.map(({ weight }) => weight),
  );
  return rows.map(({ make }, at) => make(`${group}.${at + 1}`, points[at] ?? 0));
}

type RowsOf = (standing: StandingFacts) => readonly Row[];

const office: RowsOf = (standing) => [
  plan(standing),
  meetings(standing),
  skills('cán bộ, người lao động', standing),
  ...(standing.digital ? [safety(standing)] : []),
  model(standing),
  report(standing),
];

const ROWS: Readonly<Record<(typeof AUDIENCE_KINDS)[number], RowsOf>> = {
  agency: office,
  'party-body': office,
  association: office,
  school: office,
  'health-station': office,
  police: office,
  'outside-collective': office,
  'outside-individual': office,
  household: (standing) => household(standing),
  individual: ({ source }) => individual(source),
  village: (standing) => [agreed(standing), meetings(standing), team(standing), model(standing), report(standing)],
  enterprise: (standing) => [
    participation(standing),
    model(standing),
    skills('người lao động', standing),
    report(standing),
  ],
};

/** That of the report of the year alone, where the plan names its day; null = it names none. */
export function reportCriterion(code: string, points: number, standing: StandingFacts): Criterion | null {
  return standing.report && lastDay(standing.report) ? report(standing).make(code, points) : null;
}

/** An audience of the officers' own consists of collectives and gets the same criteria as an office. */
function rowsOf(kind: string): RowsOf {
  const known = AUDIENCE_KINDS.find((audienceKind) => audienceKind === kind);
  return known ? ROWS[known] : office;
}

/** Whether the audience gets the criteria of an office. */
export function isOffice(kind: string): boolean {
  return rowsOf(kind) === office;
}

const plan = ({ source, committee }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) => {
    const [a = 0, b = 0, c = 0] = sharePoints(points, [2, 1, 1]);
    return criterion(code, points, 'Ban hành kế hoạch hưởng ứng phong trào thi đua trong năm', drawnFrom(source), {
      rule: sum(
        ...[
          part('a', a, `Có kế hoạch được ban hành, gửi về ${committee}`, 'yes-no'),
          part('b', b, 'Kế hoạch có chỉ tiêu cụ thể của đơn vị', 'yes-no'),
          part('c', c, 'Kế hoạch phân công rõ người, rõ việc, rõ thời hạn', 'yes-no'),
        ].filter(({ maxPoints }) => maxPoints > 0),
      ),
      attach: 'Số, ký hiệu, ngày ban hành kế hoạch',
    });
  },
});

/** A village issues no plan with a number: its people agree at a meeting. */
const agreed = ({ source, committee }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) => {
    const [a = 0, b = 0, c = 0] = sharePoints(points, [2, 1, 1]);
    return criterion(
      code,
      points,
      'Họp dân bàn, thống nhất thực hiện phong trào thi đua trong năm',
      drawnFrom(source),
      {
        rule: sum(
          ...[
            part('a', a, `Đã họp dân, gửi biên bản về ${committee}`, 'yes-no'),
            part('b', b, 'Cuộc họp thống nhất chỉ tiêu cụ thể', 'yes-no'),
            part('c', c, 'Cuộc họp phân công rõ người, rõ việc, rõ thời hạn', 'yes-no'),
          ].filter(({ maxPoints }) => maxPoints > 0),
        ),
        attach: 'Biên bản họp dân',
      },
    );
  },
});

const meetings = ({ source }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) =>
    campaigns(code, points, 'Số buổi tuyên truyền, hướng dẫn về nội dung phong trào thi đua', source),
});

const team = ({ source }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) =>
    criterion(
      code,
      points,
      'Phân công người hướng dẫn, hỗ trợ người dân thực hiện nội dung phong trào',
      drawnFrom(source),
      {
        rule: yesNo,
        attach: 'Văn bản hoặc biên bản phân công',
      },
    ),
});

const model = ({ source }: StandingFacts): Row => ({
  weight: 5,
  make: (code, points) =>
    criterion(code, points, 'Mô hình, giải pháp, cách làm hay đạt kết quả tốt', drawnFrom(source), {
      rule: byCouncil,
      attach: 'Mô tả mô hình, giải pháp và kết quả',
    }),
});

/** Beyond the 100 points: what others have recognised. */
export function bonusCriterion(code: string, { source }: StandingFacts): Criterion {
  return criterion(code, 3, 'Sáng kiến, giải pháp được cấp có thẩm quyền công nhận', drawnFrom(source), {
    rule: perUnit(1, 3),
    unit: 'sáng kiến',
    bonus: true,
    attach: 'Quyết định công nhận sáng kiến',
  });
}

const skills = (who: string, { source, digital }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) => {
    const aim = aimFor(100, source);
    if (digital) return trained(code, points, who, aim);
    return criterion(code, points, `Tỷ lệ ${who} được phổ biến, quán triệt nội dung phong trào thi đua`, aim, {
      a: `Số ${who} đã được phổ biến, quán triệt`,
      b: `Tổng số ${who}`,
      attach: 'Danh sách tham gia hoặc biên bản cuộc họp',
    });
  },
});

const safety = ({ source }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) => security(code, points, source),
});

const participation = ({ source }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) =>
    criterion(code, points, 'Đăng ký và tham gia phong trào thi đua', drawnFrom(source), {
      rule: yesNo,
      listed: 'registration',
      attach: 'Phiếu đăng ký',
    }),
});

/** By the day the plan names; the end of the year where it names none. */
const report = ({ source, report: due }: StandingFacts): Row => ({
  weight: 4,
  make: (code, points) => {
    const last = due && lastDay(due);
    return last
      ? reportReceived(code, points, 'Gửi báo cáo kết quả phong trào thi đua đúng thời hạn', last, due.source)
      : yearReport(code, points, source);
  },
});

/** `MM-DD` or ISO, inclusive; undefined where the plan names no day. */
function lastDay({ when }: CalendarEntry): string | undefined {
  if (when.kind !== 'date' && when.kind !== 'month-day') return undefined;
  const day = when.kind === 'date' ? when.date : when.monthDay;
  return when.exclusive ? dayBefore(day) : day;
}

function dayBefore(day: string): string {
  const full = day.length > 5;
  // 2023 has no 29 February: the day before 1 March is the 28th in any year.
  const before = dayAfter(full ? day : `2023-${day}`, -1);
  return full ? before : before.slice(5);
}

const household = ({ source, digital }: StandingFacts): readonly Row[] => [
  graded(30, 'Chấp hành chủ trương, pháp luật; tham gia phong trào thi đua ở nơi cư trú', source),
  yes(30, digital ? 'Có thành viên sử dụng dịch vụ công trực tuyến' : 'Đăng ký tham gia phong trào thi đua', source),
  yes(20, digital ? 'Có thanh toán không dùng tiền mặt' : 'Thực hiện đủ nội dung đã đăng ký', source),
  graded(20, 'Vận động, giúp đỡ hộ khác cùng thực hiện', source),
];

const individual = (source: Source): readonly Row[] => [
  graded(25, 'Gương mẫu chấp hành chủ trương, pháp luật; hoàn thành nhiệm vụ được giao', source),
  {
    weight: 25,
    make: (code, points) =>
      criterion(code, points, 'Tham gia phong trào thi đua', drawnFrom(source), {
        rule: levels(
          ['nong-cot', 'Trực tiếp tham mưu, là nòng cốt của phong trào', points],
          ['tham-gia', 'Tham gia đầy đủ các hoạt động', Math.round(points * 60) / 100],
          ['it', 'Ít tham gia', 0],
        ),
      }),
  },
  graded(30, 'Sáng kiến, giải pháp, việc làm có kết quả rõ rệt', source),
  {
    weight: 20,
    make: (code, points) =>
      criterion(code, points, 'Số người được trực tiếp hướng dẫn, giúp đỡ', drawnFrom(source), {
        rule: perUnit(Math.max(0.01, points / 20), points),
        unit: 'người',
        attach: 'Danh sách người được hướng dẫn',
      }),
  },
];

function graded(weight: number, title: string, source: Source): Row {
  return {
    weight,
    make: (code, points) => criterion(code, points, title, drawnFrom(source), { rule: byCouncil, evidence: 'none' }),
  };
}

function yes(weight: number, title: string, source: Source): Row {
  return { weight, make: (code, points) => criterion(code, points, title, drawnFrom(source), { rule: yesNo }) };
}
