/** Which unit is meant: by portal id, by code, else by name without `UBND` and the province behind it. */
import { bareKey } from '../grid/text.ts';
import type { CapturedUnit } from './reader.ts';

/** By id or code exactly, else by name; a name inside another name is not it. */
export function isUnit(unit: CapturedUnit, asked: string): boolean {
  const wanted = asked.normalize('NFC').trim();
  if (unit.id === wanted || unit.code?.toUpperCase() === wanted.toUpperCase()) return true;
  const name = plainName(wanted);
  return name !== '' && plainName(unit.name) === name;
}

/** One string a unit within one source: its id, else its code, else its plain name. */
export function unitKey(unit: CapturedUnit): string {
  return unit.id ?? unit.code ?? plainName(unit.name);
}

function plainName(name: string): string {
  const [own = ''] = name.split(/\s+[-–]\s+(?=(?:tỉnh|thành phố)\s)/iu);
  return bareKey(own.replace(/^\s*(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+/iu, ''));
}
