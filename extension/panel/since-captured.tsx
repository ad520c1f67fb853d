/** Whether the page beside the panel is still the captured page: the figures are always those of the press. */
import { useEffect, useState } from 'react';
import { Notice } from '../pieces/notice.tsx';

const WORDS = {
  elsewhere: 'Thẻ đang mở là thẻ khác: số dưới đây là của trang ghi ở trên.',
  gone: 'Thẻ này đã tải lại hoặc sang trang khác: số dưới đây là của lúc chụp. Muốn lấy số mới, hãy bấm nút Thi Đua Số.',
} as const;

export function SinceCaptured({ tabId }: { readonly tabId: number }) {
  const [active, setActive] = useState(tabId);
  const [isGone, setIsGone] = useState(false);
  useEffect(() => {
    let windowId: number | undefined;
    let own: number | undefined;
    let over = false;
    const look = async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      // Where there is no side panel, the panel is a tab itself.
      own = (await chrome.tabs.getCurrent())?.id;
      if (over || tab?.id === undefined) return;
      windowId = tab.windowId;
      activated({ tabId: tab.id, windowId });
    };
    const activated = (now: { readonly tabId: number; readonly windowId: number }) => {
      if (now.windowId === windowId && now.tabId !== own) setActive(now.tabId);
    };
    const updated = (id: number, { status }: { readonly status?: string | undefined }) => {
      if (id === tabId && status === 'loading') setIsGone(true);
    };
    void look();
    chrome.tabs.onActivated.addListener(activated);
    chrome.tabs.onUpdated.addListener(updated);
    return () => {
      over = true;
      chrome.tabs.onActivated.removeListener(activated);
      chrome.tabs.onUpdated.removeListener(updated);
    };
  }, [tabId]);
  const now = active !== tabId ? 'elsewhere' : isGone ? 'gone' : null;
  return now && <Notice kind="info">{WORDS[now]}</Notice>;
}
