/**
 * The pretended Excel inside a page: runs after the real client's script and puts `Office` and the host in place before the add-in's own code.
 * Built by `page-script.ts`; tests reach the host as `window.excelHost`.
 */
import { connect, type ExcelClient } from './connect.ts';
import { type ExcelHost, excelHost } from './excel-host.ts';
import { officeStub } from './office-stub.ts';
import type { PageOptions } from './page-script.ts';

declare global {
  interface Window {
    excelHostOptions?: PageOptions;
    excelHost?: ExcelHost;
  }
}

const page = window as unknown as Window & ExcelClient & { Office: object; CustomFunctions?: object };
const { base64, theme, ...options } = page.excelHostOptions ?? {};
const host = excelHost({
  ...options,
  ...(base64 === undefined ? {} : { from: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) }),
  trigger: (message) => page.OfficeExtension._testTriggerRichApiMessageEvent(message),
});
connect(page, () => host);
page.Office = officeStub(() => host, theme);
page.excelHost = host;
// The client alone declares the namespace; who associates is in the script we stand in for.
page.CustomFunctions = { ...page.CustomFunctions, associate: () => undefined };
