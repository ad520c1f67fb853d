/** What the run says of the movement, in sentences several papers use: units, reports, targets, points. */
import { formatNumber } from '../../base/quantity/points.ts';
import type { PaperFacts } from '../facts.ts';
import { audienceName } from '../lists.ts';
import { BLANK } from '../paper.ts';
import { countWords } from '../words.ts';

/** Each ends with a full stop; a figure nobody gave is a blank. */
export function resultLines(facts: PaperFacts): readonly string[] {
  const { run, commune } = facts;
  const registered = run.register?.filter((unit) => unit.registered).length ?? null;
  const listed = run.register?.length ?? null;
  const reported = new Set(run.reports.map(({ unit }) => unit)).size;
  const missing = run.flags.filter(({ code }) => code === 'missing-report').length;
  const late = run.flags.filter(({ code }) => code === 'late-report').length;
  const scored = run.rankings.length;
  return [
    registered === null || listed === null
      ? `Số đơn vị đăng ký thi đua: ${BLANK}.`
      : `Có ${countWords(registered)}/${countWords(listed)} đơn vị trong danh sách đăng ký thi đua.`,
    ...planLines(facts),
    `Đã nhận báo cáo của ${countWords(reported)} đơn vị${missing > 0 ? `; chưa nhận báo cáo của ${countWords(missing)} đơn vị` : ''}${late > 0 ? `; ${countWords(late)} đơn vị gửi muộn` : ''}.`,
    `Đã chấm điểm, xếp hạng ${countWords(scored)} lượt đơn vị theo từng nhóm đối tượng.`,
    ...classLines(facts),
    ...(commune === null
      ? []
      : [
          `Chỉ tiêu của Kế hoạch: ${countWords(commune.counts.met)} đạt, ${countWords(commune.counts['not-met'])} chưa đạt, ${countWords(commune.counts['not-enough-data'])} chưa đủ số liệu, ${countWords(commune.counts['no-source'])} không có nguồn số liệu.`,
        ]),
  ];
}

/** Only where somebody notes the plans that come. */
function planLines({ run }: PaperFacts): readonly string[] {
  const received = (run.register ?? []).filter(({ planReceived }) => planReceived !== undefined).length;
  return received === 0 ? [] : [`Đã nhận kế hoạch tổ chức phong trào của ${countWords(received)} đơn vị.`];
}

function classLines({ run }: PaperFacts): readonly string[] {
  const counts = new Map<string, number>();
  for (const { score } of run.reports) {
    const name = score?.classification?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  return [`Xếp loại: ${[...counts].map(([name, count]) => `${countWords(count)} “${name}”`).join(', ')}.`];
}

/** Best of each audience, `Bản: Bản Nà Đắng (91,5 điểm)`. */
export function leaderLines(facts: PaperFacts): readonly string[] {
  const first = facts.run.rankings.filter(({ rank }) => rank === 1);
  const audiences = [...new Set(first.map(({ audience }) => audience))];
  return audiences.map((audience) => {
    const best = first.filter((one) => one.audience === audience);
    const named = best.map(({ unit, points }) => `${unit} (${formatNumber(points / 100)} điểm)`);
    return `Nhóm ${audienceName(facts, audience)}: ${named.join('; ')}.`;
  });
}
