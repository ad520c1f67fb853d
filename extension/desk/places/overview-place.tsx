/** Overview: the figures of the officer's unit at a glance, each with its change, its way and its target. */
import { useState } from 'react';
import { lastCaptured, type Strand } from '../../history/strands.ts';
import { NoFigures } from '../mine/no-figures.tsx';
import { PeriodSelect } from '../mine/period-select.tsx';
import { Pickers } from '../mine/pickers.tsx';
import { StrandPicker, strandKey } from '../mine/strand-picker.tsx';
import { useMine } from '../mine/use-mine.ts';
import { SeriesOverview } from '../overview/series-overview.tsx';
import { PlacePage } from '../place-page.tsx';

const TITLE = 'Tổng quan';

export function OverviewPlace() {
  const mine = useMine();
  const [picked, setPicked] = useState<{ readonly strand: string; readonly period?: string }>();
  if (mine === undefined) return <PlacePage title={TITLE} />;
  if (mine.kind !== 'ready') {
    return (
      <PlacePage title={TITLE}>
        <NoFigures mine={mine} />
      </PlacePage>
    );
  }
  const { strands, settings } = mine;
  const strand = strands.find((strand) => strandKey(strand) === picked?.strand) ?? strands[0];
  const shown = strand.periods.find(({ period }) => period === picked?.period) ?? lastCaptured(strand);
  return (
    <PlacePage title={TITLE} lead={nameOf(strand)}>
      <Pickers>
        <StrandPicker strands={strands} value={strand} onPick={(strand) => setPicked({ strand: strandKey(strand) })} />
        <PeriodSelect
          label="Kỳ"
          periods={strand.periods}
          value={shown.period}
          onPick={(period) => setPicked({ strand: strandKey(strand), period })}
        />
      </Pickers>
      <SeriesOverview key={shown.series} strand={strand} shown={shown} movement={settings.movement} />
    </PlacePage>
  );
}

function nameOf({ unit: { unit, key } }: Strand): string {
  return unit.code === undefined || unit.code === key ? unit.name : `${unit.name} (${unit.code})`;
}
