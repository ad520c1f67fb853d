/** Criteria that are proposed for every movement alike; only points and the place in the plan differ. */
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Source } from '../../movement/source.ts';
import { type Aim, aimFor, criterion, drawnFrom } from './build.ts';
import { byDate, deduction, ladder, part, proportional, sum } from './rules.ts';

/** The units' report by the day it was received: full points until the last day (`MM-DD` or ISO), nothing after it. */
export function reportReceived(code: string, points: number, title: string, last: string, source: Source): Criterion {
  return criterion(code, points, title, drawnFrom(source), {
    rule: byDate([[last, points]]),
    evidence: 'none',
    filledBy: 'register',
  });
}

/** For plans that name no day for the units' report: until the end of the year. */
export function yearReport(code: string, points: number, source: Source): Criterion {
  return reportReceived(code, points, 'Gửi báo cáo năm về kết quả phong trào thi đua đúng thời hạn', '12-31', source);
}

/** A quarter of the points for a duty named, the rest by the share of protected computers. */
export function security(code: string, points: number, source: Source): Criterion {
  return criterion(
    code,
    points,
    'Bảo đảm an toàn, an ninh thông tin và an toàn dữ liệu tại đơn vị',
    drawnFrom(source),
    {
      rule: sum(
        part('a', points / 4, 'Có quy chế hoặc phân công người phụ trách an toàn thông tin', 'yes-no'),
        part(
          'b',
          (points * 3) / 4,
          'Tỷ lệ máy tính được cài phần mềm phòng, chống mã độc (%)',
          'percentage',
          proportional(100),
        ),
      ),
      attach: 'Văn bản phân công hoặc quy chế; danh sách máy tính',
    },
  );
}

export function trained(code: string, points: number, who: string, aim: Aim): Criterion {
  return criterion(code, points, `Tỷ lệ ${who} được tập huấn, bồi dưỡng kỹ năng số`, aim, {
    a: `Số ${who} đã được tập huấn, bồi dưỡng`,
    b: `Tổng số ${who}`,
    attach: 'Danh sách tham gia, giấy chứng nhận hoặc báo cáo tập huấn',
  });
}

/** Four meetings a year for all points (SR-05). */
export function campaigns(code: string, points: number, title: string, source: Source): Criterion {
  return criterion(code, points, title, aimFor(4, source), {
    rule: ladder([
      [4, points],
      [3, (points * 3) / 4],
      [2, points / 2],
      [1, points / 4],
    ]),
    unit: 'buổi',
    attach: 'Kế hoạch, hình ảnh các buổi tuyên truyền',
  });
}

/** 2 points off for each incident, at most 4. */
export function incidents(code: string, source: Source): Criterion {
  return criterion(code, 0, 'Số vụ mất an toàn, an ninh thông tin do lỗi chủ quan của đơn vị', drawnFrom(source), {
    rule: deduction(2, 4),
    unit: 'vụ',
    na: 'full',
    evidence: 'none',
  });
}

export const PORTAL_EVIDENCE = 'Ảnh chụp số liệu trên Cổng dịch vụ công';
