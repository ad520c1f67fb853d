/**
 * The only globals outside ECMAScript that core uses: web standards present in every host (Node, browser, Office,
 * worker). core is compiled without the DOM and Node libraries, so anything else is a type error.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
