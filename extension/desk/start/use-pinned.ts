/** Whether the button stands in the toolbar; undefined until known. Pinning happens outside the page: looked for. */
import { useEffect, useState } from 'react';

/** Milliseconds between two looks. */
const PACE = 1_000;

export function usePinned(): boolean | undefined {
  const [pinned, setPinned] = useState<boolean>();
  useEffect(() => {
    const look = () => void chrome.action.getUserSettings().then(({ isOnToolbar }) => setPinned(isOnToolbar));
    look();
    const timer = setInterval(look, PACE);
    return () => clearInterval(timer);
  }, []);
  return pinned;
}
