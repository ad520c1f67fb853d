import { DEEPEST, isPlainJson } from '../base/text/plain-text.ts';
import { canonicalJson, isOrdered, type Plain } from './canonical-json.ts';

/**
 * The value of a text that is canonical JSON and plain (plain-text.ts); undefined for any other. Never throws. The text
 * is parsed and written once each, and its value looked through once, in all but rare cases.
 */
export function canonicalValue(text: string): Plain | undefined {
  try {
    const value: Plain = JSON.parse(text);
    // NUL and halves of a pair would be written as escapes, a number out of reach as null.
    if (!text.includes('\\u') && isOrdered(value, DEEPEST)) return JSON.stringify(value) === text ? value : undefined;
    return isPlainJson(value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
