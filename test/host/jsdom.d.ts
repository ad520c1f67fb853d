/** The little of jsdom the tests use; its types are no dependency of ours. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string, options?: { readonly contentType?: string; readonly url?: string });
    readonly window: Window & typeof globalThis;
  }
}
