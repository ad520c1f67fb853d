/** Bản chụp: the list of captures, newest first, and the evidence of the selected capture. */
import { useMemo, useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { Empty } from '../../../ui/empty.tsx';
import { FileDrop } from '../../panel/file-drop.tsx';
import { Waiting } from '../../pieces/waiting.tsx';
import { CaptureDetail } from '../captures/capture-detail.tsx';
import { ANY, choicesOf, filtered } from '../captures/capture-filter.ts';
import { CaptureFilters } from '../captures/capture-filters.tsx';
import { CapturesList } from '../captures/captures-list.tsx';
import { useCaptureRows } from '../captures/use-capture-rows.ts';
import { PlacePage } from '../place-page.tsx';
import { routeTo, useRoute } from '../route.ts';

export function CapturesPlace() {
  const { entries, rows, want } = useCaptureRows();
  const { place, more } = useRoute();
  const [openId = '', ...figure] = more.split('/');
  const [filter, setFilter] = useState(ANY);
  /** The capture looked at last: where the list is taken up again. */
  const [lastId, setLastId] = useState(openId);
  if (openId !== '' && openId !== lastId) setLastId(openId);
  const shown = useMemo(() => filtered(entries ?? [], rows, filter), [entries, rows, filter]);
  const choices = useMemo(() => choicesOf(rows), [rows]);

  const open = (id: string) => {
    location.hash = routeTo(place, id);
  };
  if (openId !== '') return <CaptureDetail key={openId} id={openId} indicator={figure.join('/')} rows={rows} />;
  if (!entries) {
    return (
      <PlacePage title="Bản chụp">
        <Waiting label="Đang mở danh sách…" />
      </PlacePage>
    );
  }
  if (entries.length === 0) {
    return (
      <PlacePage title="Bản chụp">
        <Empty>
          Chưa có bản chụp nào. Mở trang Cổng có số liệu, rồi bấm nút Thi Đua Số trên thanh công cụ (hoặc Alt+Shift+S).
        </Empty>
        <FileDrop onTaken={open} />
      </PlacePage>
    );
  }
  // Rows of captures that are gone may still be held.
  const unread = Math.max(0, entries.length - rows.size);
  return (
    <PlacePage title="Bản chụp" lead="Mỗi lần bấm nút là một bản chụp, kể cả bản chờ xác nhận, trùng hoặc đã bỏ.">
      <FileDrop onTaken={open} />
      <CaptureFilters filter={filter} choices={choices} onChange={setFilter} />
      <div role="status">
        {shown.length === entries.length
          ? `${formatNumber(entries.length)} bản chụp`
          : `${formatNumber(shown.length)} trong ${formatNumber(entries.length)} bản chụp`}
        {unread > 0 && shown.length < entries.length && `, còn đang tìm trong ${formatNumber(unread)} bản`}
      </div>
      {shown.length === 0 ? (
        unread === 0 && <Empty>Không có bản chụp nào như vậy.</Empty>
      ) : (
        <CapturesList
          key={JSON.stringify(filter)}
          entries={shown}
          rows={rows}
          want={want}
          from={lastId}
          onOpen={open}
        />
      )}
    </PlacePage>
  );
}
