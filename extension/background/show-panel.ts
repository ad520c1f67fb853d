/**
 * The panel beside the page; where the browser has no side panel, or none to give in this window, the same page as a
 * tab.
 */

/**
 * Must be called before the first await of a press. Whether the panel is beside the page. Never throws, never rejects.
 */
export async function openSidePanel(tabId: number): Promise<boolean> {
  // Browsers based on Chromium may lack it, although the types promise it.
  const panel: typeof chrome.sidePanel | undefined = chrome.sidePanel;
  try {
    await panel.open({ tabId });
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the panel as a tab in the window of the press: an existing tab, else a new tab. Call it after the capture is
 * stored, because it covers the page.
 */
export async function openPanelTab(windowId: number): Promise<void> {
  const url = chrome.runtime.getURL('panel.html');
  const [held] = await chrome.runtime.getContexts({
    ...{ contextTypes: ['TAB'], documentUrls: [url], windowIds: [windowId] },
  });
  if (held) await chrome.tabs.update(held.tabId, { active: true });
  else await chrome.tabs.create({ url, windowId });
}
