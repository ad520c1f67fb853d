/** The states of the badge on the button, in a table. */

interface Badge {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

const BADGES = {
  idle: { text: '', colour: '#0f6cbd', title: 'Chụp số liệu trang này' },
  reading: { text: '…', colour: '#0f6cbd', title: 'Đang chụp trang' },
  captured: { text: '!', colour: '#8a3707', title: 'Đã chụp, chờ xác nhận trong khung bên' },
  saved: { text: '✓', colour: '#0e700e', title: 'Đã lưu số liệu' },
  empty: { text: '0', colour: '#8a3707', title: 'Đã chụp, nhưng không thấy số liệu nào trên trang này' },
  refused: { text: '×', colour: '#b10e1c', title: 'Không chụp được trang này' },
  due: { text: '•', colour: '#8a3707', title: 'Tháng này chưa lấy số liệu' },
} as const satisfies Record<string, Badge>;
export type BadgeName = keyof typeof BADGES;

/** Without a tab it is the button's general state. A tab that was closed meanwhile has no badge to set. */
export async function showBadge(name: BadgeName, tabId?: number): Promise<void> {
  const { text, colour, title } = BADGES[name];
  const where = tabId === undefined ? {} : { tabId };
  await Promise.allSettled([
    chrome.action.setBadgeText({ ...where, text }),
    chrome.action.setBadgeBackgroundColor({ ...where, color: colour }),
    chrome.action.setBadgeTextColor({ ...where, color: '#ffffff' }),
    chrome.action.setTitle({ ...where, title }),
  ]);
}
