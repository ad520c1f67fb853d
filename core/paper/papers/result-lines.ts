/** The run's results in sentences that several papers use: units, reports, targets, points. */
import { groupBy } from '../../base/group-by.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { countedStates, TARGET_STATE_NAME } from '../../commune/result/commune-result.ts';
import { unitAudiences } from '../../judge/run/unit-list.ts';
import { fieldName } from '../../sheets/council/unit-words.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK } from '../paper.ts';
import { type UnitFigures, unitFigures } from '../unit-figures.ts';
import { countWords } from '../words.ts';

/** Each ends with a full stop; a figure nobody gave is a blank. */
export function resultLines(facts: PaperFacts): readonly string[] {
  const figures = unitFigures(facts);
  const { ranked, classes } = figures;
  return [
    ...(facts.lastYear === undefined ? [] : [`Báo cáo, điểm, xếp loại dưới đây là của năm ${facts.lastYear}.`]),
    registeredLine(figures),
    ...planLines(facts),
    receivedLine(figures),
    ...personLines(figures),
    `Đã chấm điểm, xếp hạng ${countWords(ranked.length)} đơn vị theo từng nhóm đối tượng.`,
    ...(classes.length === 0
      ? []
      : [`Xếp loại: ${classes.map(([name, count]) => `${countWords(count)} “${name}”`).join(', ')}.`]),
    ...targetLines(facts),
  ];
}

/** For everybody to read: of the targets only what is judged; what lacks figures is the commune's own work. */
export function publicLines(facts: PaperFacts): readonly string[] {
  const lines = resultLines(facts).filter((line) => !line.startsWith(TARGETS));
  const judged = (facts.commune === null ? [] : countedStates(facts.commune))
    .filter(([state, count]) => count > 0 && (state === 'met' || state === 'not-met'))
    .map(([state, count]) => `${countWords(count)} ${TARGET_STATE_NAME[state].toLowerCase()}`);
  return judged.length === 0 ? lines : [...lines, `Chỉ tiêu đã đánh giá: ${judged.join(', ')}.`];
}

function registeredLine({ listed, registered }: UnitFigures): string {
  if (listed === null) return `Số đơn vị đăng ký thi đua: ${BLANK}.`;
  if (registered === null) return `Danh sách có ${countWords(listed)} đơn vị; số đơn vị đăng ký thi đua: ${BLANK}.`;
  return `Có ${countWords(registered)}/${countWords(listed)} đơn vị trong danh sách đăng ký thi đua.`;
}

function receivedLine({ received, missing, late, returned }: UnitFigures): string {
  const back = returned.length === 0 ? '' : ` (kể cả ${countWords(returned.length)} báo cáo Hội đồng đã trả lại)`;
  const parts = [
    `Đã nhận báo cáo của ${countWords(received.length)} đơn vị${back}`,
    ...(missing.length > 0 ? [`chưa nhận báo cáo của ${countWords(missing.length)} đơn vị`] : []),
    ...(late.length > 0 ? [`${countWords(late.length)} đơn vị gửi muộn`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Of private persons and households only how many there are. */
function personLines({ persons: { individual, household } }: UnitFigures): readonly string[] {
  const parts = [
    ...(individual > 0 ? [`${countWords(individual)} cá nhân`] : []),
    ...(household > 0 ? [`${countWords(household)} hộ gia đình`] : []),
  ];
  return parts.length === 0 ? [] : [`Đã nhận phiếu của ${parts.join(', ')}.`];
}

/** Only where somebody notes the plans that come. */
function planLines(facts: PaperFacts): readonly string[] {
  const isUnit = unitAudiences(facts.run.movement);
  const own = (facts.run.register ?? []).filter(({ audience }) => isUnit(audience));
  const received = own.filter(({ planReceived }) => planReceived !== undefined).length;
  return received === 0 ? [] : [`Đã nhận kế hoạch tổ chức phong trào của ${countWords(received)} đơn vị.`];
}

const TARGETS = 'Chỉ tiêu của Kế hoạch:';

/** `Chỉ tiêu của Kế hoạch: 10 đạt, 02 chưa đạt, …`; those of later years are not due. */
function targetLines({ commune }: PaperFacts): readonly string[] {
  if (commune === null || commune.targets.length === 0) return [];
  const counts = countedStates(commune)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${countWords(count)} ${TARGET_STATE_NAME[state].toLowerCase()}`);
  return [`${TARGETS} ${counts.join(', ')}.`];
}

/** Best of each audience of units, `Bản: Bản Nà Đắng (91,5 điểm)`; who has no points leads nothing. */
export function leaderLines(facts: PaperFacts): readonly string[] {
  const first = leaders(facts);
  return [...groupBy(first, (place) => fieldName(facts.run, place))].map(([name, best]) => {
    const named = best.map(({ unit, points }) => `${unit} (${formatNumber(points / 100)} điểm)`);
    return `Nhóm ${name}: ${named.join('; ')}.`;
  });
}

/** Units that stand first in their group. */
export function leaders(facts: PaperFacts): UnitFigures['ranked'] {
  return unitFigures(facts).ranked.filter(({ rank, points }) => rank === 1 && points > 0);
}
