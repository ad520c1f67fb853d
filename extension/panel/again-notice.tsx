/** Of a capture that is taken again: what to do on its page, and what stands beside what. */
import { useLive } from '../live/use-store.ts';
import type { Preview } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { periodText } from '../pieces/words.ts';
import { instantText } from '../reading/time.ts';
import type { CaptureRecord } from '../store/records.ts';
import { besideOld } from './capture-again.ts';

/** Before the press. */
export function ToBeAgain({ id }: { readonly id: string }) {
  const found = useLive(async (db) => ({ record: await db.captures.get(id) }), [id]);
  if (!found) return <Waiting label="Đang mở bản chụp…" />;
  if (!found.record) return null;
  return (
    <Notice kind="info">
      Đã mở lại trang của bản chụp lúc {instantText(found.record.at)}: {whatOf(found.record)}. Nếu trang đang ở nơi khác
      hoặc kỳ khác thì chọn lại trên trang, rồi bấm nút Thi Đua Số.
    </Notice>
  );
}

interface Props {
  readonly old: CaptureRecord;
  readonly preview: Extract<Preview, { kind: 'found' }>;
}

/** After it. */
export function AgainNotice({ old, preview }: Props) {
  if (preview.unit === null || preview.period === null) return null;
  return besideOld(preview, old) ? (
    <Notice kind="info">Chụp lại bản lúc {instantText(old.at)}: thay đổi dưới đây là so với bản ấy.</Notice>
  ) : (
    <Notice kind="warning">
      Bản cũ là {whatOf(old)}; bản này là {preview.unit.name}, {periodText(preview.period)}, nên không đặt cạnh nhau
      được. Hãy chọn lại trên trang rồi bấm nút Thi Đua Số.
    </Notice>
  );
}

function whatOf({ observations: [first] }: CaptureRecord): string {
  return first ? `${first.unit.name}, ${periodText(first.period ?? '')}` : '';
}
