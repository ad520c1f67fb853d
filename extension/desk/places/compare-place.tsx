/** Compare periods: two periods of the officer's unit in one source. Never across sources, and it says why. */
import { useState } from 'react';
import { dateLine } from '../../../core/portal/indicator/date-line.ts';
import { lastCaptured, type Strand } from '../../history/strands.ts';
import { Notice } from '../../pieces/notice.tsx';
import { periodText } from '../../pieces/words.ts';
import { periodBefore, periodToCompare } from '../compare/compared-periods.ts';
import { PeriodComparison } from '../compare/period-comparison.tsx';
import { NoFigures } from '../mine/no-figures.tsx';
import { PeriodSelect } from '../mine/period-select.tsx';
import { Pickers } from '../mine/pickers.tsx';
import { StrandPicker, strandKey } from '../mine/strand-picker.tsx';
import { useMine } from '../mine/use-mine.ts';
import { PlacePage } from '../place-page.tsx';

const TITLE = 'So sánh kỳ';
const WHY =
  'Chỉ so hai kỳ của cùng một nguồn: Cổng cũ và Cổng từ năm 2026 tính điểm theo cách khác nhau, đặt cạnh nhau sẽ hiểu sai.';

interface ComparisonChoice {
  readonly strand: string;
  readonly later?: string;
  readonly earlier?: string;
}

export function ComparePlace() {
  const mine = useMine();
  const [picked, setPicked] = useState<ComparisonChoice>();
  if (mine === undefined) return <PlacePage title={TITLE} />;
  if (mine.kind !== 'ready') {
    return (
      <PlacePage title={TITLE}>
        <NoFigures mine={mine} />
      </PlacePage>
    );
  }
  const { strands } = mine;
  const strand = strands.find((strand) => strandKey(strand) === picked?.strand) ?? strands[0];
  const choose = (part: Partial<ComparisonChoice>) => setPicked({ ...picked, strand: strandKey(strand), ...part });
  const later = periodIn(strand, picked?.later) ?? periodToCompare(strand.periods) ?? lastCaptured(strand);
  const chosen = periodIn(strand, picked?.earlier);
  const earlier = chosen && chosen !== later ? chosen : periodBefore(strand.periods, later.period);
  const line = earlier ? dateLine(strand.source, earlier.period, later.period) : null;
  return (
    <PlacePage title={TITLE} lead={strand.unit.unit.name}>
      <Pickers>
        <StrandPicker strands={strands} value={strand} onPick={(strand) => setPicked({ strand: strandKey(strand) })} />
        {earlier && (
          <>
            <PeriodSelect
              label="Kỳ này"
              periods={strand.periods}
              value={later.period}
              onPick={(period) => choose({ later: period })}
            />
            <PeriodSelect
              label="So với kỳ"
              periods={strand.periods.filter((period) => period !== later)}
              value={earlier.period}
              onPick={(period) => choose({ earlier: period })}
            />
          </>
        )}
      </Pickers>
      <Notice kind="info">{WHY}</Notice>
      {line === null ? null : <Notice kind="warning">{line}</Notice>}
      {earlier ? (
        <PeriodComparison key={`${earlier.series} ${later.series}`} earlier={earlier} later={later} />
      ) : (
        <Notice kind="info">
          Nguồn này mới có số liệu của một kỳ ({periodText(later.period)}): cần ít nhất hai kỳ để so sánh.
        </Notice>
      )}
    </PlacePage>
  );
}

function periodIn({ periods }: Strand, period: string | undefined) {
  return periods.find((strandPeriod) => strandPeriod.period === period);
}
