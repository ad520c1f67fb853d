/**
 * Frames of other sites on the page: a press of the button grants access to the page's own site only, so this view
 * requests the permission for each other site by its name.
 */
import { Button } from '@fluentui/react-components';
import { sitePattern } from '../capture/site-pattern.ts';
import { useAccess } from '../live/use-access.ts';
import { Notice } from '../pieces/notice.tsx';

const MOST_ASKED = 5;

export function UnreadFrames({ urls }: { readonly urls: readonly string[] }) {
  const sites = new Map(urls.filter((url) => URL.canParse(url)).map((url) => [sitePattern(url), new URL(url).host]));
  return [...sites]
    .slice(0, MOST_ASKED)
    .map(([pattern, host]) => <Frame key={pattern} pattern={pattern} host={host} />);
}

function Frame({ pattern, host }: { readonly pattern: string; readonly host: string }) {
  const granted = useAccess(pattern);
  if (granted === undefined) return null;
  if (granted)
    return <Notice kind="info">Đã được đọc khung của {host}: bấm lại nút Thi Đua Số trên trang để lấy số.</Notice>;
  return (
    <>
      <Notice kind="warning">
        Có khung của trang khác chưa đọc được: {host}. Nếu số liệu nằm trong khung ấy, hãy cho đọc rồi bấm lại nút.
      </Notice>
      <Button style={{ alignSelf: 'start' }} onClick={() => void chrome.permissions.request({ origins: [pattern] })}>
        Cho đọc khung của {host}
      </Button>
    </>
  );
}
