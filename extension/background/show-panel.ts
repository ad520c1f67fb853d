/**
 * The panel beside the page; where the browser has no side panel, or none to give in this window, the same page as a
 * tab.
 */

/**
 * Must be called before the first await of a press. Whether the panel is beside the page. Never throws, never rejects.
 */
export async function openSidePanel(tabId: number): Promise<boolean> {
  // Browsers made from Chromium may leave it out, whatever the types say.
  const panel: typeof chrome.sidePanel | undefined = chrome.sidePanel;
  try {
    await panel.open({ tabId });
    return true;
  } catch {
    return false;
  }
}

/**
 * In the window of the press: the tab that is there already, else a new one. For after the capture is kept: it takes
 * the page out of sight.
 */
export async function openPanelTab(windowId: number): Promise<void> {
  const url = chrome.runtime.getURL('panel.html');
  const [held] = await chrome.runtime.getContexts({
    ...{ contextTypes: ['TAB'], documentUrls: [url], windowIds: [windowId] },
  });
  if (held) await chrome.tabs.update(held.tabId, { active: true });
  else await chrome.tabs.create({ url, windowId });
}
