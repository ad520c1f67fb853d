/** Where the page finds itself, and the ribbon's way to the pane. */
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BootWorld, boot, type OfficeSays, pageWorld, TIME_LIMIT } from '../../excel-addin/boot/boot.ts';
import { officeLoaded, restoreHistory } from '../../excel-addin/boot/office-script.ts';
import { showSentence } from '../../excel-addin/boot/show-sentence.ts';
import { associateCommands, COMMANDS, runCommand } from '../../excel-addin/commands/commands.ts';
import { onPaneRequest } from '../../excel-addin/commands/requests.ts';
import type { PaneRequest } from '../../ui/pane/pane-request.ts';
import { isSetSupported } from '../excel-host/office-stub.ts';

/** Earlier files in the same process may have opened an Excel. */
beforeEach(() => {
  vi.stubGlobal('Office', undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Office as an Excel of this version offers it; `host` null = a plain browser. */
function officeOf(api: string, host: string | null = 'Excel'): unknown {
  return {
    onReady: async () => ({ host, platform: null }),
    context: {
      requirements: {
        isSetSupported: (set: string, version?: string) =>
          isSetSupported({ api, platform: 'desktop' } as never, set, version),
      },
    },
  };
}

const page = (html = '') => new JSDOM(html).window.document;

describe('boot', () => {
  test.each([
    ['1.14', 'excel'],
    ['1.15', 'excel'],
    ['1.21', 'excel'],
    ['1.7', 'unsupported'],
    ['1.1', 'unsupported'],
  ])('Excel with API %s → %s', async (api, kind) => {
    vi.stubGlobal('Office', officeOf(api));
    const booted = await boot(pageWorld(officeLoaded(page()), () => undefined));
    expect(booted.kind).toBe(kind);
    if (booted.kind === 'unsupported') expect(booted.reason).toMatch(/phiên bản Excel.*Excel 2021/i);
  });

  test('another Office application gets an explanation', async () => {
    vi.stubGlobal('Office', officeOf('1.14', 'Word'));
    expect(await boot(pageWorld(officeLoaded(page()), () => undefined))).toEqual({
      kind: 'unsupported',
      reason: 'Thi đua số chỉ chạy trong Excel.',
    });
  });

  test('a plain browser → preview', async () => {
    vi.stubGlobal('Office', officeOf('1.14', null));
    const booted = await boot(pageWorld(officeLoaded(page()), () => undefined));
    expect(booted).toMatchObject({ kind: 'preview', reason: expect.stringContaining('ngoài Excel') });
  });

  test('without an Office script on the page, or when it fails → preview', async () => {
    expect(await boot(pageWorld(officeLoaded(page()), () => undefined))).toMatchObject({ kind: 'preview' });
    const document = page('<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>');
    const booting = boot(pageWorld(officeLoaded(document), () => undefined));
    const { defaultView } = document;
    document.querySelector('script')?.dispatchEvent(new defaultView!.Event('error'));
    expect(await booting).toMatchObject({ kind: 'preview', reason: expect.stringContaining('Chưa tải được') });
  });

  test('a script that loads after the page is waited for', async () => {
    const document = page('<script src="./office-js/office.js"></script>');
    const booting = boot(pageWorld(officeLoaded(document), () => undefined));
    vi.stubGlobal('Office', officeOf('1.14'));
    document.querySelector('script')?.dispatchEvent(new document.defaultView!.Event('load'));
    expect(await booting).toEqual({ kind: 'excel' });
  });

  test('a script or an Office that never answers → preview after five seconds, and the page learns when Excel answers later', async () => {
    vi.useFakeTimers();
    expect(TIME_LIMIT).toBe(5000);
    const late = vi.fn();
    let answer: (says: OfficeSays) => void = () => undefined;
    const world: BootWorld = {
      office: new Promise((resolve) => {
        answer = resolve;
      }),
      isEnough: () => true,
      limit: TIME_LIMIT,
      late,
    };
    const settled = vi.fn();
    const booting = boot(world).then((booted) => {
      settled();
      return booted;
    });
    await vi.advanceTimersByTimeAsync(4900);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(await booting).toMatchObject({ kind: 'preview', reason: expect.stringContaining('chưa trả lời') });
    expect(late).not.toHaveBeenCalled();
    answer({ kind: 'host', name: 'Excel' });
    await vi.advanceTimersByTimeAsync(0);
    expect(late).toHaveBeenCalledTimes(1);
  });

  test('a browser that answers late stays in the preview', async () => {
    const late = vi.fn();
    const office = new Promise<OfficeSays>((resolve) => setTimeout(() => resolve({ kind: 'outside' }), 30));
    expect(await boot({ office, isEnough: () => true, limit: 5, late })).toMatchObject({ kind: 'preview' });
    await office;
    await Promise.resolve();
    expect(late).not.toHaveBeenCalled();
  });
});

describe('the page', () => {
  test('navigation that Office took away works again, and is left alone where it did not', () => {
    const { window } = new JSDOM('', { url: 'https://localhost/' });
    Object.assign(window.history, { pushState: null, replaceState: null });
    expect(() => window.history.pushState({}, '', '/a')).toThrow();
    restoreHistory(window.history);
    window.history.pushState({}, '', '/a');
    expect(window.location.pathname).toBe('/a');
    const own = () => 1;
    const patched = { pushState: own };
    restoreHistory(patched);
    expect(patched.pushState).toBe(own);
  });

  test('the sentence takes the place of what was there, as text', () => {
    const document = page('<div id="root"><p>Đang mở</p></div>');
    vi.stubGlobal('document', document);
    const root = document.getElementById('root')!;
    showSentence(root, 'Cần Excel 2021 <b>trở lên</b>.');
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Cần Excel 2021 <b>trở lên</b>.');
    expect(root.textContent).not.toContain('Đang mở');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('./preview.html');
  });
});

describe('ribbon', () => {
  const check: PaneRequest = { place: 'review', run: 'check-and-score' };
  let clock = 0;
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    clock += 60_000;
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('a press that Excel on the web repeats counts once; a later press counts again', async () => {
    const event = { completed: vi.fn() };
    const requests: PaneRequest[] = [];
    const stop = onPaneRequest((request) => requests.push(request));
    const press = () => runCommand(check, event, async () => undefined);
    await press();
    clock += 300;
    await press();
    expect(requests).toEqual([check]);
    clock += 5000;
    await press();
    expect(requests).toEqual([check, check]);
    expect(event.completed).toHaveBeenCalledTimes(3);
    stop();
  });

  test('a button shows the pane, asks it, and ends its event', async () => {
    const requests: PaneRequest[] = [];
    const stop = onPaneRequest((request) => requests.push(request));
    const steps: string[] = [];
    await runCommand(check, { completed: () => steps.push('completed') }, async () => void steps.push('shown'));
    expect(requests).toEqual([check]);
    expect(steps).toEqual(['shown', 'completed']);
    stop();
  });

  test('the event ends when the pane cannot be shown and when the pane throws', async () => {
    const completed = vi.fn();
    await runCommand(check, { completed }, () => Promise.reject(new Error('dialog open')));
    expect(completed).toHaveBeenCalledTimes(1);
    clock += 60_000;
    const stop = onPaneRequest(() => undefined);
    stop();
    const stopFaulty = onPaneRequest(() => {
      throw new Error('a bug');
    });
    await runCommand(check, { completed }, async () => undefined);
    expect(completed).toHaveBeenCalledTimes(2);
    stopFaulty();
  });

  test('the last request before the pane has started waits, and is delivered once', async () => {
    const event = { completed: () => undefined };
    await runCommand({ place: 'results', run: null }, event, async () => undefined);
    await runCommand(check, event, async () => undefined);
    const requests: PaneRequest[] = [];
    onPaneRequest((request) => requests.push(request))();
    onPaneRequest((request) => requests.push(request))();
    expect(requests).toEqual([check]);
  });

  test('each button is associated under its name and runs its own request', async () => {
    const associated = new Map<string, (event: { completed: () => void }) => Promise<void>>();
    const showAsTaskpane = vi.fn(async () => undefined);
    vi.stubGlobal('Office', {
      actions: { associate: (name: string, run: never) => associated.set(name, run) },
      addin: { showAsTaskpane },
    });
    associateCommands();
    expect([...associated.keys()]).toEqual([...COMMANDS.keys()]);
    const requests: PaneRequest[] = [];
    const stop = onPaneRequest((request) => requests.push(request));
    const completed = vi.fn();
    for (const run of associated.values()) await run({ completed });
    expect(requests).toEqual([...COMMANDS.values()]);
    expect(showAsTaskpane).toHaveBeenCalledTimes(4);
    expect(completed).toHaveBeenCalledTimes(4);
    stop();
  });
});
