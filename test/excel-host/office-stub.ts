/** The few parts of `Office` that the client and the add-in ask: who the host is, and which sets of the API it has. */
import type { ExcelHost } from './excel-host.ts';

/** Whether a host of this ExcelApi version has a set. Sets of Excel 2021 (1.14) come with it; newer sets do not. */
export function isSetSupported(host: Pick<ExcelHost, 'api' | 'platform'>, set: string, version?: unknown): boolean {
  const wanted = version === undefined ? '1.1' : String(version);
  if (set === 'ExcelApi') return atLeast(host.api, wanted);
  if (set === 'ExcelApiOnline') return false;
  if (set === 'DelayForCellEdit' || set === 'RichApiRuntimeFlag') return true;
  const since2021 = [
    'CustomFunctionsRuntime',
    'SharedRuntime',
    'RibbonApi',
    'AddinCommands',
    'DialogApi',
    'ImageCoercion',
  ];
  return since2021.includes(set) && atLeast(host.api, '1.14') && atLeast('1.1', wanted);
}

function atLeast(have: string, want: string): boolean {
  const [major = 0, minor = 0] = have.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = want.split('.').map(Number);
  return major > wantMajor || (major === wantMajor && minor >= wantMinor);
}

const THEMES = {
  light: { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000' },
  dark: { bodyBackgroundColor: '#262626', bodyForegroundColor: '#FFFFFF' },
} as const;

/** `Office` for this host; `onReady` answers at once. Without a theme Office tells none, as on the web. */
export function officeStub(
  host: () => Pick<ExcelHost, 'api' | 'platform'>,
  theme?: 'light' | 'dark',
): Record<string, unknown> {
  return {
    onReady: async (callback?: (info: unknown) => unknown) => {
      const info = { host: 'Excel', platform: host().platform };
      await callback?.(info);
      return info;
    },
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', Mac: 'Mac', OfficeOnline: 'OfficeOnline' },
    actions: { associate: () => undefined },
    addin: { showAsTaskpane: async () => undefined, setStartupBehavior: async () => undefined },
    context: {
      host: 'Excel',
      get platform() {
        return host().platform;
      },
      ...(theme ? { officeTheme: THEMES[theme] } : {}),
      contentLanguage: 'vi-VN',
      displayLanguage: 'vi-VN',
      diagnostics: { host: 'Excel', platform: 'PC', version: '16.0.0.0' },
      requirements: { isSetSupported: (set: string, version?: unknown) => isSetSupported(host(), set, version) },
      document: { url: 'Thi đua.xlsx' },
    },
  };
}
