/**
 * How version 3 filed figures: a copy of what named sources and units on that day. Never changed again, whatever
 * becomes of today's names: it uses nothing from outside this folder.
 */

/** The part of an observation that is filed by. */
interface Observation3 {
  readonly unit: { readonly id?: string | undefined; readonly code?: string | undefined; readonly name: string };
  readonly period: string | null;
  readonly provenance: { readonly url: string; readonly reader: { readonly id: string } };
}

export function filedFigures3(captureId: string, at: string, observations: readonly Observation3[]): object[] {
  return observations.flatMap((observation) => {
    const { provenance, unit, period } = observation;
    if (period === null) return [];
    const key = unit.id ?? unit.code ?? plainName(unit.name);
    const series = JSON.stringify([sourceOf(provenance.reader.id, provenance.url), key, period]);
    return [{ captureId, at, series, unit: key, observation }];
  });
}

const SOURCES: ReadonlyMap<string, string> = new Map([
  ['national-2026', 'quoc-gia-2026'],
  ['national-2022', 'quoc-gia-2022'],
  ['national-2022-page', 'quoc-gia-2022'],
]);

function sourceOf(readerId: string, url: string): string {
  const host = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return SOURCES.get(readerId) ?? `${readerId}@${host}`;
}

function plainName(name: string): string {
  const [own = ''] = name.split(/\s+[-–]\s+(?=(?:tỉnh|thành phố)\s)/iu);
  return squashKey(own.replace(/^\s*(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+/iu, ''));
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

function squashKey(text: string): string {
  const letters = foldLetters(text.replace(INVISIBLE, '').normalize('NFC')).toLowerCase();
  return foldSpelling(letters.replace(/[^\p{L}\p{N}]+/gu, ''));
}

/**
 * Letters of old keyboards. Those of other alphabets that look like Latin ones stay as they are here: no portal writes
 * them.
 */
const OLD_LETTERS: Readonly<Record<string, string>> = { ƣ: 'ư', Ƣ: 'ư', Ð: 'đ', ð: 'đ', Ɖ: 'đ', ı: 'i', ſ: 's' };

function foldLetters(text: string): string {
  return text.replace(/[ƣƢÐðƉıſ]/g, (letter) => OLD_LETTERS[letter] ?? letter);
}

const TONED = { o: 'òóỏõọ', u: 'ùúủũụ', a: 'àáảãạ', e: 'èéẻẽẹ', y: 'ỳýỷỹỵ', i: 'ìíỉĩị' } as const;

function moveTone(from: string, plain: keyof typeof TONED, to: string): string {
  const tone = TONED[plain].indexOf(from);
  return tone < 0 ? to : (TONED[to as keyof typeof TONED]?.[tone] ?? to);
}

function foldSpelling(text: string): string {
  return text
    .replace(/([òóỏõọ])([ae])/g, (_, o: string, next: string) => `o${moveTone(o, 'o', next)}`)
    .replace(/([ùúủũụ])y/g, (_, u: string) => `u${moveTone(u, 'u', 'y')}`)
    .replace(
      /(?<=[hklmstv]|qu)([yỳýỷỹỵ])(?![aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ])/g,
      (_, y: string) => moveTone(y, 'y', 'i'),
    );
}
