/** Lần ghi nhận: every press of the button, newest first; one of them opened with its evidence. */
import { Spinner } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../../core/movement/points.ts';
import { Notice } from '../../panel/notice.tsx';
import { CaptureDetail } from '../captures/capture-detail.tsx';
import { ANY, choicesOf, filtered } from '../captures/capture-filter.ts';
import { CaptureFilters } from '../captures/capture-filters.tsx';
import { CapturesList } from '../captures/captures-list.tsx';
import { useCaptureRows } from '../captures/use-capture-rows.ts';
import { PlacePage } from '../place-page.tsx';
import { routeTo, useRoute } from '../route.ts';

export function CapturesPlace() {
  const { entries, rows, want } = useCaptureRows();
  const { place, more: openId } = useRoute();
  const [filter, setFilter] = useState(ANY);
  /** The capture looked at last: where the list is taken up again. */
  const [lastId, setLastId] = useState(openId);
  if (openId !== '' && openId !== lastId) setLastId(openId);
  const shown = useMemo(() => filtered(entries ?? [], rows, filter), [entries, rows, filter]);
  const choices = useMemo(() => choicesOf(rows), [rows]);

  if (openId !== '') return <CaptureDetail key={openId} id={openId} rows={rows} />;
  if (!entries) {
    return (
      <PlacePage title="Lần ghi nhận">
        <Spinner size="tiny" label="Đang mở danh sách…" />
      </PlacePage>
    );
  }
  if (entries.length === 0) {
    return (
      <PlacePage title="Lần ghi nhận">
        <Notice kind="info">
          Chưa có lần ghi nhận nào. Mở trang Cổng có số liệu, rồi bấm nút Thi Đua Số trên thanh công cụ (hoặc
          Alt+Shift+S).
        </Notice>
      </PlacePage>
    );
  }
  const unread = entries.length - rows.size;
  return (
    <PlacePage title="Lần ghi nhận" lead="Mọi lần bấm nút, kể cả lần chờ xác nhận, trùng hoặc đã bỏ.">
      <CaptureFilters filter={filter} choices={choices} onChange={setFilter} />
      <div role="status">
        {shown.length === entries.length
          ? `${formatNumber(entries.length)} lần ghi nhận`
          : `${formatNumber(shown.length)} trong ${formatNumber(entries.length)} lần ghi nhận`}
        {unread > 0 && shown.length < entries.length && `, còn đang tìm trong ${formatNumber(unread)} lần`}
      </div>
      {shown.length === 0 ? (
        unread === 0 && <Notice kind="info">Không có lần ghi nhận nào như vậy.</Notice>
      ) : (
        <CapturesList
          key={JSON.stringify(filter)}
          entries={shown}
          rows={rows}
          want={want}
          from={lastId}
          onOpen={(id) => {
            location.hash = routeTo(place, id);
          }}
        />
      )}
    </PlacePage>
  );
}
