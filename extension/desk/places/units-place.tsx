/** Đơn vị: all units a capture's evidence names, by one indicator, with places and changes. */
import { useState } from 'react';
import { Empty } from '../../../ui/empty.tsx';
import { sourcePeriods, unitCaptures } from '../../history/unit-captures.ts';
import { useLive } from '../../live/use-store.ts';
import { Waiting } from '../../pieces/waiting.tsx';
import { PlacePage } from '../place-page.tsx';
import { UnitChoice } from '../units/unit-choice.tsx';
import { UnitView } from '../units/unit-view.tsx';

export function UnitsPlace() {
  const pairs = useLive(sourcePeriods, []);
  const [picked, setPicked] = useState({ source: '', period: '', captureId: '' });
  const source = pairs?.all.some((sourcePeriod) => sourcePeriod.source === picked.source)
    ? picked.source
    : (pairs?.newest?.source ?? '');
  const periods = pairs?.all.filter((sourcePeriod) => sourcePeriod.source === source).map(({ period }) => period) ?? [];
  const newest = pairs?.newest?.source === source ? pairs.newest.period : periods[0];
  const period = periods.includes(picked.period) ? picked.period : (newest ?? '');
  const captures = useLive((db) => unitCaptures(db, { source, period }), [source, period]);
  const captureId = captures?.some(({ id }) => id === picked.captureId) ? picked.captureId : (captures?.[0]?.id ?? '');
  return (
    <PlacePage
      title="Đơn vị"
      lead="Mọi đơn vị có trên trang đã chụp, xếp hạng theo một chỉ số và so với bản chụp trước của cùng nguồn, cùng kỳ."
    >
      {pairs === undefined ? (
        <Waiting label="Đang mở…" />
      ) : pairs.all.length === 0 ? (
        <Empty>Chưa có bản chụp nào được xác nhận, nên chưa có bảng đơn vị.</Empty>
      ) : (
        <>
          <UnitChoice
            sources={[...new Set(pairs.all.map((sourcePeriod) => sourcePeriod.source))]}
            periods={periods}
            captures={captures ?? []}
            picked={{ source, period, captureId }}
            onPick={setPicked}
          />
          {captures === undefined ? (
            <Waiting label="Đang mở…" />
          ) : (
            <UnitView captures={captures} captureId={captureId} period={period} />
          )}
        </>
      )}
    </PlacePage>
  );
}
