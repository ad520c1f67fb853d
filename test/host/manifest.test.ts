/**
 * The manifest without Microsoft's validation service: order of elements as [MS-OWEMXML] has it, references, addresses,
 * pictures, floors, and that what it names exists in the code.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../excel-addin/commands/commands.ts';
import { FUNCTIONS } from '../../excel-addin/functions/associate.ts';
import * as functions from '../../excel-addin/functions/functions.ts';
import { ROOT } from '../built-for-production.ts';

const SOURCE = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
// A manifest that is no well-formed XML throws here.
const page = new JSDOM(SOURCE, { contentType: 'text/xml' }).window.document;
const root = page.documentElement;
const overrides = all('VersionOverrides')[0]!;

function all(name: string, within: Element | Document = page): Element[] {
  return [...within.getElementsByTagName(name)];
}

function one(name: string, within: Element | Document = page): Element {
  const found = all(name, within);
  expect(found, name).toHaveLength(1);
  return found[0]!;
}

const text = (element: Element) => element.textContent?.trim() ?? '';
const value = (element: Element) => element.getAttribute('DefaultValue') ?? '';

/** Order of children by [MS-OWEMXML]; every child that may stand there. */
const ORDER: readonly (readonly [parent: string, children: readonly string[]])[] = [
  [
    'OfficeApp',
    [
      'Id',
      'AlternateId',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ],
  ],
  ['VersionOverrides', ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins']],
  ['DesktopFormFactor', ['GetStarted', 'FunctionFile', 'ExtensionPoint']],
  ['GetStarted', ['Title', 'Description', 'LearnMoreUrl']],
  ['CustomTab', ['Group', 'Label']],
  ['Group', ['Label', 'Icon', 'Control']],
  ['Control', ['Label', 'Supertip', 'Icon', 'Action', 'Enabled']],
  ['Supertip', ['Title', 'Description']],
  ['Resources', ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']],
];

describe('shape', () => {
  test.each(ORDER)('the children of %s stand in order', (parent, order) => {
    const parents = parent === 'OfficeApp' ? [root] : all(parent);
    expect(parents.length).toBeGreaterThan(0);
    for (const element of parents) {
      const places = [...element.children].map((child) => order.indexOf(child.tagName));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((x, y) => x - y));
    }
  });

  test('the host of the overrides holds runtimes, functions, desktop, in this order', () => {
    const host = all('Host', overrides)[0]!;
    expect(host.getAttribute('xsi:type')).toBe('Workbook');
    expect([...host.children].map((child) => child.tagName)).toEqual([
      'Runtimes',
      'AllFormFactors',
      'DesktopFormFactor',
    ]);
    const point = all('ExtensionPoint', one('AllFormFactors'))[0]!;
    expect(point.getAttribute('xsi:type')).toBe('CustomFunctions');
    expect([...point.children].map((child) => child.tagName)).toEqual(['Script', 'Page', 'Metadata', 'Namespace']);
  });

  test('it is a task pane for workbooks, in Vietnamese, with an id and a version Excel takes', () => {
    expect(root.getAttribute('xsi:type')).toBe('TaskPaneApp');
    expect(overrides.getAttribute('xsi:type')).toBe('VersionOverridesV1_0');
    expect(text(one('Id'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(text(one('Version'))).toMatch(/^[1-9]\d{0,4}(\.\d{1,5}){3}$/);
    expect(text(one('DefaultLocale'))).toBe('vi-VN');
    expect(text(one('Permissions'))).toBe('ReadWriteDocument');
    expect(all('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'))).toEqual([
      'Workbook',
      'Workbook',
    ]);
    expect(value(one('DisplayName')).length).toBeLessThanOrEqual(125);
    expect(value(all('Description')[0]!).length).toBeLessThanOrEqual(250);
  });
});

describe('floors', () => {
  test('the base asks for nothing an old Excel lacks, so that it opens the pane and reads a sentence', () => {
    const sets = [...root.children].find((child) => child.tagName === 'Requirements')!;
    expect(all('Set', sets).map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
      ['ExcelApi', '1.1'],
    ]);
  });

  test('the ribbon requires the sets it needs; not those for the functions, which are optional', () => {
    const sets = all('bt:Set', overrides).map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]);
    expect(sets).toEqual([
      ['AddinCommands', '1.1'],
      ['SharedRuntime', '1.1'],
    ]);
  });
});

describe('shared runtime', () => {
  test('lives long, and pane, functions, function file and page are one address', () => {
    const runtime = one('Runtime');
    expect(runtime.getAttribute('lifetime')).toBe('long');
    const used = [runtime, one('FunctionFile'), ...all('Script'), ...all('Page'), ...all('Action')].flatMap(
      (element) => (element.hasAttribute('resid') ? [element] : all('SourceLocation', element)),
    );
    expect(used).toHaveLength(5);
    expect(new Set(used.map((element) => element.getAttribute('resid')))).toEqual(new Set(['Pane.Url']));
    expect(value(resource('Pane.Url'))).toBe(value(one('SourceLocation', one('DefaultSettings'))));
  });

  test('there is one pane without an id of its own', () => {
    expect(all('TaskpaneId')).toEqual([]);
    expect(all('Action').filter((action) => action.getAttribute('xsi:type') === 'ShowTaskpane')).toHaveLength(1);
  });
});

function resource(id: string): Element {
  const found = [...one('Resources').getElementsByTagName('*')].filter((element) => element.getAttribute('id') === id);
  expect(found, id).toHaveLength(1);
  return found[0]!;
}

