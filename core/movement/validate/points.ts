/** What is wrong with points and codes, for the rules that check their own. */
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { finding, type MovementFinding, place, repeated } from './finding.ts';

interface Choice {
  readonly name: string;
  readonly points: Points;
}

/** No choice may earn less than 0 or more than the maximum, and one choice must earn the maximum. */
export function checkChoices(choices: readonly Choice[], max: Points, where: string): MovementFinding[] {
  const findings: MovementFinding[] = [];
  for (const { name, points } of choices) {
    if (points < 0) {
      const message = `${name} cho ${formatPoints(points)} điểm, nhỏ hơn 0.`;
      findings.push(
        finding('points-negative', place(where, name), message, 'Dùng tiêu chí điểm trừ thay cho điểm âm.'),
      );
    }
    if (points > max) {
      const message = `${name} cho ${formatPoints(points)} điểm, vượt điểm tối đa ${formatPoints(max)}.`;
      findings.push(
        finding('points-over-max', place(where, name), message, 'Giảm điểm của mức hoặc tăng điểm tối đa.'),
      );
    }
  }
  const highest = Math.max(...choices.map((choice) => choice.points));
  if (highest < max) {
    const message = `Mức cao nhất chỉ cho ${formatPoints(highest)} điểm, không đơn vị nào đạt được điểm tối đa ${formatPoints(max)}.`;
    findings.push(finding('max-unreachable', where, message, 'Tăng điểm của mức cao nhất hoặc giảm điểm tối đa.'));
  }
  return findings;
}

/** A maximum of which no unit can earn a point. */
export function notPositive(where: string, max: Points): MovementFinding {
  return finding(
    'max-not-positive',
    where,
    `Điểm tối đa là ${formatPoints(max)}, phải lớn hơn 0.`,
    'Ghi điểm tối đa lớn hơn 0 hoặc bỏ dòng này.',
  );
}

export function duplicates(codes: readonly string[], what: string, where: string): MovementFinding[] {
  return repeated(codes).map((code) =>
    finding('duplicate-code', where, `Mã ${what} “${code}” được dùng nhiều lần.`, 'Đặt mỗi mã một lần.'),
  );
}

export function figure(where: string, message: string, todo: string): MovementFinding {
  return finding('rule-figure', where, message, todo);
}
