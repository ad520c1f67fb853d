/**
 * The result by head of unit, where the register names them: what the plan's clause on the head's responsibility is
 * weighed by. Facts only: points, place, class, and whether report, plan and registration came in time.
 */
import { formatPoints } from '../../base/quantity/points.ts';
import { lateDays, lateWords } from '../../commune/calendar/late-days.ts';
import { isLate, isReceived, type ListedUnit } from '../../judge/run/unit-list.ts';
import type { PaperFacts } from '../facts.ts';
import { reportOf } from '../lists.ts';
import { BLANK, column, heading, type PaperBlock, paragraph, table } from '../paper.ts';
import { unitFigures } from '../unit-figures.ts';

/** None where the register names no head. */
export function headBlocks(facts: PaperFacts, title: string): readonly PaperBlock[] {
  const { expected, ranked } = unitFigures(facts);
  const led = expected.filter(({ entry }) => entry?.head !== undefined);
  if (led.length === 0) return [];
  const late = lateDays(facts.run.movement, facts.run.register ?? []);
  const nameless = expected.length - led.length;
  return [
    heading(title),
    table(
      'nguoi_dung_dau',
      [
        column('stt', 'TT', 6, 'center'),
        column('ho_ten', 'Người đứng đầu', 24),
        column('don_vi', 'Đơn vị', 24),
        column('diem', 'Điểm, hạng', 14, 'center'),
        column('xep_loai', 'Xếp loại của đơn vị', 16),
        column('thoi_han', 'Chấp hành thời hạn', 20),
      ],
      led.map((unit, at) => {
        const place = ranked.find(
          (rankedUnit) => rankedUnit.unit === unit.name && rankedUnit.audience === unit.audience,
        );
        const score = reportOf(facts, unit.name, unit.audience)?.score ?? null;
        return [
          String(at + 1),
          unit.entry?.head ?? BLANK,
          unit.name,
          place ? `${formatPoints(place.points)}, hạng ${place.rank}` : BLANK,
          score?.classification?.name ?? 'chưa xếp loại',
          [reportWords(facts, unit), ...lateWords(late, unit.name)].join('; '),
        ];
      }),
    ),
    ...(nameless === 0 ? [] : [paragraph(`Danh sách chưa ghi người đứng đầu của ${nameless} đơn vị khác.`)]),
  ];
}

function reportWords({ run }: PaperFacts, unit: ListedUnit): string {
  if (!isReceived(unit)) return 'chưa gửi báo cáo';
  if (unit.state === 'returned') return 'báo cáo đã trả lại';
  return isLate(run, unit) ? 'báo cáo muộn' : 'báo cáo đúng hạn';
}

/** Who signs for a unit; '' where the register does not name its head. */
export function headOf({ run }: Pick<PaperFacts, 'run'>, unit: string): string {
  return run.register?.find(({ name }) => name === unit)?.head ?? '';
}
