/** Text as one line of a Word file: composed, without signs XML cannot carry. */

/** Signs that have no place in XML 1.0, and halves of letters left alone. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function plainText(text: string): string {
  return text.normalize('NFC').replace(UNFIT, '').replace(/\s+/g, ' ');
}
