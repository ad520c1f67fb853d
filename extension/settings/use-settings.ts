/** The officer's settings as they are, also when they are changed in the side panel. */
import { useEffect, useState } from 'react';
import { type ExtensionSettings, readSettings } from './settings.ts';

/** undefined until read. */
export function useSettings(): ExtensionSettings | undefined {
  const [settings, setSettings] = useState<ExtensionSettings>();
  useEffect(() => {
    const follow = () => void readSettings().then(setSettings);
    follow();
    chrome.storage.local.onChanged.addListener(follow);
    return () => chrome.storage.local.onChanged.removeListener(follow);
  }, []);
  return settings;
}
