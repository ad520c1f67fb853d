/**
 * The real Excel client of @microsoft/office-js in Node, unmodified: loaded once, then pointed at one pretended Excel
 * after another. The hooks are private to the client but the package is frozen.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { connect, type ExcelClient } from './connect.ts';
import { type ExcelHost, excelHost, type HostOptions } from './excel-host.ts';
import { officeStub } from './office-stub.ts';

let loaded: ExcelClient | null = null;
let current: ExcelHost | null = null;

/** The host unmodified `Excel.run` talks to right now. */
function currentHost(): ExcelHost {
  if (!current) throw new Error('No pretended Excel is open: call openExcel first.');
  return current;
}

/**
 * Loads the client, once in this process, and puts `Excel`, `Office` and `OfficeExtension` where add-in code finds
 * them.
 */
function client(): ExcelClient {
  if (loaded) return loaded;
  const file = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-win32-16.01.js');
  const office = officeStub(currentHost);
  const scope = browserScope(office);
  // Same realm, so that plain objects and errors are the same kind on both sides; `with` lets the script's globals land
  // in the scope.
  compileFunction(`with(window){${readFileSync(file, 'utf8')}}`, ['window'], { filename: 'excel-win32-16.01.js' }).call(
    scope,
    scope,
  );
  scope.Office = office;
  loaded = { Excel: scope.Excel, OfficeExtension: scope.OfficeExtension } as ExcelClient;
  connect(loaded, currentHost);
  Object.assign(globalThis, { ...loaded, Office: office });
  return loaded;
}

/** Just enough of a window for the script to run. */
function browserScope(office: unknown): Record<string, unknown> {
  const scope: Record<string, unknown> = {
    Office: office,
    navigator: { userAgent: 'Node', platform: 'Win32', language: 'vi-VN' },
    location: { href: 'https://localhost/', search: '', hash: '', hostname: 'localhost', protocol: 'https:' },
    document: {
      addEventListener: () => undefined,
      getElementsByTagName: () => [],
      createElement: () => ({ style: {} }),
    },
    addEventListener: () => undefined,
    localStorage: undefined,
    sessionStorage: undefined,
    Excel: undefined,
    OfficeExtension: undefined,
    OSF: undefined,
    Microsoft: undefined,
    OfficeExt: undefined,
    OfficeCore: undefined,
  };
  scope.window = scope;
  scope.self = scope;
  return scope;
}

/** Opens a simulated Excel and makes it the one that add-in code talks to. */
export function openExcel(options: HostOptions = {}): ExcelHost {
  const host = excelHost({
    ...options,
    trigger: (message) => client().OfficeExtension._testTriggerRichApiMessageEvent(message),
  });
  current = host;
  // Handlers of an earlier workbook must not receive events of this one.
  client().OfficeExtension.GenericEventRegistration.s_genericEventRegistrations = {};
  return host;
}
