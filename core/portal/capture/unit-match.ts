/** Which unit is meant: by portal id, by code, else by name without `UBND` and the province behind it. */
import { bareKey, squashKey } from '../../base/text/text.ts';
import type { CapturedUnit } from './reader.ts';

/**
 * By id or code exactly, else by name; a name inside another name is not it. A name typed without any tone mark is
 * taken for every name it can stand for (`xa Long Thanh`: Long Thạnh and Long Thành), and it is for the caller to ask
 * when those are several.
 */
export function isUnit(unit: CapturedUnit, wantedUnit: string): boolean {
  const wanted = wantedUnit.normalize('NFC').trim();
  if (unit.id === wanted || (unit.code !== undefined && plainCode(unit.code) === plainCode(wanted))) return true;
  const name = plainName(wanted);
  if (name === '') return false;
  const own = plainName(unit.name);
  return own === name || (bareKey(name) === name && bareKey(own) === name);
}

/**
 * Key of a unit within a source: its id, else its code, else its plain name, with tones: Long Thạnh is not Long Thành.
 */
export function unitKey(unit: CapturedUnit): string {
  return unit.id ?? unit.code ?? nameKey(unit);
}

const NAME_KEYS = new WeakMap<CapturedUnit, string>();

/** Remembered by the object: all figures of a row share their unit, and each step of the reading compares keys. */
function nameKey(unit: CapturedUnit): string {
  const held = NAME_KEYS.get(unit);
  if (held !== undefined) return held;
  const key = plainName(unit.name);
  NAME_KEYS.set(unit, key);
  return key;
}

/** Some provinces print their codes with groups of zeros before them: `000.00.00.H37` = `H37`. */
function plainCode(code: string): string {
  return code.toUpperCase().replace(/^(?:0{2,3}\.)+/, '');
}

function plainName(name: string): string {
  const [own = ''] = name.split(/\s+[-–]\s+(?=(?:tỉnh|thành phố)\s)/iu);
  return squashKey(own.replace(/^\s*(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+/iu, ''));
}
