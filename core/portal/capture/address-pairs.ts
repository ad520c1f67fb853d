/**
 * What the address of a page or the name of a file sets: its parameters, those behind the `#` of a single-page site, and
 * what figures are split by as steps of its path or words of one step.
 */
import { isOfHeadings, unknownWords } from './known-words.ts';
import { isDimension } from './side-by-side.ts';
import { addressParts, decoded, pairsIn } from './taught-reader/address.ts';

type Pair = readonly [name: string, value: string];

/** In their order, repeated ones too; none of what is no address. */
export function addressPairs(url: string): readonly Pair[] {
  const parts = addressParts(url);
  if (!parts) return [];
  const { path, search, fragment } = parts;
  const file = /^file:\/{2,3}([^?#]*)$/i.exec(url)?.[1];
  const steps = file === undefined ? `${path}${fragment}` : `/${file}`;
  const words = file === undefined ? routeWords(`${path}/${fragment.replace(/^#!?/, '')}`) : '';
  // `#/bao-cao?thang=8`, `#thang=8&nam=2025`
  const inner = (/\?(.*)$/s.exec(fragment) ?? /^#?([^/?]*=.*)$/s.exec(fragment))?.[1];
  return [
    ...pairsIn(search),
    ...(inner === undefined ? [] : pairsIn(inner)),
    ...stepsIn(steps),
    ...(words === '' ? [] : [[ROUTE, words] as const]),
  ];
}

/** `;linhVuc=dat-dai` and `/linh-vuc/dat-dai`: what figures are split by, with its value, as steps of a path. */
function stepsIn(path: string): readonly Pair[] {
  const steps = path
    .replace(/\?.*$/s, '')
    .split(/[/#]!?/)
    .slice(0, 40)
    .map(decoded);
  return steps.flatMap((step, at): Pair[] => {
    const [name = '', ...matrix] = step.split(';');
    const value = steps[at + 1] ?? '';
    const own = isDimension(name) && !/[.]\w{2,5}$/.test(value) && value !== '' ? [[name, value] as const] : [];
    const page = /^(?:page|trang)$/i.test(name) && /^\d{1,5}$/.test(value) ? [[name, value] as const] : [];
    const set = [...matrix, ...(/^[\w-]+[:=][^:=]+$/.test(name) ? [name.replace(':', '=')] : [])];
    return [...own, ...page, ...inWords(name), ...set.flatMap((each) => pairsIn(each))];
  });
}

/** The name of the condition that the words of a route are. */
export const ROUTE = 'đường dẫn';
const PLACE_STEP = /^(?:ubnd-)?(?:xa|phuong|dac-khu|tinh|thanh-pho|huyen|quan)-\w+(?:-\w+){0,3}$/;
/** Words of addresses that narrow nothing: parts of a site and names of reports. */
const OF_SITES =
  /^(?:api|en|gov|home|index|iso|vi|main|default|apps?|web|site|portals?|pages?|public|guest|group|admin|system|manage(?:ment)?|dashboards?|reports?|reporting|statistics?|stats|summary|overview|general|total|results?|data|list|tables?|charts?|view|details?|print|search|menu|modules?|content|services?|units?|department|agency|province|commune|procedures?|dossiers?|evaluation|quality|forms?|month|quarter|year|client|server|static|faces|layouts?|egov|onegate|onestop)$/;
/** An abbreviation without vowels: `dvc`, `tk`. */
const CODE = /^[b-df-hj-np-tv-xz]+$/;

/**
 * Steps of a path or of a single-page site's route that no heading of a report and no site is made of, in any language,
 * joined by `/`: `/thong-ke/ho-tich` → `ho-tich`, `#/civil-status` → `civil-status`, `#/report/5` → `5`.
 */
function routeWords(path: string): string {
  const steps = path
    .replace(/[?;=].*$/s, '')
    .split('/')
    .slice(0, 40)
    .map(decoded);
  const own = steps.filter((step, at) => {
    if (/^\d{1,3}$/.test(step)) return at > 0 && !isCounting(steps[at - 1] ?? '');
    if (PLACE_STEP.test(step) || inWords(step).length > 0) return false;
    const words = step
      .normalize('NFC')
      .replace(/[.]\w{2,5}$/, '')
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .toLowerCase();
    return unknownWords(words)
      .split(' ')
      .some((word) => word !== '' && !CODE.test(word) && !OF_SITES.test(word) && !isOfHeadings(word));
  });
  return own.join('/').slice(0, 100);
}

/** Whether the value of a parameter is only of the way through a site, as a route would be: `report/list`, `06a`, `2`. */
export function isOfRoute(value: string): boolean {
  return routeWords(decoded(value).replace(/^[#!/]+/, '')) === '';
}

/** A step whose next step may be a number: `page`, `v`, a year, a known dimension. */
function isCounting(step: string): boolean {
  return /^(?:20\d\d|page|trang|v|api)$/i.test(step) || isDimension(step);
}

/** `bao-cao-linh-vuc-dat-dai.html`: a condition in the words of one step of an address or in the name of a file. */
function inWords(step: string): readonly Pair[] {
  const words = step.replace(/[.]\w{2,5}$/, '').split(/[-_]/);
  for (let at = 0; at + 2 < words.length; at++) {
    const name = words.slice(at, at + 2).join('-');
    const value = words.slice(at + 2).join('-');
    if (NAMED_IN_WORDS.test(name) && unknownWords(value.replaceAll('-', ' ')) !== '') return [[name, value]];
  }
  return [];
}

/** What figures are split by, as the words of an address. */
const NAMED_IN_WORDS = /^(?:linh-vuc|thu-tuc|kenh-\w+|hinh-thuc|doi-tuong|he-thong|loai-\w+|trang-thai)$/;
