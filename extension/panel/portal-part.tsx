/**
 * Requests to the portal for the capture shown: the officer chooses province and period, the rest is requested
 * automatically. Separate from the card, which is also used in the desk, where no page can be queried.
 */
import { parsePeriod, periodName } from '../../core/base/period/period.ts';
import type { ErrorCode, Preview } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import type { CaptureDraft, CaptureRecord } from '../store/records.ts';
import { AskForm } from './ask-form.tsx';
import { lastRequest } from './last-request.ts';
import { SinceCaptured } from './since-captured.tsx';
import { usePortalAsk } from './use-portal-ask.ts';

export interface PortalProps {
  readonly record: CaptureRecord;
  /** The saved capture it is taken again of. */
  readonly again: CaptureRecord | undefined;
  readonly preview: Preview;
  readonly draft: CaptureDraft;
  readonly tabId: number;
  readonly disabled: boolean;
  readonly onError: (error: ErrorCode | null) => void;
  /** Requests are running: the figures shown are about to change. */
  readonly onAsking: (isAsking: boolean) => void;
}

export function PortalPart(props: PortalProps) {
  const { record, preview, tabId, disabled } = props;
  const { asking, isAskingOwn, lacksOwn, ask } = usePortalAsk(props);
  return (
    <>
      <SinceCaptured tabId={tabId} />
      {asking ? (
        <Waiting label={`Đang hỏi Cổng số liệu ${periodName(asking)}…`} />
      ) : (
        preview.askable && (
          <AskForm
            disabled={disabled}
            before={lastRequest(record.parts, preview.kind === 'found' ? preview.unit?.key : undefined)}
            heard={preview.provinces}
            shown={shownIn(preview)}
            onAsk={ask}
          />
        )
      )}
      {isAskingOwn && <Waiting label="Đang hỏi Cổng thêm số của riêng xã…" />}
      {lacksOwn && (
        <Notice kind="info">
          Cổng chưa trả lời đủ bảng của riêng xã: có thể thiếu tỷ lệ hồ sơ trực tuyến, số quá hạn.
        </Notice>
      )}
    </>
  );
}

function shownIn({ shown: { period, province } }: Preview) {
  return { period: period === null ? null : (parsePeriod(period) ?? null), province };
}