describe('references', () => {
  const used = [...overrides.getElementsByTagName('*')].filter((element) => element.hasAttribute('resid'));
  const defined = [...one('Resources').getElementsByTagName('*')].filter((element) => element.hasAttribute('id'));

  test('everything referred to is defined once, everything defined is used, and ids are short', () => {
    const ids = defined.map((element) => element.getAttribute('id')!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(used.map((element) => element.getAttribute('resid')))).toEqual(new Set(ids));
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test('a reference is of the kind its place asks for', () => {
    const kinds: Readonly<Record<string, string>> = {
      'bt:Image': 'bt:Image',
      Runtime: 'bt:Url',
      SourceLocation: 'bt:Url',
      FunctionFile: 'bt:Url',
      LearnMoreUrl: 'bt:Url',
      Label: 'bt:ShortStrings',
      Title: 'bt:ShortStrings',
      Namespace: 'bt:ShortStrings',
      Description: 'bt:LongStrings',
    };
    for (const element of used) {
      const target = resource(element.getAttribute('resid')!);
      expect([target.tagName, target.parentElement?.tagName], element.outerHTML).toContain(kinds[element.tagName]);
    }
  });

  test('ids of tab, groups and buttons are unique, strings have their lengths and are composed', () => {
    const ids = ['CustomTab', 'Group', 'Control'].flatMap((name) =>
      all(name).map((element) => element.getAttribute('id')),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [list, longest] of [
      ['bt:ShortStrings', 125],
      ['bt:LongStrings', 250],
    ] as const) {
      for (const string of all('bt:String', one(list))) {
        expect(value(string).length).toBeGreaterThan(0);
        expect(value(string).length).toBeLessThanOrEqual(longest);
      }
    }
    expect(SOURCE).toBe(SOURCE.normalize('NFC'));
  });
});

describe('addresses', () => {
  const addresses = [...SOURCE.matchAll(/DefaultValue="(https?:[^"]*)"/g)].map((match) => match[1]!);

  test('are https on the development server, and lead to files of ours', () => {
    for (const address of addresses) {
      expect(address.startsWith('https://localhost:3000/')).toBe(true);
      const path = address.slice('https://localhost:3000/'.length);
      if (path !== 'functions.json') expect(existsSync(join(ROOT, 'excel-addin', path)), address).toBe(true);
    }
  });

  test('no picture is anything but a PNG of the size it is named for', () => {
    for (const image of all('bt:Image')) {
      const isUse = image.hasAttribute('resid');
      const address = value(isUse ? resource(image.getAttribute('resid')!) : image);
      const { width, height } = pngSize(address);
      const named = isUse ? image.getAttribute('size') : /-(\d+)\.png$/.exec(address)?.[1];
      expect([width, height], address).toEqual([Number(named), Number(named)]);
    }
    expect(pngSize(value(one('IconUrl')))).toEqual({ width: 32, height: 32 });
    expect(pngSize(value(one('HighResolutionIconUrl')))).toEqual({ width: 64, height: 64 });
    expect(pngSize('https://localhost:3000/assets/icon-128.png')).toEqual({ width: 128, height: 128 });
  });

  test('every icon has the three sizes Excel asks for', () => {
    for (const icon of all('Icon')) {
      const sizes = all('bt:Image', icon).map((image) => image.getAttribute('size'));
      expect(sizes).toEqual(['16', '32', '64', '80']);
    }
  });
});

function pngSize(address: string): { width: number; height: number } {
  const bytes = readFileSync(join(ROOT, 'excel-addin', address.slice('https://localhost:3000/'.length)));
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('what it names in the code', () => {
  test('each button that runs a function has a function, and the reverse', () => {
    expect(all('FunctionName').map(text).sort()).toEqual([...COMMANDS.keys()].sort());
  });

  test('the ribbon carries the tab and the five buttons', () => {
    const label = (element: Element) =>
      value(resource([...element.children].find((child) => child.tagName === 'Label')!.getAttribute('resid')!));
    expect(label(one('CustomTab'))).toBe('Thi đua số');
    expect(all('Control').map(label)).toEqual([
      'Tạo mẫu báo cáo',
      'Kiểm tra và chấm điểm',
      'Xếp hạng',
      'Hội đồng',
      'Mở bảng thi đua',
    ]);
  });

  test('functions.json, its association and the code agree, parameter by parameter', () => {
    const listed = JSON.parse(readFileSync(join(ROOT, 'excel-addin/functions/functions.json'), 'utf8')) as {
      functions: {
        id: string;
        name: string;
        description: string;
        parameters: { name: string; description: string }[];
      }[];
    };
    expect(listed.functions.map(({ id }) => id).sort()).toEqual(Object.keys(FUNCTIONS).sort());
    const byName = new Map<string, unknown>(Object.entries(functions));
    for (const { id, name, description, parameters } of listed.functions) {
      expect(id).toMatch(/^[A-Z0-9._]+$/);
      expect(name).toBe(id);
      expect(description).not.toBe('');
      expect(parameters.every((parameter) => parameter.description !== '')).toBe(true);
      const code = String(byName.get(FUNCTIONS[id as keyof typeof FUNCTIONS]));
      const [, named = ''] = /^[^(]*\(([^)]*)\)/.exec(code) ?? [];
      expect(parameters.map((parameter) => parameter.name)).toEqual(named.split(/\s*,\s*/));
    }
    expect(value(resource('Functions.Namespace'))).toBe('THIDUA');
  });
});
