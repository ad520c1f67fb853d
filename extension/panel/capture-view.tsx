/**
 * What to show of the last press: how to begin, that it is being read, why it was refused, or the capture. Captures not
 * yet settled are never out of reach.
 */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useLive } from '../live/use-store.ts';
import { useWindowState } from '../live/use-window-state.ts';
import { Notice } from '../pieces/notice.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { REFUSAL_TEXT } from '../pieces/words.ts';
import { instantText } from '../reading/time.ts';
import type { Store } from '../store/db.ts';
import { ToBeAgain } from './again-notice.tsx';
import { CaptureCard } from './capture-card.tsx';
import { FileDrop } from './file-drop.tsx';
import { PortalPart } from './portal-part.tsx';

/** The desk lists all. */
const MOST_LISTED = 20;
/** Newest first. */
const waitingCaptures = (db: Store) => db.captures.where('state').equals('raw').reverse().sortBy('at');

export function CaptureView() {
  const state = useWindowState();
  const waiting = useLive(waitingCaptures) ?? [];
  const [picked, setPicked] = useState<{ readonly id: string; readonly over: typeof state }>();
  // A new press is shown, whatever capture was picked before.
  const pickedId = picked && picked.over === state ? picked.id : undefined;
  const shown = pickedId ?? (state?.kind === 'captured' ? state.captureId : undefined);
  const others = waiting.filter(({ id }) => id !== shown);
  return (
    <>
      {shown !== undefined ? (
        <CaptureCard
          key={shown}
          id={shown}
          Portal={PortalPart}
          {...(state?.kind === 'captured' && state.captureId === shown
            ? { tabId: state.tabId, again: state.again }
            : { tabId: null })}
        />
      ) : state?.kind === 'reading' ? (
        <Capturing since={state.at} />
      ) : state?.kind === 'again' ? (
        <ToBeAgain id={state.of} />
      ) : state?.kind === 'refused' ? (
        <Notice kind="error">{REFUSAL_TEXT[state.why]}</Notice>
      ) : (
        <>
          <Notice kind="info">
            Mở trang Cổng có số liệu, rồi bấm nút Thi Đua Số trên thanh công cụ (hoặc Alt+Shift+S).
          </Notice>
          <Button
            style={{ alignSelf: 'start' }}
            onClick={() => void chrome.tabs.create({ url: chrome.runtime.getURL('desk.html#/bat-dau') })}
          >
            Chuẩn bị lần đầu
          </Button>
        </>
      )}
      <FileDrop onTaken={(id) => setPicked({ id, over: state })} />
      {others.length === 0 ? null : (
        <section aria-label="Bản chụp chờ xác nhận">
          <h2 style={{ fontSize: '14px', margin: '8px 0' }}>Còn {others.length} bản chụp chờ xác nhận</h2>
          <div style={{ display: 'flex', flexDirection: 'column', gap: '4px' }}>
            {others.slice(0, MOST_LISTED).map(({ id, at, title, url }) => (
              <Button
                key={id}
                size="small"
                style={{ justifyContent: 'start' }}
                onClick={() => setPicked({ id, over: state })}
              >
                <span style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {instantText(at)} · {title || url}
                </span>
              </Button>
            ))}
          </div>
          {others.length > MOST_LISTED && <p>Các bản cũ hơn nằm trong bàn làm việc, mục “Bản chụp”.</p>}
        </section>
      )}
    </>
  );
}

/** Longer than any page takes: after this the worker must have been terminated, which sends no event. */
const PATIENCE = 20_000;

/** `since` = Vietnamese instant of the press. */
function Capturing({ since }: { readonly since: string }) {
  const [late, setLate] = useState('');
  useEffect(() => {
    const wait = Math.max(0, Date.parse(since) + PATIENCE - Date.now());
    const timer = setTimeout(() => setLate(since), wait);
    return () => clearTimeout(timer);
  }, [since]);
  return late === since ? (
    <Notice kind="warning">Lần bấm này chưa chụp xong trang. Hãy bấm lại nút Thi Đua Số trên trang đó.</Notice>
  ) : (
    <Waiting label="Đang chụp trang…" />
  );
}
