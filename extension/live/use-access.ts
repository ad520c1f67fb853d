/**
 * Whether the officer has granted access to a site's pages; undefined until known, updated wherever it is granted or
 * revoked.
 */
import { useEffect, useState } from 'react';

/** `pattern` = a match pattern: `https://host/*`. */
export function useAccess(pattern: string): boolean | undefined {
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    const { onAdded, onRemoved } = chrome.permissions;
    const look = () => void chrome.permissions.contains({ origins: [pattern] }).then(setGranted);
    look();
    onAdded.addListener(look);
    onRemoved.addListener(look);
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, [pattern]);
  return granted;
}
