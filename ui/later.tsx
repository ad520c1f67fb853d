/**
 * A part of the page that is fetched at its first use. When the download fails (no network, or a new version replaced
 * the files) an error with a button to retry stands in its place; the rest of the page and the typed text stay.
 */
import { Button } from '@fluentui/react-components';
import { type ComponentType, useEffect, useState } from 'react';

/** What to do, for parts and for actions alike. */
export const NOT_FETCHED =
  'Chưa tải được phần chương trình cần dùng; những gì đã nhập vẫn còn. Hãy kiểm tra mạng rồi thử lại; nếu vẫn không được, hãy đóng và mở lại trang.';

/**
 * True for what the browsers throw when a part of the program does not come: each has its own words, and none a code.
 */
export function isNotFetched(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    /dynamically imported module|importing a module script|preload CSS|loading (?:CSS )?chunk/i.test(fault.message)
  );
}

/** The part as a component; calls `load` once, and again after a failure. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part !== null || failed) return;
      let shown = true;
      load().then(
        (part) => {
          loaded = part;
          if (shown) setPart(() => part);
        },
        () => shown && setFailed(true),
      );
      return () => {
        shown = false;
      };
    }, [Part, failed]);
    if (Part !== null) return <Part {...props} />;
    if (!failed) return <p>Đang mở…</p>;
    return (
      <div role="alert">
        <p>{NOT_FETCHED}</p>
        <Button onClick={() => setFailed(false)}>Thử lại</Button>
      </div>
    );
  };
}
