import type { Measure } from '../../../movement/rule.ts';
import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { allSpots, expectedIn, isExpected, isOtherwiseJudged, spotFinding, type ValueCell } from '../value-cells.ts';
import { quote, rawText } from '../words.ts';

/** Ô cần số (hoặc Có/Không, mức) lại ghi chữ không đọc được thành kết quả. */
export const notANumber: Check<'not-a-number'> = {
  code: 'not-a-number',
  severity: 'error',
  doubt: 'value',
  name: 'Không phải số',
  todo: 'Đề nghị đơn vị ghi lại kết quả bằng số; phần giải thích để ở cột giải trình.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  return allSpots(run).flatMap((spot) => {
    const { reading, raw } = spot.read;
    const expected = expectedIn(spot);
    if (expected === 'date' || isOtherwiseJudged(reading.kind) || isExpected(reading.kind, spot)) return [];
    if (isInjected(spot)) return [];
    const shown = quote(rawText(raw));
    if (reading.kind === 'bound')
      return [spotFinding(spot, `ghi ${shown} là mức chỉ tiêu, không phải kết quả đạt được`)];
    return [spotFinding(spot, `ghi ${shown}, không phải ${WANTED[expected] ?? 'một số'}`)];
  });
}

/** Text that Excel would run is flagged as that (`injected-formula`). */
function isInjected({ subject, read }: ValueCell): boolean {
  const { sheet, address } = read.cell;
  return remarksOf(subject, 'formula-text').some(({ cell }) => cell.sheet === sheet && cell.address === address);
}

const WANTED: Readonly<Partial<Record<Measure | 'number', string>>> = {
  'yes-no': 'Có hoặc Không',
  level: 'một trong các mức của tiêu chí',
};
