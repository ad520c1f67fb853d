/** What the last press in this window led to, followed. */
import { useEffect, useState } from 'react';
import { readWindowState, type WindowState, windowKey } from '../settings/window-state.ts';

/** undefined until known, null when nothing was pressed in this window. */
export function useWindowState(): WindowState | null | undefined {
  const [state, setState] = useState<WindowState | null>();
  useEffect(() => {
    let key: string | undefined;
    let over = false;
    const follow = async () => {
      const { id } = await chrome.windows.getCurrent();
      if (id === undefined) return;
      key = windowKey(id);
      const read = await readWindowState(id);
      if (!over) setState(read);
    };
    const changed = (changes: Readonly<Record<string, unknown>>) => {
      if (key === undefined || key in changes) void follow();
    };
    void follow();
    chrome.storage.session.onChanged.addListener(changed);
    return () => {
      over = true;
      chrome.storage.session.onChanged.removeListener(changed);
    };
  }, []);
  return state;
}
