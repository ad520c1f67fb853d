/**
 * The channel from a page to an extension, where the browser has one. Separate from the messages, so that the pane
 * knows at once whether there is a channel.
 */

/** As pages get it that an extension lets in; with a callback, which every version has. */
export interface PageRuntime {
  readonly sendMessage: (id: string, message: unknown, reply: (answer: unknown) => void) => void;
  readonly lastError?: unknown;
}

/** undefined = this page can ask no extension: Excel on the desktop, another browser, or none installed. */
export function pageRuntime(): PageRuntime | undefined {
  const { chrome } = globalThis as { readonly chrome?: { readonly runtime?: Partial<PageRuntime> } };
  const runtime = chrome?.runtime;
  return typeof runtime?.sendMessage === 'function' ? (runtime as PageRuntime) : undefined;
}
